import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import type { PaperColour } from '../policy/child-look.js';
import { paperColours } from '../policy/child-look.js';
import { type WaySent, waysSent, type Wording, wordings } from '../policy/letters.js';
import { BlankIsNone, IsDay, IsVersion, OptionalWords, VersionInput, Words } from '../platform/input.js';

/** The words of a letter and how it is set. The version is that of its draft. */
export class LetterInput extends VersionInput {
  @Words(200, 'Enter a heading')
  heading: string;

  @Words(12_000, 'Enter what the letter says')
  text: string;

  @IsIn(Object.keys(wordings), { message: 'Select the wording' })
  wording: Wording;

  @IsIn(['YES', 'NO'], { message: 'Select whether it is in large print' })
  largePrint: 'YES' | 'NO';

  /** Left out for white. */
  @IsOptional()
  @IsIn(paperColours, { message: 'Select the colour of the paper' })
  paper?: PaperColour;

  /** The letter already sent that this one puts right. */
  @IsOptional()
  @IsUUID('all', { message: 'Select the letter that it puts right' })
  corrects?: string;

  /** When the words were taken from the case; left out, they are those of now. */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, {
    message: 'Open the letter again: it is not known when this was opened',
  })
  takenAt?: string;
}

/** That the letter as it was drafted has left, how, on which day and by whom. */
export class SendingInput {
  @IsIn(Object.keys(waysSent), { message: 'Select how it was sent' })
  way: WaySent;

  @IsDay('Enter the day on which it was sent')
  sentOn: string;

  /** Whoever records it, where left out. */
  @OptionalWords(200)
  sentBy?: string;

  @IsVersion()
  version: number;
}

/** The same of a letter to a victim, and whether the victim was told the outcome by it. */
export class VictimSendingInput extends SendingInput {
  @IsOptional()
  @IsIn(['YES', 'NO'], { message: 'Select whether they are told by this letter' })
  told?: 'YES' | 'NO';
}

/** With which words a draft begins anew; left out, it goes on with what was written. */
export class DraftAskedInput {
  @BlankIsNone()
  @IsOptional()
  @IsIn(Object.keys(wordings), { message: 'Select the wording' })
  wording?: Wording;
}
