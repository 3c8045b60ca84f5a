import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { PaperThread, workerBeside } from '../platform/paper/paper-thread.js';
import type { Paper } from './paper.view.js';
import type { Printing } from './print-worker.js';

const worker = workerBeside(import.meta.url, 'print-worker');

/** Prints packs, on the thread that prints. */
@Injectable()
export class PrintPack {
  constructor(private readonly thread: PaperThread) {}

  /**
   * Answers with the page of a pack: its sheets with what stands around them (`model`), and around all of it what every page
   * has (the locals of the response).
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

  private print(name: 'html' | 'pdf', printing: Printing): Promise<Uint8Array> {
    return this.thread.print(worker, name, printing);
  }
}
