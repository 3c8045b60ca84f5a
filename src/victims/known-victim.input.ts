import { IsIn, IsOptional, IsUUID } from 'class-validator';
import type { Known } from '../policy/victim-safety.js';
import { OptionalWords, Words } from '../platform/input.js';
import { type VictimKind, victimKinds } from './victim.entity.js';

/** By which name somebody may be known already. */
export class KnownSearchInput {
  @Words(200, 'Enter a name, or a part of one')
  name: string;
}

/** A person already known, as a victim of one more case. */
export class KnownVictimInput {
  @IsUUID('all', { message: 'Select who it is' })
  harmedId: string;

  @IsOptional()
  @IsIn(victimKinds, { message: 'Select who was harmed' })
  kind?: VictimKind;

  @OptionalWords(4000)
  statement?: string;

  @IsOptional()
  @IsIn(['YES', 'NO', 'NOT_KNOWN'], { message: 'Select whether they share a school or a home' })
  sameSchoolOrHome?: Known;
}

/** The same as the page of what was found sends it, with what was searched. */
export class KnownPageInput extends KnownVictimInput {
  @OptionalWords(200)
  name?: string;
}
