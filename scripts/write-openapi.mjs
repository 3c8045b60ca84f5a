/** Writes docs/openapi.json from the built service; with --check says whether it is what the service serves. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../dist/create-app.js';
import { Config } from '../dist/platform/config.js';
import { describeApi } from '../dist/platform/web/openapi.api.js';

const file = new URL('../docs/openapi.json', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'jdp-openapi-'));
const app = await createApp(new Config({ DATA_DIR: folder }));
const text = `${JSON.stringify(describeApi(app), null, 2)}\n`;
await app.close();
rmSync(folder, { recursive: true });

if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== text) {
    process.stderr.write('docs/openapi.json is stale: run npm run build && npm run openapi\n');
    process.exitCode = 1;
  }
} else {
  writeFileSync(file, text);
}
