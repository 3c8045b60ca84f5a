import { IsUUID } from 'class-validator';
import { IsDay, Words } from '../platform/input.js';

/** Somebody's absence and who does their work meanwhile. */
export class CoverInput {
  @IsUUID(undefined, { message: 'Select the panel area' })
  panelAreaId: string;

  @IsUUID(undefined, { message: 'Select who is away' })
  personId: string;

  @IsUUID(undefined, { message: 'Select who covers for them' })
  coveredBy: string;

  @IsDay('Enter the first day')
  fromDay: string;

  @IsDay('Enter the last day')
  toDay: string;

  @Words(500, 'Enter the reason')
  reason: string;
}
