import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, MaxLength, Min, MinLength, registerDecorator } from 'class-validator';
import { isRealDay } from '../policy/days.js';
import { isPlain, isWritten } from '../policy/gate.js';

/** Text of which nothing can be seen is none. */
const trimmed = ({ value }: { value: unknown }): unknown => {
  if (typeof value !== 'string') return value;
  return isWritten(value) ? value.trim().normalize('NFC') : '';
};

/** Required text of at most `limit` characters; `missing` is what the sender is told when there is none. */
export const Words = (limit: number, missing: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: String, minLength: 1, maxLength: limit }),
    Transform(trimmed),
    // What is missing fails both, and the first message is the one that is shown.
    MinLength(1, { message: missing }),
    MaxLength(limit, { message: `Use ${limit.toLocaleString('en-GB')} characters or fewer` }),
  );

/** Text that may be left out. */
export const OptionalWords = (limit: number): PropertyDecorator =>
  applyDecorators(
    IsOptional(),
    ApiProperty({ type: String, maxLength: limit, required: false }),
    Transform(trimmed),
    MaxLength(limit, { message: `Use ${limit.toLocaleString('en-GB')} characters or fewer` }),
  );

/** What the sender is told of a name that is not `isPlain`. */
export const notPlain = 'Remove invisible characters from the name';

/** A name: like `Words`, and without the invisible characters that make one name look like another. */
export const Name = (missing: string): PropertyDecorator => applyDecorators(Words(200, missing), plain);

/** A name that may be left out. */
export const OptionalName = (): PropertyDecorator => applyDecorators(OptionalWords(200), plain);

/** A field of a filter form that was left empty. */
export const BlankIsNone = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }): unknown => (value === '' ? undefined : value));

/** YES or NO, as a page sends it, is true or false; anything else stays as it came, for the check to name. */
export const YesOrNo = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }): unknown => (value === 'YES' ? true : value === 'NO' ? false : value));

/** A real day, YYYY-MM-DD. */
export const IsDay = (missing: string): PropertyDecorator =>
  applyDecorators(ApiProperty({ type: String, format: 'date' }), realDay(missing));

export const IsOptionalDay = (): PropertyDecorator =>
  applyDecorators(IsOptional(), ApiProperty({ type: String, format: 'date', required: false }), realDay('Enter a day'));

/** Whatever is no text is for `Words` to name. */
const plain: PropertyDecorator = (target, name) =>
  registerDecorator({
    name: 'isPlain',
    target: target.constructor,
    propertyName: String(name),
    validator: {
      validate: (value) => typeof value !== 'string' || isPlain(value),
      defaultMessage: () => notPlain,
    },
  });

const realDay =
  (missing: string): PropertyDecorator =>
  (target, name) =>
    registerDecorator({
      name: 'isRealDay',
      target: target.constructor,
      propertyName: String(name),
      validator: {
        validate: (value) => typeof value === 'string' && isRealDay(value),
        defaultMessage: ({ value } = {} as never) => (value === undefined ? missing : 'Enter a real date'),
      },
    });

/** The version the sender was shown. */
export const IsVersion = (required = true): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: 'number', minimum: 0, required }),
    IsInt({ message: 'The version is a whole number' }),
    Min(0),
  );

/**
 * The same. Of what has a key of its own it may be left out only where nothing is stored yet. Of a case or a meeting whoever
 * leaves it out writes without having read what stands; every page sends it.
 */
export class VersionInput {
  @IsOptional()
  @IsVersion(false)
  version?: number;
}
