import { IsDay, VersionInput, Words } from '../platform/input.js';

export class ResponseInput extends VersionInput {
  @Words(4000, 'Enter what was done with the child')
  whatWasDone: string;

  @Words(4000, 'Enter how the child responded')
  childsResponse: string;

  @Words(4000, 'Enter what is different now')
  differentNow: string;
}

export class DisposalCheckInput extends VersionInput {
  @Words(4000, 'Enter where you looked')
  places: string;

  @IsDay('Enter the day you looked')
  checkedOn: string;
}
