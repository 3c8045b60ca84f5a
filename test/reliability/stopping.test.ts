import { once } from 'node:events';
import { connect } from 'node:net';
import { startService } from '../support/service.js';

test('a line on which nothing was ever asked does not keep the service from stopping', async () => {
  const service = await startService();
  const { port } = new URL(service.url);
  const line = connect(Number(port), '127.0.0.1');
  await once(line, 'connect');
  const ended = once(line, 'close');
  await service.app.close();
  await expect(ended).resolves.toBeDefined();
  await service.stop();
}, 30_000);
