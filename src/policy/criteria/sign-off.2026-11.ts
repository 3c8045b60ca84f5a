import { sources } from '../sources.js';
import type { CriteriaEdition } from './criterion.js';

const assessing = sources.hmipAssessment.citation;
const planning = sources.hmipPlanning.citation;

/** Edition of November 2026. Never edited: a change is a new file beside this one. References are the inspectorate's. */
export const signOffCriteria202611: CriteriaEdition = {
  edition: '2026-11',
  criteria: [
    {
      code: 'HEARD_AND_SHOWN',
      title: 'The child and the carer',
      ask: 'The child and the carer were heard, and it shows in what was written',
      lookFor:
        'Their own words stand in both voices. Something in the assessment or the plan is as it is because of what they said.',
      about: ['voices/child', 'voices/carer', 'childs-plan'],
      source: `${assessing}, prompt 3.1.1i; ${planning}, prompt 3.2.1h`,
    },
    {
      code: 'VICTIMS_NEEDS_MET',
      title: 'Each victim',
      ask: 'The needs, wishes and safety of each victim are taken up',
      lookFor:
        'For each victim: what they said or why they did not, what they need to be safe, whether anything could be repaired, and what the plan does about it. Nobody can be recognised.',
      about: ['victims', 'behaviour', 'professionals-plan'],
      source: `${assessing}, prompt 3.1.1h; ${planning}, prompts 3.2.1g and 3.2.3c`,
    },
    {
      code: 'FACTS_AND_MEANING_APART',
      title: 'Facts and what they mean',
      ask: 'In every section facts stand apart from what they mean, and both are there',
      lookFor:
        'What is known says from whom and when. What it means is about this child, and is more than the facts said again.',
      about: ['circumstances', 'education-and-health', 'family', 'behaviour', 'support'],
      source: `${sources.hmipPanel.citation} (a screening form: information collected and not analysed)`,
    },
    {
      code: 'SAFETY_FITS_REASONING',
      title: 'The child’s safety',
      ask: 'The level for the child’s safety follows from its reasoning',
      lookFor:
        'What could happen to the child, who or what it could come from, what keeps the child safe now, and what will be done if it gets worse. Exploitation was considered.',
      about: ['SAFETY_AND_WELLBEING', 'exploitation'],
      source: `${assessing}, prompts 3.1.2a and 3.1.2b; ${planning}, prompt 3.2.2c`,
    },
    {
      code: 'HARM_FITS_REASONING',
      title: 'Harm to others',
      ask: 'The level for the risk of harm to others follows from its reasoning',
      lookFor: 'Who is at risk, of what, when and where, and what will be done if the risk changes.',
      about: ['RISK_OF_SERIOUS_HARM'],
      source: `${assessing}, prompts 3.1.3a and 3.1.3b; ${planning}, prompt 3.2.3d`,
    },
    {
      code: 'PAST_USED_OR_SET_ASIDE',
      title: 'What came before',
      ask: 'Each earlier disposal and earlier behaviour is used, or set aside with a reason',
      lookFor:
        'What was done each time, how the child responded and what is different now. Arrests and intelligence without a victim were asked about too.',
      about: ['earlier-disposals', 'behaviour', 'LIKELIHOOD_OF_REOFFENDING'],
      source: `${assessing}, prompt 3.1.3b; section 3.4 (a fourth community resolution)`,
    },
    {
      code: 'IDENTITY_BEARS_ON_IT',
      title: 'Identity',
      ask: 'Identity, discrimination and whether the child was seen as older are considered',
      lookFor:
        'How the child sees themselves and has been treated, what structural barriers they face, what they need to understand and be understood, and what people do differently because of it.',
      about: ['identity', 'diversity-needs'],
      source: `${assessing}, prompts 3.1.1b, 3.1.1f and 3.1.1g; ${sources.hmipDiversity.citation}`,
    },
    {
      code: 'AGENCIES_READ_TOGETHER',
      title: 'The agencies',
      ask: 'What the agencies know is read together, not listed',
      lookFor:
        'Where agencies differ it is said which is followed and why. What was not asked, is awaited or came back empty is named.',
      about: ['agency-checks'],
      source: `${assessing}, prompts 3.1.1d and 3.1.2b`,
    },
    {
      code: 'PLAN_FITS',
      title: 'The plan',
      ask: 'The plan is in proportion, in an order the child can follow, and says what if',
      lookFor:
        'It answers what was assessed and no more, begins with what matters most to the child, aligns with other plans, and has a contingency and an end.',
      about: ['childs-plan', 'professionals-plan', 'exit-plan'],
      source: `${planning}, prompts 3.2.1a, 3.2.1f, 3.2.2b, 3.2.2c and 3.2.3d`,
    },
  ],
};
