import { Injectable } from '@nestjs/common';
import { changePreparation, type Part } from '../cases/change-preparation.js';
import { setNoVictim } from '../cases/set-no-victim.js';
import { caseSubject } from '../cases/visible-cases.js';
import type { ConsentAnswer } from '../policy/victim-consent.js';
import type { Actor } from '../platform/actor.js';
import { claim } from '../platform/database/claim.js';
import { Invalid, NotFound, refuse } from '../platform/errors.js';
import { UnitOfWork, type Work } from '../platform/unit-of-work.js';
import { addLink, addVictims, answerFrom, linkFrom, namesFrom } from './add-victims.js';
import { closeFor, closeTelling, writtenOver } from './close-for-victim.js';
import { isKnownTo, kindOf } from './known-people.queries.js';
import type { KnownVictimInput } from './known-victim.input.js';
import { PersonHarmed, Victim } from './victim.entity.js';
import { tellAgain } from './open-telling.js';
import type { VictimChangeInput, VictimInput } from './victim.input.js';
import { takenBack } from './victim-of.js';
import type { NoVictimChangeInput } from './victim-view.input.js';

const PART: Part = { name: 'VICTIM', isAuthored: false };

@Injectable()
export class AddVictim {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** A case with a victim no longer says that it has none. */
  execute(actor: Actor, caseId: string, input: VictimInput): Promise<{ id: string; version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await changePreparation(work, 'victim.record', caseId, { ...PART, news: { news: 'VICTIM' } });
      const [id = ''] = await addVictims(work, caseId, found.panelAreaId, [explained(input)]);
      await setNoVictim(work, found, null);
      return { id, version: 1 };
    });
  }
}

@Injectable()
export class AddKnownVictim {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Somebody who was harmed in another case too: what was asked of them there, or was taken back, is not asked again. */
  execute(actor: Actor, caseId: string, input: KnownVictimInput): Promise<{ id: string; version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const { harmedId, kind, statement, sameSchoolOrHome = 'NOT_KNOWN' } = input;
      const found = await changePreparation(work, 'victim.record', caseId, { ...PART, news: { news: 'VICTIM' } });
      if (!(await isKnownTo(work.tx, actor, harmedId))) throw new Invalid([unknown]);
      if (await work.tx.existsBy(Victim, { caseId, harmedId })) throw new Invalid([alreadyHere]);
      const link = { kind: kind ?? (await kindOf(work.tx, harmedId)), statement: statement || null, sameSchoolOrHome };
      const id = await addLink(work, found, harmedId, link);
      await setNoVictim(work, found, null);
      const { version, consent, withdrawnOn } = await work.tx.findOneByOrFail(PersonHarmed, { id: harmedId });
      if (consent === 'WITHDRAWN') await closeFor(work, { victimId: id, caseId }, [], withdrawnOn ?? work.today);
      else if (consent !== 'GIVEN' && withdrawnOn) await closeTelling(work.tx, { victimId: id, caseId });
      return { id, version };
    });
  }
}

const unknown = { field: 'harmedId', message: 'Select somebody who was found' };
const alreadyHere = { field: 'harmedId', message: 'This person is a victim of this case already' };

@Injectable()
export class ChangeVictim {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, caseId: string, id: string, input: VictimChangeInput): Promise<{ version: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await changePreparation(work, 'victim.record', caseId, PART);
      const { tx } = work;
      const victim = await tx.findOneBy(Victim, { id, caseId });
      if (!victim) throw new NotFound();
      const person = await claim(tx, PersonHarmed, { id: victim.harmedId }, input.version);
      await tx.update(
        PersonHarmed,
        { id: person.id },
        { ...namesFrom(input), ...(await changedAnswer(work, person, input)) },
      );
      await tx.update(Victim, { id }, linkFrom(input));
      if (input.consentToShare === 'GIVEN') await tellAgain(work, person.id);
      work.record(caseSubject(found), { type: 'VICTIM_CHANGED' });
      return { version: person.version };
    });
  }
}

type NoVictimRecorded = { reason: string; version: number };

@Injectable()
export class RecordNoVictim {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** It opens a gate in place of a victim's view, so whoever writes it is one of the preparation's authors. */
  execute(actor: Actor, caseId: string, { reason, version }: NoVictimChangeInput): Promise<NoVictimRecorded> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await changePreparation(work, 'victim.record', caseId, { ...PART, isAuthored: true }, version);
      if (await work.tx.existsBy(Victim, { caseId })) {
        throw new Invalid([{ field: 'reason', message: 'This case has a victim: record that person’s view instead' }]);
      }
      await setNoVictim(work, found, reason);
      return { reason, version: found.version };
    });
  }
}

/** The answer as it stands where none is sent, or the same; another one takes its place. */
async function changedAnswer(
  { tx }: Work,
  person: PersonHarmed,
  input: VictimChangeInput,
): Promise<Partial<PersonHarmed>> {
  const { consentToShare } = input;
  if (consentToShare === undefined || consentToShare === person.consent) {
    return consentToShare === 'REFUSED' ? { consentReason: explained(input).consentReason || null } : {};
  }
  refuse(await takenBack(tx, person.id, 'consentToShare'));
  refuse(await writtenOver(tx, person, consentToShare, 'consentToShare'));
  return answerFrom(explained({ ...input, consentToShare }));
}

/** Why victims refuse is asked, so that it can be learned from. */
function explained<Input extends Pick<VictimInput, 'consentReason'> & { consentToShare?: ConsentAnswer }>(
  input: Input,
): Input {
  if (input.consentToShare !== 'REFUSED' || input.consentReason) return input;
  throw new Invalid([
    { field: 'consentReason', message: 'Enter why the victim did not agree, or that it is not known' },
  ]);
}
