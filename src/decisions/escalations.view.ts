import { disposalName } from '../policy/disposals.js';
import { type EscalationResult, escalationResults, type Side, sideCodes, sides } from '../policy/escalation.js';
import type { Shown } from '../platform/web/sections.js';
import { dayInWords, instantInWords } from '../platform/web/words.js';
import type { EndFound, EscalationFound, SeniorViewFound, StepFound } from './escalations.queries.js';

/** A view as others may see it: what one senior said waits until the other has answered too. */
export type SeenView = Omit<SeniorViewFound, 'result' | 'reason'> & {
  readonly result: EscalationResult | null;
  readonly reason: string | null;
};

export type SeenEscalation = Omit<EscalationFound, 'steps'> & {
  readonly steps: readonly (Omit<StepFound, 'views'> & { readonly views: readonly SeenView[] })[];
};

/** Escalations as somebody sees them: neither senior of an open step reads the other first. */
export const asSeen = (found: readonly EscalationFound[], personId: string): SeenEscalation[] =>
  found.map((one) => ({
    ...one,
    steps: one.steps.map((step) => ({
      ...step,
      views: step.views.map((view) =>
        step.endedAt !== null || view.by.id === personId
          ? view
          : { ...view, result: null, disposal: null, disposalName: null, reason: null },
      ),
    })),
  }));

type CameTo = Pick<EndFound, 'result' | 'disposal' | 'disposalName'>;

/** What seniors came to. */
export const resultInWords = ({ result, disposal, disposalName: edited }: CameTo): string =>
  disposal ? `${escalationResults[result]}: ${disposalName(disposal, edited)}` : escalationResults[result];

function viewRow(side: Side, { views }: SeenEscalation['steps'][number], isOpen: boolean): Shown {
  const view = views.find((one) => one.side === side);
  if (!view) return { key: sides[side], value: isOpen ? 'Has not answered yet' : 'Did not answer' };
  const who = `${view.by.name}, ${instantInWords(view.givenAt)}`;
  const { result } = view;
  const said = result ? `${resultInWords({ ...view, result })}\n${view.reason ?? ''}` : 'Has answered';
  return { key: sides[side], value: `${said}\n${who}` };
}

const namingRow = ({ side, name, insteadOf, reason, namedBy, namedAt }: StepFound['namings'][number]): Shown => ({
  key: `Named for ${sides[side].toLowerCase()}`,
  value: `${name}${insteadOf ? ` instead of ${insteadOf}` : ''}\n${reason}\n${namedBy}, ${instantInWords(namedAt)}`,
});

function stepView(step: SeenEscalation['steps'][number], isLive: boolean, today: string) {
  const { name, step: number, steps, dueOn, endedAt, policeName, youthJusticeName } = step;
  const isOpen = isLive && endedAt === null;
  const asked = { POLICE: policeName, YOUTH_JUSTICE: youthJusticeName };
  return {
    title: `Step ${number} of ${steps}: ${name}`,
    isOverdue: isOpen && dueOn !== null && dueOn < today,
    rows: [
      ...sideCodes.map((side) => ({
        key: `Asked for ${sides[side].toLowerCase()}`,
        value: asked[side] ?? 'Nobody yet',
      })),
      ...step.namings.map(namingRow),
      { key: 'To be settled by', value: dueOn ? dayInWords(dueOn) : 'The bank holidays until then are not known' },
      ...sideCodes.map((side) => viewRow(side, step, isOpen)),
      {
        key: 'Ended',
        value: endedAt ? instantInWords(endedAt) : isOpen ? 'Not yet' : 'The case moved on before it ended',
      },
    ],
  };
}

const leftWithPolice =
  'Police decide on the recommendation that stands. Where the panel recommended nothing, what police would have is recorded as its recommendation, through the same gates, and police decide on that; if a charge is needed, the case goes back to police, and the referral to the Crown Prosecution Service is recorded on it.';

function endRows({ end }: SeenEscalation): Shown[] {
  if (!end) return [];
  const noted = end.acknowledgedAt ? `${end.acknowledgedBy ?? ''}, ${instantInWords(end.acknowledgedAt)}` : 'Not yet';
  return [
    { key: 'Result', value: resultInWords(end) },
    { key: 'How', value: end.agreed ? 'Both seniors agreed' : 'No agreement after the last step: police decide' },
    ...(end.result === 'STAYS_WITH_POLICE' ? [{ key: 'What follows', value: leftWithPolice }] : []),
    { key: 'Settled', value: instantInWords(end.settledAt) },
    { key: 'The chair took note for the panel', value: end.note ? `${end.note}\n${noted}` : noted },
  ];
}

/** How the last disagreement that was settled ended, for where people decide: who came to what, and why; null for none. */
export function settledView(found: readonly EscalationFound[]): readonly Shown[] | null {
  const one = found.find(({ end }) => end !== null);
  const last = one?.steps.findLast(({ endedAt }) => endedAt !== null);
  if (!one || !last) return null;
  const views = sideCodes.map((side) => viewRow(side, last, false));
  return endRows(one).toSpliced(1, 0, ...views);
}

/** The disagreements of a case as a page prints them. In: what the reader sees, whether the latest is under way, today. */
export const escalationViews = (found: readonly SeenEscalation[], isUnderWay: boolean, today: string) =>
  found.map((one, place) => ({
    title: place === 0 ? 'The latest escalation' : 'An earlier escalation',
    rows: [
      { key: 'Why', value: one.reason },
      { key: 'Escalated', value: `${one.escalatedBy.name}, ${instantInWords(one.escalatedAt)}` },
    ],
    end: endRows(one),
    steps: one.steps.map((step) => stepView(step, isUnderWay && place === 0, today)),
  }));
