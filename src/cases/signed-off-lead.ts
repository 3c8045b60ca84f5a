import { lifecycle } from '../policy/lifecycle.js';
import type { CaseFound } from './find-case.js';

const canReopen = ({ state }: CaseFound): boolean => (lifecycle.REOPEN.from as readonly string[]).includes(state);

/** Said above a form whose saving would undo a sign-off, or would be refused because the panel has recommended. */
export const signedOffLead = (found: CaseFound, otherwise = ''): string => {
  if (found.signedOffBy === null) return otherwise;
  const said = canReopen(found)
    ? 'This preparation is signed off. Saving here removes the sign-off and takes the case back to preparation.'
    : 'The panel has recommended, or the case has ended: what is written here can no longer be changed.';
  return `${said} ${otherwise}`.trim();
};
