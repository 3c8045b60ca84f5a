import { applyDecorators } from '@nestjs/common';
import { ArrayNotEmpty, ArrayUnique, IsIn, ValidateBy } from 'class-validator';
import { areOfOnePiece, type FeatureAnswer, offenceFeatures } from '../policy/offence-classes.js';

/** What an offence is marked with, as a form asks it outright: ticking nothing is no answer; `besides` say that there is none. */
export const FeatureAnswers = (besides: readonly FeatureAnswer[], missing: string): PropertyDecorator =>
  applyDecorators(
    ArrayNotEmpty({ message: missing }),
    ArrayUnique({ message: 'Name each feature once' }),
    IsIn([...Object.keys(offenceFeatures), ...besides], { each: true, message: 'Select features from the list' }),
    ValidateBy({
      name: 'areOfOnePiece',
      validator: {
        validate: (answers) => !Array.isArray(answers) || areOfOnePiece(answers),
        defaultMessage: () => missing,
      },
    }),
  );
