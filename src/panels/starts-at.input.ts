import { registerDecorator } from 'class-validator';
import { Words } from '../platform/input.js';
import { instantOf, paddedTime } from './starts-at.js';
import { applyDecorators } from '@nestjs/common';

/** An instant, or a time by the clock in London where no zone is given. */
export const IsInstant =
  (missing: string): PropertyDecorator =>
  (target, name) =>
    registerDecorator({
      name: 'isInstant',
      target: target.constructor,
      propertyName: String(name),
      validator: {
        validate: (value) => typeof value === 'string' && instantOf(value) !== null,
        defaultMessage: () => missing,
      },
    });

/** A time as a person types it, told with every other fault of the form. */
export const IsTime = (missing: string): PropertyDecorator =>
  applyDecorators(Words(5, missing), (target: object, name: string | symbol) =>
    registerDecorator({
      name: 'isTime',
      target: target.constructor,
      propertyName: String(name),
      validator: {
        validate: (value) => typeof value !== 'string' || value === '' || paddedTime(value) !== null,
        defaultMessage: () => 'Enter a time as hours and minutes, for example 14:30',
      },
    }),
  );
