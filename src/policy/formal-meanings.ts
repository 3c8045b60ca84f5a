import type { Meaning } from './disposal.js';
import { published, statute, unchecked, victimMeanings as victims } from './meaning.js';

const caseLimit = unchecked(
  'TIME_LIMITS',
  "Magistrates' Courts Act 1980 s127",
  'For a summary offence proceedings must begin within six months of it.',
);
const notAutomatic = 'Never disclosed automatically since 28 November 2020; police may still disclose it as relevant.';

/**
 * What a caution and a charge mean, part by part. In: nothing. Out: by code. Source: each fact’s own; the project’s
 * reference on law and practice, sections 1.6 to 1.8.
 */
export const formalMeanings = {
  YOUTH_CAUTION: [
    published(
      'RECORD',
      'Youth Justice Legal Centre on youth cautions and on disclosure; Ministry of Justice disclosure checker',
      `On the Police National Computer if the offence is recordable. Spent at once. ${notAutomatic}`,
    ),
    unchecked(
      'RECORD',
      'Crime and Disorder Act 1998 s66ZB(5) to (7)',
      'May be named in court. After two, or one after a conditional caution, a court may not as a rule discharge the child conditionally for an offence in the next two years.',
    ),
    statute(
      'DUTIES',
      'Crime and Disorder Act 1998 s66ZB(1) to (3)',
      'Police must refer the child to the youth justice service as soon as practicable. It must assess, and unless inappropriate arrange a programme; on a first referral without an earlier conditional caution it may.',
    ),
    published(
      'DUTIES',
      'Youth Justice Legal Centre on youth cautions',
      'Police tell the service within one working day.',
    ),
    unchecked(
      'NON_ENGAGEMENT',
      'Crime and Disorder Act 1998 s66ZB(7), and practice',
      'A programme cannot be enforced; not taking part in it may be named in court.',
    ),
    ...victims,
  ],
  YOUTH_CONDITIONAL_CAUTION: [
    published(
      'RECORD',
      'Ministry of Justice disclosure checker; Youth Justice Legal Centre on disclosure',
      `Spent when the conditions end or after three months, whichever is first. ${notAutomatic} For a traffic offence that is not recordable it is not on the Police National Computer.`,
    ),
    published(
      'DUTIES',
      'Youth Justice Board, out-of-court case management (2014); Crown Prosecution Service (2019)',
      'The youth justice service is consulted, must assess, and provides a programme.',
    ),
    unchecked(
      'TIME_LIMITS',
      'DPP guidance on youth conditional cautions',
      'Conditions end within 16 weeks, exceptionally 20.',
    ),
    caseLimit,
    unchecked(
      'NON_ENGAGEMENT',
      'Crime and Disorder Act 1998 s66E',
      'Without a reasonable excuse the child may be prosecuted for the offence, and the signed admission used.',
    ),
    ...victims,
  ],
  CHARGE: [
    unchecked('RECORD', 'Practice', 'A conviction only if a court convicts; until then the case is open.'),
    published(
      'DUTIES',
      'Youth Justice Legal Centre on the 2025 gravity matrix',
      'A Child Information Form goes with a case that is sent to the Crown Prosecution Service, from 1 February 2025.',
    ),
    caseLimit,
    unchecked('NON_ENGAGEMENT', 'Practice', 'It is for the court.'),
    ...victims,
  ],
} as const satisfies Record<string, readonly Meaning[]>;
