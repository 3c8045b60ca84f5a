import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { type AbstractHttpAdapter, HttpAdapterHost } from '@nestjs/core';

/** How long answers under way may take to be sent after the service was told to stop. */
const PATIENCE_MS = 5000;

/**
 * The server waits for every open line before it ends, and for one on which nothing was ever asked it waits a minute, in
 * which nobody is served. Whatever is still open after a few seconds is closed.
 */
@Injectable()
export class CloseLines implements BeforeApplicationShutdown {
  constructor(private readonly host: HttpAdapterHost) {}

  beforeApplicationShutdown(): void {
    // The commands of the command line listen to nobody.
    const adapter = this.host.httpAdapter as AbstractHttpAdapter | undefined;
    const server = adapter?.getHttpServer() as { closeAllConnections(): void } | undefined;
    if (server) setTimeout(() => server.closeAllConnections(), PATIENCE_MS).unref();
  }
}
