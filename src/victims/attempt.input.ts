import { IsDay, Words } from '../platform/input.js';

/** One try at reaching somebody. */
export class AttemptInput {
  @IsDay('Enter the day of the attempt')
  on: string;

  @Words(200, 'Enter how you tried')
  how: string;

  @Words(500, 'Enter what came of it')
  result: string;
}
