import { Injectable, type LoggerService } from '@nestjs/common';
import pino, { type DestinationStream, type Logger } from 'pino';

/**
 * One JSON object a line. What goes in is an allow-list: a failure is its class, its code and our own stack frames,
 * because the message of a database error carries the words of the people in the record.
 */
@Injectable()
export class Log implements LoggerService {
  private readonly out: Logger;

  constructor(destination?: DestinationStream) {
    const options = { base: null, timestamp: pino.stdTimeFunctions.isoTime };
    this.out = destination ? pino(options, destination) : pino(options, pino.destination({ fd: 2, sync: true }));
  }

  log(message: unknown): void {
    this.out.debug({ framework: true }, String(message));
  }

  error(message: unknown): void {
    this.out.error({ framework: true }, message instanceof Error ? message.name : String(message));
  }

  warn(message: unknown): void {
    this.out.warn({ framework: true }, String(message));
  }

  say(message: string): void {
    this.out.info(message);
  }

  failure(thrown: unknown, reference: string): void {
    const failure = thrown instanceof Error ? thrown : new Error('not an error');
    const { code } = failure as { code?: unknown };
    const frames = (failure.stack ?? '').split('\n').filter((line) => /^\s+at .*(\/src\/|\/dist\/)/.test(line));
    this.out.error(
      { reference, name: failure.name, code: typeof code === 'string' ? code : undefined, frames },
      'failure',
    );
  }
}
