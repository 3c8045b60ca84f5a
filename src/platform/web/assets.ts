import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { NotFound } from '../errors.js';

/** What `scripts/build-assets.mjs` made: beside the compiled service, and found from the sources too. */
const FOLDER = fileURLToPath(new URL('../../../dist/assets', import.meta.url));

const addresses = readManifest();

/** Where the browser finds an asset. A source tree that was not built has plain names, and pages without a look. */
export const assetAddress = (name: string): string => `/assets/${addresses[name] ?? name}`;

/** The names hold a hash of the content, so a browser may keep them for ever. */
export function serveAssets(app: NestExpressApplication): void {
  app.useStaticAssets(FOLDER, {
    prefix: '/assets/',
    // Said here because the static server keeps the `no-store` that every answer begins with.
    setHeaders: (response) => response.setHeader('Cache-Control', 'public, max-age=31536000, immutable'),
    index: false,
    redirect: false,
    dotfiles: 'ignore',
  });
  // What is not among them goes no further: behind here pages begin, and assets have no session.
  app.use('/assets', () => {
    throw new NotFound();
  });
}

function readManifest(): Record<string, string> {
  try {
    return JSON.parse(readFileSync(join(FOLDER, 'manifest.json'), 'utf8')) as Record<string, string>;
  } catch (missing) {
    if ((missing as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw missing;
  }
}
