import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, ValidateNested } from 'class-validator';
import { IsDay, IsOptionalDay, OptionalWords, VersionInput, Words } from '../platform/input.js';
import { type DeliveryStatus, deliveryStatuses } from './delivery.entity.js';

export class DeliveryActionInput {
  @Words(500, 'Enter what is to be done')
  description: string;

  @Words(200, 'Enter who sees to it')
  owner: string;

  @IsDay('Enter by when')
  due: string;
}

/** The version is that of the delivery; left out, or 0, where nothing is stored yet. */
export class DeliveryInput extends VersionInput {
  @IsIn(Object.keys(deliveryStatuses), { message: 'Select how far it has come' })
  status: DeliveryStatus;

  @IsOptionalDay()
  startedOn?: string;

  @IsOptionalDay()
  endedOn?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50, { message: 'Enter at most 50 actions' })
  @ValidateNested({ each: true })
  @Type(() => DeliveryActionInput)
  actions?: DeliveryActionInput[];

  /** Needed when it ended without being completed. */
  @OptionalWords(4000)
  notCompletedReason?: string;
}

/** The version is that of the case; it is checked when it is given. */
export class DutyDoneInput extends VersionInput {
  @OptionalWords(500)
  note?: string;
}
