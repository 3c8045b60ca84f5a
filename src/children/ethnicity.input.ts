import { IsIn, IsOptional, registerDecorator, ValidateIf } from 'class-validator';
import {
  ethnicitySources,
  type EthnicityScheme,
  isEthnicityOf,
  isNotStated,
  notStatedReasons,
  officerCodes,
  schemes,
} from '../policy/ethnicity.js';

const isCodeOfScheme: PropertyDecorator = (target, name) =>
  registerDecorator({
    name: 'isCodeOfScheme',
    target: target.constructor,
    propertyName: String(name),
    validator: {
      validate: (code, check) => {
        const { scheme } = (check?.object ?? {}) as Partial<EthnicityInput>;
        return typeof code === 'string' && !!scheme && Object.hasOwn(schemes, scheme) && isEthnicityOf(scheme, code);
      },
      defaultMessage: () => 'Select the child’s ethnicity, from the codes of the list named',
    },
  });

/** A child's ethnicity as it was said, by whom, and beside it what an officer saw. */
export class EthnicityInput {
  @isCodeOfScheme
  code: string;

  @IsIn(Object.keys(schemes), { message: 'Select which list of codes this is from' })
  scheme: EthnicityScheme;

  @IsIn(Object.keys(ethnicitySources), { message: 'Select who said it' })
  source: keyof typeof ethnicitySources;

  @IsOptional()
  @IsIn(Object.keys(officerCodes), { message: 'Select what the officer saw' })
  officerCode?: keyof typeof officerCodes;

  @ValidateIf(({ code }: EthnicityInput) => isNotStated(code))
  @IsIn(Object.keys(notStatedReasons), { message: 'Select why ethnicity was not stated' })
  notStatedReason?: keyof typeof notStatedReasons;
}
