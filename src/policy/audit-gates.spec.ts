import { describe, expect, it } from '@jest/globals';
import { auditBlockers, type Involvement, involvements, workingEvents } from './audit-gates.js';
import { events } from './events.js';

const page = '/audit-plans/1';

describe('the audit of a case', () => {
  it('is open to somebody who had nothing to do with it', () => {
    expect(auditBlockers([], page)).toEqual([]);
  });

  it.each(Object.keys(involvements) as Involvement[])('is shut to whoever had to do with it by %s', (involved) => {
    expect(auditBlockers([involved], page)).toEqual([
      {
        code: 'CONFLICT_OF_INTEREST',
        severity: 'STOP',
        message: `Somebody else must audit this case: you ${involvements[involved]}`,
        mend: page,
      },
    ]);
  });

  it('names everything somebody did, once each and in one order', () => {
    const [shut] = auditBlockers(['OUTCOME', 'REFERRAL', 'OUTCOME'], page);
    expect(shut?.message).toBe('Somebody else must audit this case: you referred it, you recorded its outcome');
  });

  it('says in general that somebody worked on the record only where nothing more exact is known', () => {
    const [shut] = auditBlockers(['RECORD', 'REFERRAL'], page);
    expect(shut?.message).toBe('Somebody else must audit this case: you referred it');
  });

  it('knows the events of taking part by names that exist, and does not count looking', () => {
    expect(workingEvents.filter((type) => !Object.hasOwn(events, type))).toEqual([]);
    expect(workingEvents.filter((type) => /VIEWED|LISTED|ISSUED|AUDIT/.test(type))).toEqual([]);
  });
});
