import { disposalBook } from '../disposals/disposal-book.queries.js';
import { rowIn } from '../policy/disposal-book.js';
import type { EarlierDisposalCode } from '../policy/disposals.js';
import type { Blocker } from '../policy/gate.js';
import { type RecordedFacts, recordingWarnings } from '../policy/register-gates.js';
import type { Source } from '../platform/database/read.js';
import { faultIf, type FieldError, Invalid } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import type { Work } from '../platform/unit-of-work.js';
import { childSubject } from './add-child.js';
import { type DisposalRoute, EarlierDisposal } from './earlier-disposal.entity.js';

export type NewDisposal = {
  readonly childId: string;
  readonly disposal: EarlierDisposalCode;
  readonly givenOn: string;
  readonly offence: string;
  readonly route: DisposalRoute;
  /** Where it is known from, in a few words. */
  readonly source: string;
  readonly completed: EarlierDisposal['completed'];
  /** The case of this service in which it was given. */
  readonly caseId?: string;
  /** The panel area that gave it or wrote it down. */
  readonly panelAreaId: string;
  /** Who issued it, where police did without the panel. */
  readonly officer?: string;
} & Partial<Pick<EarlierDisposal, 'features' | 'withoutPanelBecause' | 'registeredAlthough' | 'importId'>>;

/** Adds a disposal to what a child has had before; part of a unit of work. Gives its id. */
export async function addDisposal(work: Work, given: NewDisposal): Promise<string> {
  const { tx, actor, now, record } = work;
  const { childId, disposal, givenOn, officer, panelAreaId } = given;
  const id = newId();
  await tx.insert(EarlierDisposal, {
    ...{ caseId: null, officer: null, features: null, withoutPanelBecause: null, registeredAlthough: null },
    ...{ importId: null, setAside: null },
    ...given,
    ...{ id, recordedBy: actor.personId, recordedAt: now },
  });
  record(
    childSubject(childId, panelAreaId),
    officer ? { type: 'RESOLUTION_REGISTERED', givenOn } : { type: 'EARLIER_DISPOSAL_RECORDED', disposal, givenOn },
  );
  return id;
}

type Issued = Pick<NewDisposal, 'childId' | 'givenOn' | 'offence' | 'panelAreaId'> & {
  readonly officer: string;
  readonly features?: EarlierDisposal['features'] | undefined;
};

/** A community resolution that police issued without the panel, as the register holds it. */
export const registered = ({ features, ...issued }: Issued): NewDisposal => ({
  ...issued,
  ...{ disposal: 'COMMUNITY_RESOLUTION', route: 'POLICE_ISSUED', completed: 'NOT_KNOWN', features: features ?? null },
  source: 'Register of police-issued resolutions',
});

/** A disposal is given in the child's lifetime and not after today. */
export const faultsInDay = (givenOn: string, dateOfBirth: string, today: string): FieldError[] => [
  ...faultIf(givenOn > today, 'givenOn', 'Enter a day that is not in the future'),
  ...faultIf(givenOn < dateOfBirth, 'givenOn', 'Enter a day after the child was born'),
  ...faultIf(dateOfBirth > today, 'child.dateOfBirth', 'Enter a date of birth in the past'),
];

export function refuseDayOf(givenOn: string, dateOfBirth: string, today: string): void {
  const [fault] = faultsInDay(givenOn, dateOfBirth, today);
  if (fault) throw new Invalid([fault]);
}

/** What is odd about a disposal that somebody records from another source: it is held against the book of its day. */
export async function oddIn(source: Source, facts: RecordedFacts): Promise<Blocker[]> {
  const row = rowIn(await disposalBook(source, facts.givenOn ?? ''), facts.disposal);
  return recordingWarnings(facts, row);
}
