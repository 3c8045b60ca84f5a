import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import { Refusal } from '../errors.js';

/** Where the sources are run as they are (tests, benchmark), the thread reads TypeScript by the loader they use. */
const isSource = import.meta.url.endsWith('.ts');
const loader = isSource ? ['--import', '@swc-node/register/esm-register'] : [];

const PATIENCE_MS = 60_000;
const MOST_WAITING = 20;

const isFull = (fault: unknown): boolean => fault instanceof Error && /queue is at limit/i.test(fault.message);

/** The file of a worker beside the file that asks for it (`import.meta.url`), as it is run here. */
export const workerBeside = (asker: string, name: string): string =>
  new URL(`./${name}.${isSource ? 'ts' : 'js'}`, asker).href;

/**
 * Prints on a thread of its own, whatever is printed: a pack of twenty cases is a second's work, and no page of anybody
 * else waits for it. The thread is started with the first print and ends when nothing was printed for a while.
 */
@Injectable()
export class PaperThread implements OnApplicationShutdown {
  private readonly pool = new Piscina({
    maxThreads: 1,
    minThreads: 0,
    idleTimeout: 60_000,
    maxQueue: MOST_WAITING,
    execArgv: loader,
    // Where cores are scarce, whoever waits for a page comes before whoever waits for paper.
    niceIncrement: 10,
  });

  /**
   * Runs the function `name` of a worker's file on the thread; it answers in bytes, which this thread neither reads nor
   * copies. Nobody waits without end: when too much waits, or it is not done in a minute, its reader is told so.
   */
  async print(filename: string, name: string, printing: object): Promise<Uint8Array> {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    try {
      return await this.pool.run(printing, { filename, name, signal });
    } catch (fault) {
      if (signal.aborted || isFull(fault)) throw new Refusal(503, 'Too busy to print', 'Try again in a minute.');
      throw fault;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.destroy();
  }
}
