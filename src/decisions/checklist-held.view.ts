import { answerSections } from '../assessments/answers.view.js';
import { disposalSection } from '../assessments/earlier-disposals.view.js';
import { type CaseRead, setRead } from '../assessments/reading/read-case.js';
import { clockInLine } from '../cases/clocks.view.js';
import { gravityLines } from '../cases/gravity.view.js';
import type { CaseClock } from '../policy/clock-kinds.js';
import { judgementCodes, judgements, levels } from '../policy/judgements.js';
import { featuresInWords } from '../policy/offence-classes.js';
import { responsibilityStances, sufficiencies } from '../policy/police-information.js';
import { type ChecklistCode, checklistCodes, prosecutorChecklist } from '../policy/prosecutor.js';
import { type Shown, written } from '../platform/web/sections.js';
import { dayInWords } from '../platform/web/words.js';
import { victimSection } from '../victims/victims-read.view.js';
import { voiceSections } from '../voices/voice.view.js';

export type CaseHeld = {
  readonly caseId: string;
  readonly read: CaseRead;
  readonly clocks: readonly CaseClock[];
  /** What the panel recommended, by its name. */
  readonly recommended: string | null;
};

/** What a case holds of one item of the checklist, and where it stands; nothing is answered by it. */
export type ItemHeld = {
  readonly code: ChecklistCode;
  readonly ask: string;
  readonly holds: readonly Shown[];
  /** What is said where the case holds nothing of it. */
  readonly note: string;
  /** Null where it is kept nowhere in this service. */
  readonly stands: { readonly href: string; readonly text: string } | null;
};

type Place = readonly [page: string, text: string];
type Holder = { readonly place: Place | null; readonly of: (held: CaseHeld) => readonly Shown[] };

const offences = ({ read }: CaseHeld, value: (offence: CaseRead['offences'][number]) => string): Shown[] =>
  read.offences.map((one) => ({ key: `${dayInWords(one.date)}, class ${one.homeOfficeClass}`, value: value(one) }));

const voiceOf = ({ read }: CaseHeld, place: number): readonly Shown[] => voiceSections(read.voices)[place]?.rows ?? [];

const levelsOf = ({ read }: CaseHeld): Shown[] =>
  judgementCodes.flatMap((code) => {
    const found = read.judgements.find(({ judgement }) => judgement === code);
    return found ? [{ key: judgements[code], value: levels[found.level] }] : [];
  });

const runningOut = ['BAIL', 'LIMITATION', 'TURNS_18'];

const holders: Readonly<Record<ChecklistCode, Holder>> = {
  CHILD_INFORMATION_FORM: { place: null, of: () => [] },
  GRAVITY_SCORED: { place: ['/gravity', 'Gravity, factor by factor'], of: (held) => offences(held, gravityLines) },
  EVIDENCE: {
    place: ['', 'The case'],
    of: ({ read }) => [
      ...written('Sufficient evidence', sufficiencies[read.evidenceSufficient as keyof typeof sufficiencies]),
      ...written('Police information', read.policeInformation),
    ],
  },
  STANCE: {
    place: ['', 'The case'],
    of: ({ read }) =>
      written('Responsibility', responsibilityStances[read.responsibilityStance as keyof typeof responsibilityStances]),
  },
  CHILD_HEARD: { place: ['', 'The case'], of: (held) => voiceOf(held, 0) },
  CARER_HEARD: { place: ['', 'The case'], of: (held) => voiceOf(held, 1) },
  VICTIM_HEARD: {
    place: ['/victims', 'Victims'],
    of: ({ read }) => victimSection(read.victims, read.noIdentifiableVictimReason).rows,
  },
  YOUTH_JUSTICE_VIEW: {
    place: ['/recommendation', 'Recommendation and its reasons'],
    of: (held) => [...levelsOf(held), ...written('The panel recommended', held.recommended)],
  },
  EARLIER_DISPOSALS: {
    place: ['/earlier-disposals', 'Earlier disposals'],
    of: ({ read }) => disposalSection(read).rows,
  },
  EXPLOITATION: {
    place: ['/assessment/check', 'The assessment'],
    of: ({ read }) => answerSections(setRead(read), read.answers).find(({ id }) => id === 'exploitation')?.rows ?? [],
  },
  SPECIAL_FEATURES: {
    place: ['', 'The case'],
    of: (held) => offences(held, ({ features }) => featuresInWords(features)),
  },
  TIME_LIMITS: {
    place: ['', 'The case'],
    of: ({ clocks }) =>
      clocks
        .filter(({ code }) => runningOut.includes(code))
        .map((clock) => ({ key: clock.name, value: clockInLine(clock) })),
  },
};

/** Beside each item of the checklist what the case holds of it. In: what is known of the case. Out: a row for each item. */
export const checklistHeld = (held: CaseHeld): ItemHeld[] =>
  checklistCodes.map((code) => {
    const { place, of } = holders[code];
    const holds = of(held);
    return {
      ...{ code, ask: prosecutorChecklist[code].ask, holds },
      note: holds.length > 0 ? '' : noteOf(place),
      stands: place && { href: `/cases/${held.caseId}${place[0]}`, text: place[1] },
    };
  });

const noteOf = (place: Place | null): string =>
  place ? 'The case holds nothing of this.' : 'It is made elsewhere: nothing of it is kept here.';
