import { Access1700000001000 } from './access.js';
import { Platform1700000000000 } from './platform.js';

/** Forward only, in the order of the numbers in their names. */
export const allMigrations = [Platform1700000000000, Access1700000001000];
