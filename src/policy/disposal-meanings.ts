import type { Meaning } from './disposal.js';
import { formalMeanings } from './formal-meanings.js';
import { published, unchecked, victimMeanings as victims } from './meaning.js';

const noCaution = published('RECORD', 'Home Office crime outcomes framework', 'Neither a caution nor a conviction.');
const tool = published(
  'DUTIES',
  'Youth Justice Board, Prevention and Diversion Assessment Tool',
  'No assessment is required by statute; where there is an intervention the Youth Justice Board requires its assessment tool.',
);
const localRecord = unchecked(
  'RECORD',
  'Practice of police disclosure',
  'Not disclosed as a caution. It is on the local police record and may be disclosed on an enhanced certificate at a chief officer’s discretion.',
);

/**
 * What each disposal of the rule book means, part by part; a part that is not named is not known here.
 * In: nothing. Out: by code. Source: each fact’s own; the project’s reference on law and practice, sections 1.2 to 1.8.
 */
export const disposalMeanings = {
  NO_FURTHER_ACTION: [
    noCaution,
    unchecked(
      'DUTIES',
      'Youth Justice Board key performance indicator 6, and practice',
      'None. Where the youth justice service does work with the child, it is recorded as Outcome 20, 21 or 22 and does not hide behind this.',
    ),
    unchecked('NON_ENGAGEMENT', 'Practice', 'Nothing is asked of the child: support offered beside it is voluntary.'),
    ...victims,
  ],
  OUTCOME_20: [
    noCaution,
    tool,
    unchecked(
      'NON_ENGAGEMENT',
      'Home Office counting rules, Outcome 20',
      'The outcome asks nothing of the child itself; what follows is for the agency that took it on.',
    ),
    unchecked('VICTIM_TOLD', 'Home Office counting rules, Outcome 20', 'That another agency takes action.'),
    ...victims,
  ],
  OUTCOME_21: [
    noCaution,
    tool,
    published(
      'NON_ENGAGEMENT',
      'Home Office crime outcomes framework',
      'Nothing is asked of the child: it is not investigated further.',
    ),
    published(
      'VICTIM_TOLD',
      'Home Office counting rules, Outcome 21, as published by Cleveland Police',
      'That it is not investigated further; for a child who was harmed their parent or guardian is told.',
    ),
    ...victims,
  ],
  COMMUNITY_RESOLUTION: [
    published(
      'RECORD',
      'Corker Binning on community resolutions',
      'Neither a caution nor a conviction. Held locally; disclosed only as relevant information on an enhanced certificate, at a chief officer’s discretion.',
    ),
    unchecked('RECORD', 'Practice of police records', 'Also on the Police National Database.'),
    tool,
    unchecked(
      'NON_ENGAGEMENT',
      'NPCC guidance on community resolutions, and practice',
      'It cannot be enforced. It can be considered in later decisions, and does not by itself bring prosecution back.',
    ),
    published(
      'VICTIM_ASKS',
      'NPCC guidance on community resolutions (Youth Justice Legal Centre)',
      'Consulted, and their view recorded; it does not bind.',
    ),
    ...victims,
  ],
  OUTCOME_22: [
    localRecord,
    tool,
    published(
      'TIME_LIMITS',
      'Birmingham and North Yorkshire youth justice services',
      'Local: up to 12 weeks in one area, up to 16 or 20 in another.',
    ),
    published(
      'NON_ENGAGEMENT',
      'NPCC guidance on Outcome 22 (Youth Justice Legal Centre)',
      'It is recorded only once the activity is completed; until then, and where it is not, other options are considered.',
    ),
    ...victims,
  ],
  OUTCOME_22_DEFERRED: [
    localRecord,
    tool,
    published('TIME_LIMITS', 'Birmingham youth justice service', 'Local: up to 12 weeks in one area.'),
    unchecked(
      'NON_ENGAGEMENT',
      'Practice of deferred prosecution before February 2026',
      'The case is ready for charge, so that it can go back to it.',
    ),
    ...victims,
  ],
  OUTCOME_23: [
    unchecked('RECORD', 'No text was at hand', 'How it is kept and disclosed is not known here: ask police.'),
    tool,
    unchecked(
      'TIME_LIMITS',
      'No text was at hand',
      'How long prosecution may be deferred is not known here: ask police.',
    ),
    published(
      'NON_ENGAGEMENT',
      'Centre for Justice Innovation on Outcomes 22 and 23 (2026)',
      'The decision to prosecute stands. Once the conditions are completed no further action follows.',
    ),
    ...victims,
  ],
  ...formalMeanings,
} as const satisfies Record<string, readonly Meaning[]>;
