import { checkTrail, say } from './command-line.js';
import { Config } from './platform/config.js';

await say(checkTrail(new Config()));
