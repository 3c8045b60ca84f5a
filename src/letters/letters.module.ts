import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { CasesModule } from '../cases/cases.module.js';
import { DecisionsModule } from '../decisions/decisions.module.js';
import { OutcomesModule } from '../outcomes/outcomes.module.js';
import { VictimsModule } from '../victims/victims.module.js';
import { CaseFactsForLetters } from './case-facts.js';
import { CaseLetters } from './case-letters.js';
import { KeptLettersPages } from './kept-letters.pages.js';
import {
  LetterDraft,
  LetterTemplate,
  LetterTemplateEdition,
  SentLetter,
  VictimLetter,
  VictimLetterDraft,
} from './letter.entity.js';
import { LetterTemplatesApi } from './letter-templates.api.js';
import { LetterTemplatesPages } from './letter-templates.pages.js';
import { LetterTemplatesQueries } from './letter-templates.queries.js';
import { LettersApi } from './letters.api.js';
import { LettersPages } from './letters.pages.js';
import { PrintLetter } from './print-letter.js';
import { SendLetter } from './send-letter.js';
import { SendVictimLetter } from './send-victim-letter.js';
import { VictimKeptLettersPages } from './victim-kept-letters.pages.js';
import { VictimLetters } from './victim-letters.js';
import { VictimLettersApi } from './victim-letters.api.js';
import { VictimLettersPages } from './victim-letters.pages.js';
import { WriteTemplate } from './write-template.js';
import { WriteLetter } from './write-letter.js';
import { WriteVictimLetter } from './write-victim-letter.js';

const entities = [LetterDraft, SentLetter, VictimLetterDraft, VictimLetter, LetterTemplate, LetterTemplateEdition];

/** What child, carer, victim and police are written: templates, drafts, and every letter as it was sent. */
@Module({
  imports: [
    ...[AccessModule, CasesModule, VictimsModule, DecisionsModule, OutcomesModule],
    TypeOrmModule.forFeature(entities, 'write'),
  ],
  controllers: [
    ...[LettersApi, LettersPages, KeptLettersPages, LetterTemplatesApi, LetterTemplatesPages],
    ...[VictimLettersApi, VictimLettersPages, VictimKeptLettersPages],
  ],
  providers: [
    ...[CaseLetters, CaseFactsForLetters, LetterTemplatesQueries, VictimLetters, PrintLetter],
    ...[WriteLetter, SendLetter, WriteVictimLetter, SendVictimLetter, WriteTemplate],
  ],
})
export class LettersModule {}
