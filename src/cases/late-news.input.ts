import { VersionInput, Words } from '../platform/input.js';

/** That a section was looked at again after late news and stands. */
export class SettlementInput extends VersionInput {
  @Words(1000, 'Enter why it stands')
  because: string;
}
