import { NotFound } from '../platform/errors.js';
import type { Speaker } from './voice.entity.js';

/** Whose voice an address names; any other is not there. */
export function speakerNamed(name: string): Speaker {
  if (name !== 'child' && name !== 'carer') throw new NotFound();
  return name === 'child' ? 'CHILD' : 'CARER';
}
