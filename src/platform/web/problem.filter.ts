import { randomUUID } from 'node:crypto';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Blocked, Invalid, NotFound, NotPermitted, NotSignedIn, Refusal, TooManyTries } from '../errors.js';
import { Log } from '../log.js';

type Problem = { status: number; title: string; detail: string; [extra: string]: unknown };

/** The one place where a refusal becomes an answer. No stack, no SQL and nothing that was sent ever leaves. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    if (response.headersSent) return;
    const isApi = request.path.startsWith('/api/');
    if (thrown instanceof NotSignedIn && !isApi) {
      response.redirect(303, '/sign-in');
      return;
    }
    const problem = this.problemOf(thrown, isApi);
    response.status(problem.status);
    if (isApi) response.type('application/problem+json').send(JSON.stringify(problem));
    else response.render('platform/web/views/problem', { problem });
  }

  private problemOf(thrown: unknown, isApi: boolean): Problem {
    const refusal = asRefusal(thrown);
    if (!refusal) {
      const reference = randomUUID();
      this.log.failure(thrown, reference);
      return { status: 500, title: 'Something went wrong', detail: 'Nothing was changed.', reference };
    }
    const { title, message: detail } = refusal;
    const status = refusal instanceof Invalid && isApi ? 400 : refusal.status;
    return { status, title, detail, ...extrasOf(refusal) };
  }
}

const extrasOf = (refusal: Refusal): object => ({
  ...(refusal instanceof Blocked ? { blockers: refusal.blockers } : {}),
  ...(refusal instanceof Invalid ? { errors: refusal.errors } : {}),
  ...('currentVersion' in refusal ? { code: 'STALE_VERSION', currentVersion: refusal.currentVersion } : {}),
});

/** What the framework and the body parsers throw, in our own words; null for what nobody foresaw. */
function asRefusal(thrown: unknown): Refusal | null {
  if (thrown instanceof Refusal) return thrown;
  const status = thrown instanceof HttpException ? thrown.getStatus() : statusOf(thrown);
  if (status === 403) return new NotPermitted('The form is out of date or came from elsewhere. Open it again.');
  if (status === 404) return new NotFound();
  if (status === 413) return new Refusal(413, 'Too large', 'What you sent is larger than the service takes.');
  if (status === 415)
    return new Refusal(415, 'Not a known format', 'Send a form to a page, JSON or a CSV file to the API.');
  if (status === 429) return new TooManyTries();
  return status !== null && status < 500 ? new Refusal(400, 'Malformed', 'What was sent could not be read.') : null;
}

/** Express's parsers and multer mark what they refuse. */
const statusOf = (thrown: unknown): number | null => {
  const { status, name, code } = (thrown ?? {}) as { status?: unknown; name?: unknown; code?: unknown };
  if (name === 'MulterError') return code === 'LIMIT_FILE_SIZE' ? 413 : 400;
  return thrown instanceof URIError ? 400 : typeof status === 'number' ? status : null;
};
