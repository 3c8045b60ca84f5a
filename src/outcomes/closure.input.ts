import { VersionInput } from '../platform/input.js';

/** The version is that of the case; it is checked when it is given. */
export class ClosureInput extends VersionInput {}
