import { VersionInput, Words } from '../../platform/input.js';

export class LinkInput extends VersionInput {
  @Words(50, 'Enter the reference of the other case')
  reference: string;

  @Words(4000, 'Enter what links the cases')
  reason: string;
}

export class UnlinkInput extends VersionInput {
  @Words(4000, 'Enter why the link is undone')
  reason: string;
}
