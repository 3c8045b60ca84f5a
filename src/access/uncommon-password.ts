import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { registerDecorator } from 'class-validator';

const judge = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
const GOOD_ENOUGH = 3;

/** Refuses a password that an attacker would try early: common ones, runs of keys, repeats (ASVS 5.0 6.2.4). */
export const IsUncommonPassword = (): PropertyDecorator => (target, name) =>
  registerDecorator({
    name: 'isUncommonPassword',
    target: target.constructor,
    propertyName: String(name),
    validator: {
      validate: (value) => typeof value === 'string' && judge.check(value.slice(0, 100)).score >= GOOD_ENOUGH,
      defaultMessage: () => 'Choose a password that is harder to guess, like four words that do not belong together',
    },
  });
