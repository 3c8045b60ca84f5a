import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { type FieldError, refuse } from '../errors.js';
import { errorsInWords } from './form-errors.js';
import { type Field, isRecord } from './form-fields.js';

/** What was sent, before it is known to fit. */
export type Unchecked<Input extends object> = { readonly [Name in keyof Input]?: unknown };

/** What is wrong beside what a field shows by itself: told in the same answer, so that nobody mends in rounds. */
export type FaultsBeside<Input extends object> = (
  sent: Unchecked<Input>,
) => readonly FieldError[] | Promise<readonly FieldError[]>;

/** The input as an instance of its class, or `Invalid` with every fault in plain words. */
export async function checkedInput<Input extends object>(
  input: new () => Input,
  fields: readonly Field[],
  values: unknown,
  faultsBeside: FaultsBeside<Input> = () => [],
): Promise<Input> {
  const instance = plainToInstance(input, isRecord(values) ? values : {});
  const found = await validate(instance, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
  refuse([...errorsInWords(fields, found), ...(await faultsBeside(instance))]);
  return instance;
}
