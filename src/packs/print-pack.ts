import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import { Refusal } from '../platform/errors.js';
import type { Response } from 'express';
import type { Paper } from './paper.view.js';
import type { Printing } from './print-worker.js';

const worker = new URL(import.meta.url.endsWith('.ts') ? './print-worker.ts' : './print-worker.js', import.meta.url);

/** Where the sources are run as they are (tests, benchmark), the thread reads TypeScript by the loader they use. */
const loader = worker.href.endsWith('.ts') ? ['--import', '@swc-node/register/esm-register'] : [];

const PATIENCE_MS = 60_000;
const MOST_WAITING = 20;

const isFull = (fault: unknown): boolean => fault instanceof Error && /queue is at limit/i.test(fault.message);

/**
 * Prints packs on a thread of their own: a pack of twenty cases is a second's work, and no page of anybody else waits for
 * it. The thread is started with the first pack and ends when none was printed for a while.
 */
@Injectable()
export class PrintPack implements OnApplicationShutdown {
  private readonly pool = new Piscina({
    filename: worker.href,
    maxThreads: 1,
    minThreads: 0,
    idleTimeout: 60_000,
    maxQueue: MOST_WAITING,
    execArgv: loader,
    // Where cores are scarce, whoever waits for a page comes before whoever waits for a pack.
    niceIncrement: 10,
  });

  /**
   * Answers with the page of a pack: its sheets with what stands around them (`model`), and around all of it what every page
   * has (the locals of the response). It comes as bytes, which this thread neither reads nor copies.
   */
  async send(response: Response, model: object, paper: Paper): Promise<void> {
    const page = await this.print('html', { ...response.locals, ...model, paper });
    response.type('html').end(page);
  }

  /** The whole pack as a tagged PDF. */
  async pdf(paper: Paper): Promise<Buffer> {
    const made = await this.print('pdf', { paper });
    return Buffer.from(made.buffer, made.byteOffset, made.byteLength);
  }

  /** Nobody waits without end: when too many packs wait, or one is not done in a minute, its reader is told so. */
  private async print(name: 'html' | 'pdf', model: Printing): Promise<Uint8Array> {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    try {
      return await this.pool.run(model, { name, signal });
    } catch (fault) {
      if (signal.aborted || isFull(fault)) throw new Refusal(503, 'Too busy to print', 'Try again in a minute.');
      throw fault;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.destroy();
  }
}
