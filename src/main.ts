import { SetUpService } from './access/set-up-service.js';
import { createApp } from './create-app.js';
import { Config } from './platform/config.js';
import { Log } from './platform/log.js';

const config = new Config();
const log = new Log();
const app = await createApp(config, log);
await app.listen(config.port, config.host);

const address = await app.getUrl();
log.say(`Joint Decision Panel is served at ${address}`);
const token = await app.get(SetUpService).invite();
if (token) process.stdout.write(`Set up the first administrator, once and within an hour: ${address}/setup/${token}\n`);
