import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsUUID } from 'class-validator';
import { IsDay, VersionInput, Words } from '../../platform/input.js';

const REVIEW_DAY = 'Enter the day on which it is looked at again';

/** Who may know of the case, why nobody else, and when that is looked at again. */
export class RestrictionInput extends VersionInput {
  @Words(4000, 'Enter why the case is restricted')
  reason: string;

  @IsDay(REVIEW_DAY)
  reviewOn: string;

  @IsArray({ message: 'Select who may know of the case' })
  @ArrayMinSize(1, { message: 'Select who may know of the case' })
  @ArrayMaxSize(100, { message: 'Name at most 100 people' })
  @ArrayUnique({ message: 'Name each person once' })
  @IsUUID('all', { each: true, message: 'Select people from the list' })
  people: string[];
}

export class NamingInput extends VersionInput {
  @IsUUID('all', { message: 'Select whom to name' })
  personId: string;

  @Words(4000, 'Enter why they need to know of the case')
  reason: string;
}

export class RemovalInput extends VersionInput {
  @Words(4000, 'Enter why they are taken off')
  reason: string;
}

export class ReviewInput extends VersionInput {
  @Words(4000, 'Enter why the case stays restricted')
  reason: string;

  @IsDay(REVIEW_DAY)
  reviewOn: string;
}

export class RestrictionLiftingInput extends VersionInput {
  @Words(4000, 'Enter why the restriction is lifted')
  reason: string;
}

export class OpeningInput {
  @Words(50, 'Enter the reference of the case')
  reference: string;

  @Words(4000, 'Enter why you need to open it now')
  reason: string;
}

export class AcknowledgementInput extends VersionInput {
  @Words(4000, 'Enter what you found')
  found: string;
}
