import { makeToken, say } from './command-line.js';
import { Config } from './platform/config.js';

await say(makeToken(new Config(), process.argv.slice(2)));
