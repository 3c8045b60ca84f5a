import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import express from 'express';
import multer from 'multer';
import { HttpException, HttpStatus } from '@nestjs/common';

const BODY_LIMIT = '1mb';
export const FILE_LIMIT = 10 * 1024 * 1024;

const isApi = ({ path }: Request): boolean => path.startsWith('/api/');
const takesFile = ({ path }: Request): boolean => path.endsWith('-imports');

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

/** A body that no parser took, a file name or text with a NUL (PostgreSQL has no place for one), is refused here. */
function refuseOthers(request: Request, _: Response, next: NextFunction): void {
  const hasBody = Number(request.headers['content-length'] ?? 0) > 0 || 'transfer-encoding' in request.headers;
  if (hasBody && request.body === undefined) throw new HttpException('', HttpStatus.UNSUPPORTED_MEDIA_TYPE);
  if (/%00/.test(request.url) || holdsNul(request.body)) throw new HttpException('', HttpStatus.BAD_REQUEST);
  next();
}

const holdsNul = (value: unknown): boolean => {
  if (typeof value === 'string') return value.includes('\0');
  if (value === null || typeof value !== 'object') return false;
  return Object.entries(value).some(([name, inner]) => name.includes('\0') || holdsNul(inner));
};
