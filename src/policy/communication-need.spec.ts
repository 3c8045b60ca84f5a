import { expect, test } from '@jest/globals';
import { communicationNeed } from './communication-need.js';

test.each([
  [{}, null],
  [{ 'communication-checked': 'NEED_FOUND' }, 'NEED_FOUND'],
  [{ 'communication-checked': 'NOT_CHECKED' }, 'NOT_CHECKED'],
  [{ 'communication-checked': 'NO_NEED_FOUND' }, 'NO_NEED_FOUND'],
  [{ 'communication-checked': 'PERHAPS' }, null],
  [{ 'communication-signs': [] }, null],
  [{ 'communication-signs': ['NONE'] }, 'NO_NEED_FOUND'],
  [{ 'communication-signs': ['NOT_CHECKED'] }, 'NOT_CHECKED'],
  [{ 'communication-signs': ['LITERAL', 'READING'] }, 'NEED_FOUND'],
  [{ 'communication-diagnosis': 'NEVER_ASSESSED' }, null],
  [{ 'communication-signs': ['NONE'], 'communication-diagnosis': 'BEING_ASSESSED' }, 'NEED_FOUND'],
  [{ 'communication-signs': ['NOT_CHECKED'], 'communication-diagnosis': 'DIAGNOSED' }, 'NEED_FOUND'],
])('%j says %s', (answers, need) => {
  expect(communicationNeed(answers)).toBe(need);
});
