import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { type CaseForm, CaseForms } from '../cases/case-form.js';
import { signedOffLead } from '../cases/signed-off-lead.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { triedOf } from './attempts.view.js';
import { LogAttempt } from './log-attempt.js';
import { speakerNamed } from './speaker-named.js';
import { attemptFields } from './voice-attempt.fields.js';
import { VoiceAttemptInput } from './voice-attempt.input.js';
import { VoicesQueries } from './voices.queries.js';

const ATTEMPTS = 'voices/views/attempts';
const titles = { CHILD: 'Attempts to hear the child', CARER: 'Attempts to hear the parent or carer' } as const;

/** What was tried in order to hear somebody, and adding to it. */
@Controller('cases/:id/voices/:who/attempts')
export class AttemptsPages {
  constructor(
    private readonly forms: CaseForms,
    private readonly clock: Clock,
    private readonly queries: VoicesQueries,
    private readonly logAttempt: LogAttempt,
  ) {}

  @Get()
  @Requires('case.assess')
  @Render(ATTEMPTS)
  async page(@By() actor: Actor, @Param('id') id: string, @Param('who') name: string): Promise<CaseForm> {
    const who = speakerNamed(name);
    const shown = await this.forms.show(actor, 'case.assess', id, `${who}_VOICE`, (found) => ({
      ...{ title: titles[who], lead: signedOffLead(found), fields: attemptFields, submitText: 'Add the attempt' },
      ...{ values: { on: this.clock.today() }, back: `/cases/${id}/voices/${name}` },
    }));
    const [logged, voice] = await Promise.all([this.queries.attempts(id, who), this.queries.voice(id, who)]);
    // What is added changes nothing that was shown, so that nothing can be stale.
    const { version: _, ...form } = shown.form;
    return { ...shown, form, tried: triedOf(logged, voice?.attempts) } as CaseForm;
  }

  @Post()
  @Requires('case.assess')
  async add(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('who') name: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: VoiceAttemptInput): Promise<string> => {
      await this.logAttempt.execute(actor, id, name, input);
      return `/cases/${id}/voices/${name}`;
    };
    const again = () => this.page(actor, id, name);
    const sent = { fields: attemptFields, body, input: VoiceAttemptInput, work, again, template: ATTEMPTS };
    await submit(response, sent);
  }
}
