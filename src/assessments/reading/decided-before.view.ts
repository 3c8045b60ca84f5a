import { deliveryStatuses, endReasons, engagementSteps } from '../../policy/delivery.js';
import { disposalName } from '../../policy/disposals.js';
import { section, type Section } from '../../platform/web/sections.js';
import { dayInWords, instantInWords } from '../../platform/web/words.js';
import type { DecidedBefore } from './decided-before.queries.js';

/** What was decided, and when. */
export const decidedInWords = ({ disposal, name, decidedOn }: Pick<DecidedBefore, 'disposal' | 'name' | 'decidedOn'>) =>
  `${disposalName(disposal, name)}, ${dayInWords(decidedOn)}`;

/** Why the case went back, when and by whom. */
export const returnInWords = (one: Pick<DecidedBefore, 'returnedAt' | 'returnedByName' | 'returnedBecause'>): string =>
  `${one.returnedBecause}\n${one.returnedByName}, ${instantInWords(one.returnedAt)}`;

/**
 * What was decided in this case before, what came of it and why the case went back: so that no panel recommends as if
 * nothing had been tried. In: the picture. Out: one section where the case ever went back. Source: house rule.
 */
export const decidedBeforeSections = ({ before }: { readonly before: readonly DecidedBefore[] }): Section[] =>
  before.length === 0
    ? []
    : [
        section(
          'decided-before',
          'Decided before in this case',
          before.map((one) => ({ key: decidedInWords(one), value: lines(one).join('\n') })),
          {
            badges: [{ text: 'Back from an earlier decision', colour: 'yellow' }],
            note: 'It was not given, so it is no earlier disposal of the child.',
          },
        ),
      ];

function lines(one: DecidedBefore): string[] {
  const { status, startedOn, endedOn, endReason, notCompletedReason, contactsKept, contactsMissed, steps } = one;
  const days = [startedOn && `began ${dayInWords(startedOn)}`, endedOn && `ended ${dayInWords(endedOn)}`];
  const delivered = [status ? deliveryStatuses[status] : 'Not recorded', ...days].filter(Boolean).join(', ');
  return [
    `Delivery: ${delivered}`,
    ...(endReason ? [`Why it ended: ${endReasons[endReason].name}`] : []),
    ...(notCompletedReason ? [`Why it was not completed: ${notCompletedReason}`] : []),
    `Contacts: ${contactsKept} kept, ${contactsMissed} missed`,
    ...(steps.length > 0 ? [`What was tried: ${steps.map((step) => engagementSteps[step]).join('; ')}`] : []),
    `Why the case went back: ${returnInWords(one)}`,
  ];
}
