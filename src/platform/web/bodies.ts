import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import express from 'express';
import multer from 'multer';
import { HttpException, HttpStatus } from '@nestjs/common';
import { Invalid } from '../errors.js';

const BODY_LIMIT = '1mb';
export const FILE_LIMIT = 10 * 1024 * 1024;

const isApi = ({ path }: Request): boolean => path.startsWith('/api/');

/** Nothing large is read from somebody who is not signed in and shows no token. */
const takesFile = ({ path, session, headers }: Request): boolean =>
  path.endsWith('-imports') && Boolean(session?.personId ?? headers.authorization);

/** What may be sent: JSON to the API, forms to pages, one file to the routes that end in `-imports`. */
export function useBodies(app: NestExpressApplication): void {
  const file = multer({ storage: multer.memoryStorage(), limits: { fileSize: FILE_LIMIT, files: 1, fields: 20 } });
  const table = express.text({ type: 'text/csv', limit: FILE_LIMIT });
  const json = express.json({ limit: BODY_LIMIT });
  const form = express.urlencoded({ extended: true, limit: BODY_LIMIT, parameterLimit: 2000 });
  const when = (applies: (request: Request) => boolean, parse: RequestHandler): void => {
    app.use((request: Request, response: Response, next: NextFunction) =>
      applies(request) ? parse(request, response, next) : next(),
    );
  };
  when(takesFile, file.single('file'));
  when((request) => isApi(request) && takesFile(request), table);
  when(isApi, json);
  when((request) => !isApi(request), form);
  app.use(refuseOthers);
}

/** A body that no parser took, and one that nothing here could mean, is refused; nulls are left out of what goes on. */
function refuseOthers(request: Request, _: Response, next: NextFunction): void {
  const hasBody = Number(request.headers['content-length'] ?? 0) > 0 || 'transfer-encoding' in request.headers;
  if (hasBody && request.body === undefined) throw new HttpException('', HttpStatus.UNSUPPORTED_MEDIA_TYPE);
  const unfit = unfitIn(request.body);
  if (unfit !== null && unfit !== '' && isApi(request))
    throw new Invalid([{ field: unfit.slice(0, 200), message: UNFIT }]);
  if (/%00/.test(request.url) || unfit !== null) throw new HttpException('', HttpStatus.BAD_REQUEST);
  leaveOutNulls(request.body);
  next();
}

const DEEPEST = 20;

const UNFIT = 'This cannot be read: a list holds no lists and no empty places, and text no NUL';

/**
 * The place of the first thing that nothing here could mean, or null: a NUL (PostgreSQL has no place for one), a list in a
 * list, nothing at all in a list, or no end of nesting. A place whose own name could not be printed is ''.
 */
function unfitIn(value: unknown, place = '', depth = 0): string | null {
  if (typeof value === 'string') return value.includes('\0') ? place : null;
  if (value === null || typeof value !== 'object') return null;
  if (depth > DEEPEST) return '';
  for (const [name, inner] of Object.entries(value)) {
    if (name.includes('\0')) return '';
    const inside = Array.isArray(value) ? `${place}[${name}]` : place ? `${place}.${name}` : name;
    if (Array.isArray(value) && (inner === null || Array.isArray(inner))) return inside;
    const found = unfitIn(inner, inside, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

/** To a client a field that is null is one left out. An answer that is null clears the one kept, so answers stay. */
function leaveOutNulls(value: unknown): void {
  if (value === null || typeof value !== 'object') return;
  for (const [name, inner] of Object.entries(value)) {
    if (inner === null) delete (value as Record<string, unknown>)[name];
    else if (name !== 'answers') leaveOutNulls(inner);
  }
}
