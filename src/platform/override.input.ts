import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, ValidateNested } from 'class-validator';
import { type RuleCode, ruleCodes } from '../policy/rules.js';
import { Words } from './input.js';

export class OverrideInput {
  @IsIn(ruleCodes, { message: 'Select a rule of this service' })
  code: RuleCode;

  @Words(500, 'Enter the reason for going on')
  reason: string;
}

/** Reasons for gates that may be passed over, and for warnings that were considered. */
export const Overrides = (): PropertyDecorator =>
  applyDecorators(
    IsOptional(),
    ApiProperty({ type: () => [OverrideInput], required: false, maxItems: 50 }),
    IsArray(),
    ArrayMaxSize(50, { message: 'Enter at most 50' }),
    ValidateNested({ each: true }),
    Type(() => OverrideInput),
  );
