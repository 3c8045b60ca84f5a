import { createHash } from 'node:crypto';
import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Response } from 'express';
import sql from 'sql-template-tag';
import type { Agency } from '../policy/agencies.js';
import type { Role } from '../policy/permissions.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { Invalid } from '../platform/errors.js';
import type { RequestWithActor } from '../platform/web/requires.js';
import { secretHash } from './secrets.js';

type Found = { id: string; name: string; agency: Agency; role: Role | null; panelAreaId: string | null };

const KEY = /^[\x21-\x7e]{1,200}$/;

/** Who asks: a session's person on pages, a token's person under /api, read afresh at every request. */
@Injectable()
export class Identify implements NestMiddleware {
  constructor(
    private readonly read: Read,
    private readonly clock: Clock,
  ) {}

  async use(request: RequestWithActor, _: Response, next: NextFunction): Promise<void> {
    const isApi = request.originalUrl.startsWith('/api/');
    const actor = isApi ? await this.byToken(request) : await this.bySession(request);
    if (actor) request.actor = withSubmission({ ...actor, at: this.clock.now() }, request, isApi);
    next();
  }

  private async bySession({ session }: RequestWithActor): Promise<Actor | null> {
    if (!session?.personId) return null;
    return actorFrom(
      await this.read.rows<Found>(
        sql`select p.id, p.name, p.agency, r.role, r."panelAreaId" from people p
            left join role_assignments r on r."personId" = p.id
            where p.id = ${session.personId} and p.state = 'ACTIVE'`,
      ),
    );
  }

  private async byToken(request: RequestWithActor): Promise<Actor | null> {
    const [, token] = /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '') ?? [];
    if (!token) return null;
    return actorFrom(
      await this.read.rows<Found>(
        sql`select p.id, p.name, p.agency, r.role, r."panelAreaId" from access_tokens t
            join people p on p.id = t."personId" and p.state = 'ACTIVE'
            left join role_assignments r on r."personId" = p.id
            where t."tokenHash" = ${secretHash(token)} and t."revokedAt" is null and t."expiresAt" > ${this.clock.now()}`,
      ),
    );
  }
}

function actorFrom(found: readonly Found[]): Actor | null {
  const [first] = found;
  if (!first) return null;
  const roles = found.flatMap(({ role, panelAreaId }) => (role ? [{ role, panelAreaId }] : []));
  return { personId: first.id, name: first.name, agency: first.agency, roles };
}

/** The API sends its key in a header, a form in the field that was made when the form was shown. */
function withSubmission(actor: Actor, request: RequestWithActor, isApi: boolean): Actor {
  if (request.method !== 'POST') return actor;
  const body = request.body as Record<string, unknown> | string | undefined;
  const field = typeof body === 'object' ? body['_key'] : undefined;
  const key = isApi ? request.headers['idempotency-key'] : field;
  if (key === undefined || key === '') return actor;
  if (typeof key !== 'string' || !KEY.test(key)) {
    throw new Invalid([{ field: 'Idempotency-Key', message: 'A key is 1 to 200 printable characters' }]);
  }
  return { ...actor, submission: { key, fingerprint: fingerprint(request) } };
}

const fingerprint = ({ originalUrl, body, file }: RequestWithActor): string => {
  const sent = typeof body === 'object' && body !== null ? { ...body, _csrf: undefined } : body;
  const hash = createHash('sha256').update(JSON.stringify([originalUrl, sent]));
  return (file ? hash.update(file.buffer) : hash).digest('hex');
};
