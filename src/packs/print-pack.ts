import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import type { Paper } from './paper.view.js';

const worker = new URL(import.meta.url.endsWith('.ts') ? './print-worker.ts' : './print-worker.js', import.meta.url);

/** Where the sources are run as they are (tests, benchmark), the thread reads TypeScript by the loader they use. */
const loader = worker.href.endsWith('.ts') ? ['--import', '@swc-node/register/esm-register'] : [];

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
    maxQueue: 50,
    execArgv: loader,
  });

  /** The sheets as HTML, for a page to put where its sheets stand. */
  html(paper: Paper): Promise<string> {
    return this.pool.run(paper, { name: 'html' });
  }

  /** The whole pack as a tagged PDF. */
  async pdf(paper: Paper): Promise<Buffer> {
    const made: Uint8Array = await this.pool.run(paper, { name: 'pdf' });
    return Buffer.from(made.buffer, made.byteOffset, made.byteLength);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.destroy();
  }
}
