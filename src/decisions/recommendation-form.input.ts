import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { Words } from '../platform/input.js';
import { OptionConsideredInput, RecommendationHead } from './decision.input.js';
import { LeastCriminalisingInput, MissingInformationInput } from './reasons.input.js';

/** Without words of its own: those of an error come from the field, which says of which victim. */
export class VictimReasonOnPage {
  @IsUUID()
  victimId: string;

  @IsString()
  @MinLength(1)
  @MaxLength(4000)
  reason: string;
}

/** The reasons as a page asks for them, so that each fault stands beside its own box. */
export class AllReasonsInput {
  @Words(4000, 'Enter how what the child said bore on the recommendation')
  child: string;

  @Words(4000, 'Enter how what the parent or carer said bore on it')
  carer: string;

  /** Where there are several victims the page asks about each by itself. */
  @ValidateIf((reasons: AllReasonsInput) => reasons.victims === undefined)
  @Words(4000, 'Enter how what the victim said bore on it')
  victim: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50, { message: 'Enter at most 50' })
  @ValidateNested({ each: true })
  @Type(() => VictimReasonOnPage)
  victims?: VictimReasonOnPage[];

  @Words(4000, 'Enter how safety and wellbeing bore on it')
  safety: string;

  @Words(4000, 'Enter how the risk of serious harm bore on it')
  harm: string;

  @Words(4000, 'Enter how ethnicity and identity bore on it')
  identity: string;

  @Words(4000, 'Enter how earlier disposals bore on it')
  earlierDisposals: string;
}

/** A recommendation as it comes from the page. */
export class RecommendationFormInput extends RecommendationHead {
  @IsArray()
  @ArrayMinSize(1, { message: 'Add at least one option that was considered' })
  @ArrayMaxSize(50, { message: 'Enter at most 50 options' })
  @ValidateNested({ each: true })
  @Type(() => OptionConsideredInput)
  optionsConsidered: OptionConsideredInput[];

  /** Made empty where none was written, so that each of them is asked for. */
  @ValidateNested()
  @Type(() => AllReasonsInput)
  reasons: AllReasonsInput = new AllReasonsInput();

  @ValidateNested()
  @Type(() => LeastCriminalisingInput)
  leastCriminalising: LeastCriminalisingInput = new LeastCriminalisingInput();

  @ValidateNested()
  @Type(() => MissingInformationInput)
  missingInformation: MissingInformationInput = new MissingInformationInput();
}
