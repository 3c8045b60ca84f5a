import { gravityEditionOn } from '../policy/gravity.js';
import type { Field } from '../platform/web/form-fields.js';
import type { Named } from '../platform/ids.js';
import { victimFields } from '../victims/victim.fields.js';
import type { DraftAnswers } from './draft-answers.js';
import * as inputs from './draft-pages.input.js';
import { gravityFields, offenceFields } from './offence-pages.fields.js';
import * as fields from './referral-pages.fields.js';
import { another, victimListFields } from './draft-lists.fields.js';

type Given = Record<string, unknown>;

/** One page of the form: what it asks, how it is checked, what it shows of the draft and what it makes of it. */
export type DraftPage = {
  readonly title: string;
  readonly lead?: string;
  readonly submitText?: string;
  readonly fields: readonly Field[];
  readonly input: new () => inputs.DraftVersionInput;
  readonly values: object;
  readonly template?: string;
  /** Which of its lists the page shows. */
  readonly list?: 'offences' | 'victims';
  put(given: Given): DraftAnswers;
  /** Where to go on to, with what was saved; the next page without answers when left out. */
  next?(given: Given): string | undefined;
};

type Simple = 'child' | 'ethnicity' | 'crime' | 'evidence' | 'adult';

const simple: Readonly<Record<Simple, Pick<DraftPage, 'title' | 'fields' | 'input'>>> = {
  child: { title: 'The child', fields: fields.childFields, input: inputs.ChildPageInput },
  ethnicity: { title: 'The child’s ethnicity', fields: fields.ethnicityFields, input: inputs.EthnicityPageInput },
  crime: { title: 'The crime and the officer', fields: fields.crimeFields, input: inputs.CrimePageInput },
  evidence: { title: 'Evidence and responsibility', fields: fields.evidenceFields, input: inputs.EvidencePageInput },
  adult: { title: 'The appropriate adult', fields: fields.adultFields, input: inputs.AdultPageInput },
};

const isSimple = (path: string): path is Simple => Object.hasOwn(simple, path);

/** The page of a draft at a path such as `child`, `offences/new`, `offences/2/gravity` or `victims/1/remove`. */
export function draftPage(path: string, answers: DraftAnswers, areas: readonly Named[]): DraftPage | null {
  if (path === 'start') return startPage(answers, areas);
  if (isSimple(path)) return simplePage(path, answers);
  const [list = '', item, part] = path.split('/');
  if (list !== 'offences' && list !== 'victims') return null;
  if (item === undefined) return listPage(list, answers);
  const items: readonly object[] = answers[list] ?? [];
  const index = item === 'new' ? items.length : /^[1-9]\d?$/.test(item) ? Number(item) - 1 : -1;
  if (index < 0 || (index >= items.length && item !== 'new') || index >= 50) return null;
  if (part === undefined) return list === 'offences' ? offencePage(index, answers) : victimPage(index, answers);
  if (part === 'remove' && item !== 'new') return removePage(list, index, answers);
  return part === 'gravity' && list === 'offences' && item !== 'new' ? gravityPage(index, answers) : null;
}

/** Begun from a child on record, not from the reference of an earlier case. */
const isOnRecord = ({ start }: DraftAnswers): boolean => Boolean(start.childId) && !start.earlierReference;

const startPage = (answers: DraftAnswers, areas: readonly Named[]): DraftPage => ({
  title: 'Refer a child',
  fields: isOnRecord(answers) ? fields.knownStartFields(areas) : fields.startFields(areas),
  input: inputs.StartChangeInput,
  values: answers.start,
  put: (given) => ({ ...answers, start: given as never }),
});

const simplePage = (path: Simple, answers: DraftAnswers): DraftPage => ({
  ...simple[path],
  values: answers[path] ?? (path === 'ethnicity' ? { scheme: '18+1' } : {}),
  put: (given) => ({ ...answers, [path]: given }),
});

function offencePage(index: number, answers: DraftAnswers): DraftPage {
  const { offences = [] } = answers;
  return {
    title: `Offence ${index + 1}`,
    fields: offenceFields,
    input: inputs.OffencePageInput,
    values: offences[index] ?? {},
    put: (given) => {
      const gravity = offences[index]?.gravity;
      return {
        ...answers,
        offences: offences.toSpliced(index, 1, { ...given, ...(gravity ? { gravity } : {}) } as never),
      };
    },
    next: () => (offences[index]?.gravity ? undefined : `offences/${index + 1}/gravity`),
  };
}

function gravityPage(index: number, answers: DraftAnswers): DraftPage {
  const { offences = [] } = answers;
  const offence = offences[index];
  return {
    title: `Gravity of offence ${index + 1}`,
    lead: 'The matrix guides. It does not choose what happens to the child.',
    fields: gravityFields,
    input: inputs.GravityPageInput,
    values: offence?.gravity ?? { edition: gravityEditionOn(offence?.date ?? '') },
    put: (given) => ({ ...answers, offences: offences.with(index, { ...offence, gravity: given } as never) }),
    next: () => 'offences',
  };
}

function victimPage(index: number, answers: DraftAnswers): DraftPage {
  const { noVictim: _, victims = [], ...others } = answers;
  return {
    title: `Victim ${index + 1}`,
    fields: victimFields,
    input: inputs.VictimPageInput,
    values: victims[index] ?? {},
    put: (given) => ({ ...others, victims: victims.toSpliced(index, 1, given as never) }),
    next: () => 'victims',
  };
}

/** The lists show what was added; their form asks only what to do next. */
function listPage(list: 'offences' | 'victims', answers: DraftAnswers): DraftPage {
  const count = answers[list]?.length ?? 0;
  const isVictims = list === 'victims';
  const { noVictim, ...others } = answers;
  return {
    title: isVictims ? 'Victims' : 'Offences',
    template: 'referrals/views/draft-list',
    list,
    submitText: 'Continue',
    fields: isVictims ? victimListFields(count) : [another('offence')],
    input: inputs.NextInput,
    values: isVictims && count === 0 && noVictim ? { next: 'NONE', ...noVictim } : {},
    put: ({ next, reason }) =>
      isVictims ? ({ ...others, ...(next === 'NONE' ? { noVictim: { reason } } : {}) } as DraftAnswers) : answers,
    next: ({ next }) => (next === 'ADD' ? `${list}/new` : undefined),
  };
}

const removePage = (list: 'offences' | 'victims', index: number, answers: DraftAnswers): DraftPage => ({
  title: `Remove ${list === 'offences' ? 'offence' : 'victim'} ${index + 1}?`,
  lead: 'What you wrote about it is deleted from this draft.',
  submitText: 'Remove',
  fields: [],
  input: inputs.DraftVersionInput,
  values: {},
  put: () => ({ ...answers, [list]: (answers[list] ?? []).toSpliced(index, 1) }),
  next: () => list,
});
