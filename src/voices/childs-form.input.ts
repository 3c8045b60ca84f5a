import { PickType } from '@nestjs/swagger';
import { VoiceInput } from './voice.input.js';

/** What a child fills in with a worker: everything may be left out, but not all of it. */
export class ChildsFormInput extends PickType(VoiceInput, [
  ...(['how', 'seenWith', 'chosePlace', 'account', 'causes', 'wouldHelp', 'feelings'] as const),
  ...(['understanding', 'words', 'version'] as const),
]) {}
