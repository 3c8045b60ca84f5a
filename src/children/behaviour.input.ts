import { IsIn, IsOptional } from 'class-validator';
import { type BehaviourKind, behaviourKindCodes } from '../policy/earlier-behaviour.js';
import { gradings } from '../policy/questions/evidence.2026-12.js';
import { BlankIsNone, IsDay, IsVersion, OptionalWords, Words } from '../platform/input.js';

const codesOf = (options: readonly { readonly value: string }[]): string[] => options.map(({ value }) => value);

/** Something known of the child's past, beside disposals. */
export class BehaviourInput {
  @IsIn(behaviourKindCodes, { message: 'Select what it is' })
  kind: BehaviourKind;

  @IsDay('Enter the day it happened')
  happenedOn: string;

  @Words(2000, 'Enter what is known')
  what: string;

  @Words(200, 'Enter from whom it is known')
  source: string;

  /** Needed of intelligence, and of nothing else. */
  @IsOptional()
  @BlankIsNone()
  @IsIn(codesOf(gradings.source), { message: 'Select how good the source is' })
  sourceGrade?: string;

  /** Needed of intelligence, and of nothing else. */
  @IsOptional()
  @BlankIsNone()
  @IsIn(codesOf(gradings.information), { message: 'Select how the source knows' })
  informationGrade?: string;

  /** Needed of intelligence, and of nothing else. */
  @IsOptional()
  @BlankIsNone()
  @IsIn(codesOf(gradings.handling), { message: 'Select the handling code' })
  handling?: string;

  /** Needed where the handling code is C. */
  @OptionalWords(500)
  conditions?: string;
}

/** The same as it should have said, and why it is corrected. */
export class BehaviourCorrectionInput extends BehaviourInput {
  @Words(500, 'Enter why it is corrected')
  because: string;

  /** The version of the item. */
  @IsVersion()
  version: number;
}

export class BehaviourWithdrawalInput {
  @Words(500, 'Enter why it is withdrawn')
  because: string;

  /** The version of the item. */
  @IsVersion()
  version: number;
}
