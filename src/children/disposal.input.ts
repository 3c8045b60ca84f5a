import { IsIn, Matches } from 'class-validator';
import type { EarlierDisposalCode } from '../policy/disposals.js';
import { IsDay, Words } from '../platform/input.js';
import { disposalCode } from '../disposals/known-disposal.js';
import type { DisposalRoute, EarlierDisposal } from './earlier-disposal.entity.js';

/** Why an earlier disposal is set aside, or counted again. */
export class SetAsideInput {
  @Words(500, 'Enter why')
  reason: string;
}

/** How a disposal came to the child, in the words people read. */
export const routes: Readonly<Record<DisposalRoute, string>> = {
  POLICE_ISSUED: 'Police, without the panel',
  PANEL: 'A panel',
  OTHER_AREA: 'Another area',
  COURT: 'A court',
};

export const completions: Readonly<Record<EarlierDisposal['completed'], string>> = {
  YES: 'Completed',
  NO: 'Not completed',
  NOT_KNOWN: 'Not known',
};

/** A disposal the child had before, from any source. */
export class DisposalInput {
  @Matches(disposalCode, { message: 'Select the disposal' })
  disposal: EarlierDisposalCode;

  @IsDay('Enter the day it was given')
  givenOn: string;

  @Words(500, 'Enter the offence')
  offence: string;

  @IsIn(Object.keys(routes), { message: 'Select how it was given' })
  route: DisposalRoute;

  @Words(200, 'Enter where this is known from')
  source: string;

  @IsIn(Object.keys(completions), { message: 'Select whether it was completed' })
  completed: EarlierDisposal['completed'];
}
