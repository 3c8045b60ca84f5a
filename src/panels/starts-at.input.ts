import { registerDecorator } from 'class-validator';
import { instantOf } from './starts-at.js';

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
