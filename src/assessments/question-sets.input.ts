import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsOptional, Max, Min, registerDecorator } from 'class-validator';
import { MOST_MONTHS, type SetNamed } from '../policy/questions/assessment-sets.js';
import { IsDay } from '../platform/input.js';

const isIdAndVersion = (value: unknown): boolean => {
  const { id, version } = (value ?? {}) as { id?: unknown; version?: unknown };
  return typeof id === 'string' && typeof version === 'string';
};

/** A question set as clients name it: by id, by `id@version`, or as `{ id, version }`. */
export const IsSetNamed =
  (required = true): PropertyDecorator =>
  (target, name) => {
    ApiProperty({
      required,
      oneOf: [
        { type: 'string' },
        {
          type: 'object',
          required: ['id', 'version'],
          properties: { id: { type: 'string' }, version: { type: 'string' } },
        },
      ],
    })(target, name);
    registerDecorator({
      name: 'isSetNamed',
      target: target.constructor,
      propertyName: String(name),
      validator: {
        validate: (value: unknown) => typeof value === 'string' || isIdAndVersion(value),
        defaultMessage: () => 'Name the question set, as { id, version }',
      },
    });
  };

/** What a panel area asks from a day on. */
export class QuestionSetsInput {
  @IsDay('Enter the day from which it is asked')
  from: string;

  @IsSetNamed()
  full: SetNamed;

  /** Left out, or NONE: a child is always assessed in full. */
  @IsOptional()
  @IsSetNamed(false)
  short?: SetNamed;

  /** How many months after an assessment in full was signed off the short one may be used; needed with a short one. */
  @IsOptional()
  @IsInt({ message: 'Enter a whole number of months' })
  @Min(1, { message: 'It must be at least 1 month' })
  @Max(MOST_MONTHS, { message: `It must be at most ${MOST_MONTHS} months` })
  withinMonths?: number;
}
