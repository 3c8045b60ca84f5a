import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { AccessQueries } from '../access/access.queries.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { type FormModel, formPage, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { AroundMeetings } from './around-meeting.queries.js';
import { OpenedMeetings } from './find-meeting.js';
import { EndObserverInvitation, InviteObserver } from './invite-observer.js';
import { observerFields } from './meeting-plans.fields.js';
import { ObserverFormInput } from './meeting-plans.input.js';
import { typedInstant } from './starts-at.js';

const TEMPLATE = 'panels/views/observers';

type Invitations = FormModel & { readonly meetingId: string; readonly invitations: readonly object[] };

/** Who may watch a meeting, without identities, and until when. */
@Controller('meetings/:id/observers')
export class ObserversPages {
  constructor(
    private readonly opened: OpenedMeetings,
    private readonly around: AroundMeetings,
    private readonly access: AccessQueries,
    private readonly clock: Clock,
    private readonly inviteObserver: InviteObserver,
    private readonly endInvitation: EndObserverInvitation,
  ) {}

  @Get()
  @Requires('meeting.run')
  @Render(TEMPLATE)
  async show(@By() actor: Actor, @Param('id') id: string): Promise<Invitations> {
    const { panelAreaId, meetingDay: day } = await this.opened.open(actor, id, 'meeting.run');
    const [found, observers] = await Promise.all([
      this.around.invitations(id),
      this.access.holders(panelAreaId, 'meeting.observe'),
    ]);
    const now = this.clock.now();
    const form = formPage({
      title: 'Observers',
      lead: 'An observer sees the order of the cases by number, an age band, the class of the offences, where each stands and what was considered and recommended. Nobody’s name, no reference and nothing that was written.',
      fields: observerFields(observers),
      values: { fromDay: day, untilDay: day },
      submitText: 'Invite',
      back: `/meetings/${id}`,
    });
    const invitations = found.map((one) => ({ ...one, isOpen: one.endedAt === null && one.untilAt > now }));
    return { form, meetingId: id, invitations };
  }

  @Post()
  @Requires('meeting.run')
  async invite(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() res: Response,
  ): Promise<void> {
    const work = async (input: ObserverFormInput): Promise<string> => {
      const { personId, fromDay, fromTime, untilDay, untilTime } = input;
      const from = typedInstant(fromDay, fromTime, 'fromDay', 'fromTime');
      const until = typedInstant(untilDay, untilTime, 'untilDay', 'untilTime');
      await this.inviteObserver.execute(actor, id, { personId, from, until });
      return `/meetings/${id}/observers`;
    };
    const again = () => this.show(actor, id);
    await submit(res, { fields: observerFields([]), body, input: ObserverFormInput, work, again, template: TEMPLATE });
  }

  @Post(':invitationId/end')
  @Requires('meeting.run')
  async end(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('invitationId') invitationId: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.endInvitation.execute(actor, id, invitationId);
    response.redirect(303, `/meetings/${id}/observers`);
  }
}
