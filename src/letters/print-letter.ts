import { Injectable, StreamableFile } from '@nestjs/common';
import { PaperThread, workerBeside } from '../platform/paper/paper-thread.js';
import type { LetterSheet } from './letter-sheet.js';

const worker = workerBeside(import.meta.url, 'letter-worker');

/** Prints letters, on the thread that prints packs. */
@Injectable()
export class PrintLetter {
  constructor(private readonly thread: PaperThread) {}

  /** The letter as a tagged PDF. */
  async pdf(sheet: LetterSheet): Promise<StreamableFile> {
    const made = await this.thread.print(worker, 'pdf', sheet);
    return new StreamableFile(Buffer.from(made.buffer, made.byteOffset, made.byteLength));
  }
}
