import { IsIn, IsOptional } from 'class-validator';
import {
  type ContactResult,
  contactResults,
  type ContactWay,
  contactWays,
  type EngagementStep,
  engagementSteps,
  type Excuse,
  excuses,
} from '../policy/delivery.js';
import { IsDay, Name, OptionalWords } from '../platform/input.js';

export class DeliveryContactInput {
  @IsDay('Enter the day of the contact')
  heldOn: string;

  @IsIn(Object.keys(contactWays), { message: 'Select where or how' })
  way: ContactWay;

  /** Who met the child, or was to. */
  @Name('Enter who met the child, or was to')
  who: string;

  @IsIn(Object.keys(contactResults), { message: 'Select whether it was kept' })
  result: ContactResult;

  /** Needed when it was missed. */
  @OptionalWords(1000)
  reason?: string;

  /** Needed when it was missed. */
  @IsOptional()
  @IsIn(Object.keys(excuses), { message: 'Select whether that is a reasonable excuse' })
  excuse?: Excuse;

  @OptionalWords(2000)
  note?: string;
}

export class StepInput {
  @IsDay('Enter the day')
  takenOn: string;

  @IsIn(Object.keys(engagementSteps), { message: 'Select what was done' })
  step: EngagementStep;

  /** Needed for something else. */
  @OptionalWords(2000)
  note?: string;
}
