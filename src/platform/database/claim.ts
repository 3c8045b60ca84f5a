import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { NotFound, StaleVersion } from '../errors.js';
import { forUpdate } from './options.js';

type Versioned = ObjectLiteral & { version: number };

/**
 * Loads a row in order to change it, and moves its version on. The version is what the sender was shown; if the row
 * has moved since, nothing is written. (TypeORM's own version column accepts a stale save.)
 */
export async function claim<Entity extends Versioned>(
  tx: EntityManager,
  target: EntityTarget<Entity>,
  key: Partial<Entity>,
  version: number,
): Promise<Entity> {
  const found = await lockOne(tx, target, key);
  if (!found) throw new NotFound();
  if (found.version !== version) throw new StaleVersion(found.version);
  const moved = { ...key, version } as Partial<Entity>;
  const { affected } = await tx.update(target, moved as never, { version: version + 1 } as never);
  if (affected !== 1) throw new StaleVersion(found.version);
  found.version = version + 1;
  return found;
}

/** Loads one row and keeps others from changing it until the unit ends. */
export async function lockOne<Entity extends ObjectLiteral>(
  tx: EntityManager,
  target: EntityTarget<Entity>,
  key: Partial<Entity>,
): Promise<Entity | null> {
  const query = tx.createQueryBuilder(target, 'found').where(key).limit(1);
  if (forUpdate(tx.connection)) query.setLock('pessimistic_write');
  return query.getOne();
}

/**
 * Writes a record of which there is at most one for its key: the first time it is inserted (the sender saw nothing, so
 * sends no version or 0), afterwards it is changed under the version rule of `claim`.
 */
export async function writeOne<Entity extends Versioned>(
  tx: EntityManager,
  target: EntityTarget<Entity>,
  key: Partial<Entity>,
  changes: Partial<Entity>,
  version = 0,
  whenNew: () => Partial<Entity> = () => ({}),
): Promise<number> {
  const found = await lockOne(tx, target, key);
  if (!found) {
    if (version !== 0) throw new StaleVersion(0);
    await tx.insert(target, { ...whenNew(), ...key, ...changes, version: 1 } as never);
    return 1;
  }
  if (found.version !== version) throw new StaleVersion(found.version);
  await tx.update(target, key as never, { ...changes, version: version + 1 } as never);
  return version + 1;
}
