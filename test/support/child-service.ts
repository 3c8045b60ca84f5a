import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** The built service as a process of its own, so that it can be killed. */
export type ChildService = { readonly url: string; kill(): Promise<void> };

/** Ports below those that a client may be given, so that a retrying client never connects to itself. */
let port = 21_000 + (process.pid % 500) * 10;

export async function startChild(environment: NodeJS.ProcessEnv): Promise<ChildService> {
  port += 1;
  const env = { ...process.env, ...environment, PORT: String(port), NODE_OPTIONS: '' };
  const child: ChildProcess = spawn(process.execPath, [MAIN], { env, stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  await ready(url, child);
  const kill = async (): Promise<void> => {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  return { url, kill };
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) throw new Error('The service ended before it was ready; is it built?');
    const answer = await fetch(`${url}/api/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The service was not ready in half a minute');
}
