import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('the documents made from the code are up to date: lifecycle, rules and API', () => {
  const check = () =>
    execFileSync(process.execPath, ['scripts/write-docs.mjs', '--check'], {
      cwd: root,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  expect(check).not.toThrow();
});
