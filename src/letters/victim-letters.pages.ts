import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { headIfRead } from '../cases/case-head.view.js';
import { letterInWords, tellsOutcome, type VictimLetterKind } from '../policy/letters.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { type FormModel, formPage, submit } from '../platform/web/form.js';
import type { Field } from '../platform/web/form-fields.js';
import { By, Requires } from '../platform/web/requires.js';
import { kindWords } from '../victims/victim.fields.js';
import { identityRows, victimTitle } from '../victims/victim.view.js';
import type { VictimFound } from '../victims/victims.queries.js';
import { letterFieldsOf, postedLetterFields, sendingFields, toldField } from './letter.fields.js';
import { LetterInput, VictimSendingInput } from './letter.input.js';
import { printedLetter } from './letter-sheet.js';
import { kindShown, listsOf, sentShown } from './letters.view.js';
import { SendVictimLetter } from './send-victim-letter.js';
import { toVictim } from './victim-letters.api.js';
import { type OfVictim, VictimLetters } from './victim-letters.js';
import { WriteVictimLetter } from './write-victim-letter.js';

const WRITE = 'letters/views/write-letter';
const SEND = 'letters/views/send-letter';

type Victim = { readonly id: string; readonly victimId: string };
type Address = Victim & { readonly kind: string };

export const lettersOf = ({ id, victimId }: Victim): string => `/cases/${id}/victims/${victimId}/letters`;
const fieldsFor = (kind: VictimLetterKind): readonly Field[] =>
  tellsOutcome(kind) ? [...sendingFields, toldField] : sendingFields;

/** Writing to a victim, and recording that it was sent; for those who speak with victims. */
@Controller('cases/:id/victims/:victimId/letters')
export class VictimLettersPages {
  constructor(
    private readonly letters: VictimLetters,
    private readonly clock: Clock,
    private readonly writeLetter: WriteVictimLetter,
    private readonly sendLetter: SendVictimLetter,
  ) {}

  @Get()
  @Requires('victim.record')
  @Render('letters/views/letters')
  async list(@By() actor: Actor, @Param() address: Victim): Promise<object> {
    const { id: caseId, victimId } = address;
    const of = await this.letters.list(actor, { caseId, victimId });
    const at = lettersOf(address);
    const kinds = [...of.shut].map(([kind, shut]) =>
      kindShown(at, true, {
        ...{ kind, shut, overtaken: of.overtaken.get(kind), draft: of.drafts.find((one) => one.kind === kind) },
        due: of.due.find((one) => one.kind === kind),
        sent: of.sent.filter((one) => one.kind === kind).length,
      }),
    );
    const lists = {
      ...listsOf(kinds),
      sent: of.sent.map((letter) => sentShown(at, letter, of.outdated.has(letter.id))),
    };
    const asks = of.victim.kind === 'AGE_NOT_KNOWN' ? `/cases/${caseId}/victims/${victimId}/about/age` : null;
    return { ...this.head(actor, of), title: `${victimTitle(of.victim)}. Letters`, asks, ...lists };
  }

  @Get(':kind/draft')
  @Requires('victim.record')
  @Render(WRITE)
  async toWrite(@By() actor: Actor, @Param() address: Address): Promise<FormModel> {
    const draft = await this.letters.toWrite(actor, toVictim(address));
    const { found, victim, kind, input: values, version, earlier, needs } = draft;
    const form = formPage({
      ...{ title: letterInWords(kind), caption: found.reference, fields: letterFieldsOf(earlier), values, version },
      ...{ submitText: 'Save and read it', back: lettersOf(address), lead: LEAD },
    });
    const beside = {
      needs,
      isAnew: draft.isAnew,
      needsTitle: 'What helps them to understand',
      rows: whoIsWritten(victim),
      wordings: [],
    };
    return { form, ...this.head(actor, draft), ...beside } as FormModel;
  }

  @Post(':kind/draft')
  @Requires('victim.record')
  async write(
    @By() actor: Actor,
    @Param() address: Address,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: LetterInput): Promise<string> => {
      await this.writeLetter.execute(actor, toVictim(address), input);
      return `${lettersOf(address)}/${address.kind}/sending`;
    };
    const again = () => this.toWrite(actor, address);
    await submit(response, { fields: postedLetterFields, body, input: LetterInput, work, again, template: WRITE });
  }

  @Get(':kind/sending')
  @Requires('victim.record')
  @Render(SEND)
  async sending(@By() actor: Actor, @Param() address: Address): Promise<FormModel> {
    const to = toVictim(address);
    const draft = await this.letters.draft(actor, to);
    const form = formPage({
      ...{ title: letterInWords(to.kind), caption: draft.found.reference, fields: fieldsFor(to.kind) },
      ...{ version: draft.version, submitText: 'Mark as sent', back: lettersOf(address) },
    });
    const page = { letter: printedLetter(draft.sheet), at: `${lettersOf(address)}/${address.kind}` };
    return { form, ...this.head(actor, draft), ...page } as FormModel;
  }

  @Post(':kind/sending')
  @Requires('victim.record')
  async send(
    @By() actor: Actor,
    @Param() address: Address,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const to = toVictim(address);
    const work = async (input: VictimSendingInput): Promise<string> => {
      const { id } = await this.sendLetter.execute(actor, to, input);
      return `${lettersOf(address)}/${id}`;
    };
    const again = () => this.sending(actor, address);
    const fields = fieldsFor(to.kind);
    await submit(response, { fields, body, input: VictimSendingInput, work, again, template: SEND });
  }

  /** Whoever speaks with victims alone is not shown the child. */
  private head(actor: Actor, { found }: OfVictim) {
    const back = `/cases/${found.id}/victims`;
    return { child: headIfRead(actor, found, this.clock.today()), reference: found.reference, notes: [], back };
  }
}

/** In whose words it is written stands first. */
const whoIsWritten = (victim: VictimFound) => [
  { key: 'Who was harmed', value: kindWords[victim.kind] },
  ...identityRows(victim),
];

const LEAD =
  'Read it before it goes. Of the child it says what was decided and nothing else: write nothing of who the child is, where ' +
  'they live or what they do. It leaves the choice to the victim.';
