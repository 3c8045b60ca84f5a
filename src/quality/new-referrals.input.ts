import { IsUUID } from 'class-validator';
import { IsDay } from '../platform/input.js';

/** Outcomes given in a panel area in a period. */
export class NewReferralsInput {
  @IsUUID(undefined, { message: 'Select the panel area' })
  panelAreaId: string;

  @IsDay('Enter the first day')
  from: string;

  @IsDay('Enter the last day')
  to: string;
}
