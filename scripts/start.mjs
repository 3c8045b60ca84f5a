// Runs a built entry of the service, such as dist/main.js, and builds first when there is no build or an older one.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
// The last thing that a build writes.
const built = join(root, 'dist/assets/manifest.json');
const sources = ['src', 'scripts/build-assets.mjs', 'nest-cli.json', 'tsconfig.json', 'package-lock.json'];

const [entry, ...others] = process.argv.slice(2);
if (!entry) {
  process.stderr.write('Say which entry to run: node scripts/start.mjs dist/main.js\n');
  process.exit(2);
}
if (!existsSync(built) || sources.some((source) => newest(join(root, source)) > statSync(built).mtimeMs)) build();
const file = resolve(root, entry);
process.argv = [process.argv[0], file, ...others];
await import(pathToFileURL(file).href);

/** When a file, or the newest file or folder below it, was changed: a folder changes when a file leaves it. */
function newest(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** What the build says goes to the error output, so that the entry alone writes to the other. */
function build() {
  process.stderr.write('Building, since the sources are newer than the last build\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['run', '--silent', 'build'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}
