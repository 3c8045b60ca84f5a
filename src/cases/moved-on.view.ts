import { actionsFrom, type CaseAction, states } from '../policy/lifecycle.js';
import { instantInWords } from '../platform/web/words.js';
import type { CaseFound } from './find-case.js';

/** Said above a form that comes back because somebody else took the same step first; nothing while the step is open. */
export const movedOn = ({ id, state, stateSince }: CaseFound, step: CaseAction) =>
  actionsFrom(state).includes(step)
    ? {}
    : {
        meanwhile: {
          text: `The case is “${states[state].toLowerCase()}” since ${instantInWords(stateSince)}, and this can no longer be recorded.`,
          link: { href: `/cases/${id}/decision-history`, text: 'Read what was recorded, and by whom' },
        },
      };
