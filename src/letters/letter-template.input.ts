import { IsOptional, IsUUID } from 'class-validator';
import { BlankIsNone, IsDay, IsVersion, OptionalWords, Words } from '../platform/input.js';

/** The words of a template, in which fields stand in double braces. */
export class TemplatePreviewInput {
  @Words(200, 'Enter a heading')
  heading: string;

  @Words(12_000, 'Enter what the letter says')
  text: string;

  /** The same in short sentences, for letters to a child, or to a victim who is a child. */
  @OptionalWords(12_000)
  shortText?: string;
}

/** A template from a day on; of one panel area, or of every area that has none of its own. */
export class TemplateInput extends TemplatePreviewInput {
  @BlankIsNone()
  @IsOptional()
  @IsUUID('all', { message: 'Select a panel area' })
  panelAreaId?: string;

  @IsDay('Enter the day from which it holds')
  from: string;

  @Words(1000, 'Enter why it is changed')
  reason: string;

  /** Of the template that was read before it was changed. */
  @IsVersion()
  version: number;
}

/**
 * That from a day on what is more usual holds again: everywhere’s template in an area, the service’s own everywhere.
 */
export class UsualTemplateInput {
  @BlankIsNone()
  @IsOptional()
  @IsUUID('all', { message: 'Select a panel area' })
  panelAreaId?: string;

  @IsDay('Enter the day from which it holds')
  from: string;

  @Words(1000, 'Enter why it is changed')
  reason: string;

  @IsVersion()
  version: number;
}

/** Of which panel area the template is shown; of everywhere where left out. */
export class TemplateAskedInput {
  @BlankIsNone()
  @IsOptional()
  @IsUUID('all', { message: 'Select a panel area' })
  panelAreaId?: string;
}
