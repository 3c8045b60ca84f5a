import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../dist/create-app.js';
import { Config } from '../dist/platform/config.js';
import { describeApi } from '../dist/platform/web/openapi.api.js';

/** What the built service says its API is. Only the build knows: the plugin that reads the input classes runs there. */
export async function openApiText() {
  const folder = mkdtempSync(join(tmpdir(), 'jdp-openapi-'));
  const app = await createApp(new Config({ DATA_DIR: folder }));
  const text = `${JSON.stringify(describeApi(app), null, 2)}\n`;
  await app.close();
  rmSync(folder, { recursive: true });
  return text;
}
