import { IntersectionType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { type Agency, agencyCodes } from '../policy/agencies.js';
import { IsDay, VersionInput, Words } from '../platform/input.js';

/** What is asked, of a person or of an agency, until when. */
export class ActionInput {
  @Words(1000, 'Enter what is to be done')
  what: string;

  @IsOptional()
  @IsUUID('all', { message: 'Select who does it' })
  ownerId?: string;

  @IsOptional()
  @IsIn(agencyCodes, { message: 'Select an agency from the list' })
  agency?: Agency;

  @IsDay('Enter the day by which it is done')
  due: string;
}

/** The same with the version of the case, on its own. */
export class PanelActionInput extends IntersectionType(VersionInput, ActionInput) {}

export class ActionDoneInput extends VersionInput {
  @Words(1000, 'Enter what was done')
  done: string;
}
