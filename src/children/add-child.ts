import { Invalid } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import type { Subject } from '../platform/trail/append-to-trail.js';
import type { Work } from '../platform/unit-of-work.js';
import { Child, ChildSearchName } from './child.entity.js';
import type { ChildInput } from './child.input.js';
import { searchTerms } from './fold.js';

/** What a trail entry about a child needs: the chain is that of the panel area in which it happened. */
export const childSubject = (id: string, panelAreaId: string | null): Subject => ({ type: 'CHILD', id, panelAreaId });

/** Adds a child as described, with an identity of its own; part of a unit of work. Gives the child's id. */
export async function addChild(work: Work, child: ChildInput, panelAreaId: string): Promise<string> {
  const { tx, now, today, record } = work;
  const { givenName, familyName, dateOfBirth, sex } = child;
  if (dateOfBirth > today) {
    throw new Invalid([{ field: 'child.dateOfBirth', message: 'Enter a date of birth in the past' }]);
  }
  const id = newId();
  await tx.insert(Child, {
    ...{ id, identityId: id, givenName, familyName, dateOfBirth, sex },
    ...{ version: 1, createdAt: now },
  });
  const terms = searchTerms(child).map((term) => ({ childId: id, term }));
  if (terms.length > 0) await tx.insert(ChildSearchName, terms);
  record(childSubject(id, panelAreaId), { type: 'CHILD_ADDED' });
  return id;
}
