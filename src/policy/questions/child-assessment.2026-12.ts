import { adjustments } from '../communication.js';
import { facts, meaning, notKnown, words } from './evidence.2026-12.js';
import type { Page, QuestionSet } from './question-set.js';

/*
 * The structured assessment of a child before the panel meets, in the order of the Youth Justice Board's Prevention and
 * Diversion Assessment Tool: the child before the behaviour, the child's own plan before the professionals'. The words
 * are our own.
 *
 * Every page asks for facts, one row each, and apart from them for what the facts mean for this child. HM Inspectorate of
 * Probation (Leicestershire, 2021, section 3.1) found information collected and not analysed. What that inspection's
 * framework asks of an assessment (3.1.1a to 3.1.1i) each has a home here, as the letters beside the pages say.
 *
 * The three judgements, what the child, the carer and each person harmed said, the child's ethnicity and what it means
 * here, each agency's answer and the response to each earlier disposal have records of their own and are not asked again.
 */

// 3.1.1c personal circumstances, 3.1.1e strengths and protective factors
const circumstances: Page = {
  slug: 'circumstances',
  title: 'The child’s life now',
  lead: 'On every page, write each thing that is known in a row of its own, and below the rows what it means for this child.',
  questions: [
    {
      id: 'care-status',
      kind: 'CHOICE',
      ask: 'Is the child in the care of a local authority?',
      called: 'whether the child is in the care of a local authority',
      options: [
        { value: 'NOT_IN_CARE', label: 'No, and never has been' },
        { value: 'CARE_ORDER', label: 'Yes, under a care order or an interim care order' },
        { value: 'ACCOMMODATED', label: 'Yes, by agreement', hint: 'Children Act 1989, section 20' },
        {
          value: 'FORMERLY_IN_CARE',
          label: 'Not now, but in the past',
          hint: 'Includes adopted children and care leavers',
        },
        notKnown,
      ],
    },
    {
      id: 'social-care-plan',
      kind: 'CHOICE',
      ask: 'Has the child ever had a plan with children’s social care?',
      hint: 'Ask about earlier plans too, and plans for brothers and sisters.',
      called: 'whether the child has ever had a plan with children’s social care',
      options: [
        { value: 'CHILD_PROTECTION', label: 'Yes, a child protection plan now' },
        { value: 'CHILD_IN_NEED', label: 'Yes, a child in need plan now' },
        { value: 'EARLIER_PLAN', label: 'Not now, but in the past' },
        { value: 'NEVER', label: 'No, never' },
        notKnown,
      ],
    },
    facts(
      'circumstances-known',
      'home, friends, money and the area the child lives in',
      'Who lives there, moves and losses, who the child spends time with, where the child feels safe and does not. Include a child of the child’s own.',
    ),
    meaning(
      'circumstances-meaning',
      'circumstances-known',
      'What these circumstances mean for this child',
      'How they bear on the child’s safety, choices and behaviour.',
    ),
    facts(
      'strengths-known',
      'what the child does well and who stands by them',
      'Interests, talents, people they trust, times when things went better.',
    ),
    meaning(
      'strengths-meaning',
      'strengths-known',
      'How these strengths could protect the child and be built on',
      'Which of them has kept the child out of trouble before, and what would make it stronger.',
    ),
  ],
};

const educationAndHealth: Page = {
  slug: 'education-and-health',
  title: 'Education, work and health',
  questions: [
    {
      id: 'education-status',
      kind: 'SELECT',
      ask: 'What education, training or work does the child have?',
      called: 'the education, training or work the child has',
      options: [
        { value: 'FULL_TIME', label: 'School or college, full time' },
        { value: 'PART_TIME', label: 'School or college, on a reduced timetable' },
        { value: 'ALTERNATIVE_PROVISION', label: 'Alternative provision or pupil referral unit' },
        { value: 'HOME_EDUCATED', label: 'Educated at home' },
        { value: 'TRAINING_OR_WORK', label: 'Training, apprenticeship or work' },
        { value: 'MISSING_EDUCATION', label: 'Of school age with no place, or missing education' },
        { value: 'NONE', label: 'Above school age with no education, training or work' },
        notKnown,
      ],
    },
    facts(
      'education-known',
      'school, college or work',
      'Attendance, exclusions, changes of school, what the child likes and finds hard, what the school says.',
    ),
    meaning(
      'education-meaning',
      'education-known',
      'What school, college or work means for this child',
      'Whether it holds the child or pushes them away, and what would change that.',
    ),
    facts(
      'health-known',
      'the child’s health, feelings and use of drugs or alcohol',
      'Bodily and mental health, self-harm, trauma and loss, what help was offered and whether the child took it up.',
    ),
    meaning(
      'health-meaning',
      'health-known',
      'What the child’s health means for their safety and behaviour',
      'Needs that nobody has met yet, and how they bear on what happened.',
    ),
  ],
};

// The signs are our own plain words for what checklists of speech, language, communication and attention commonly ask.
const communication: Page = {
  slug: 'communication',
  title: 'Speech, language, communication and attention',
  lead: 'Most children in youth justice need help with speech, language or communication, and it is often not seen. Go through this list with the child, and ask the carer and the school.',
  questions: [
    {
      id: 'communication-signs',
      kind: 'CHOICES',
      ask: 'Which of these have you or others noticed?',
      hint: 'Select all that apply. A sign is no diagnosis.',
      called: 'what you or others have noticed',
      options: [
        { value: 'FOLLOWING', label: 'Loses the thread of questions or instructions with more than one part' },
        { value: 'WORDS', label: 'Knows fewer words than others of that age, or says “thing” and “stuff” for them' },
        { value: 'TELLING', label: 'Tells what happened out of order, or leaves out what the listener needs' },
        { value: 'SHORT_ANSWERS', label: 'Answers with a word, a shrug or “don’t know”' },
        { value: 'AGREES', label: 'Says yes without having understood' },
        { value: 'LITERAL', label: 'Takes words literally: sayings, jokes and sarcasm are missed' },
        { value: 'UNCLEAR_SPEECH', label: 'Is hard to understand, stammers, or hardly speaks' },
        { value: 'READING', label: 'Finds reading or writing hard, or avoids it' },
        { value: 'TIME', label: 'Is unsure of dates, times and how long things take' },
        { value: 'ATTENTION', label: 'Cannot keep still or keep attending, or acts before thinking' },
        { value: 'SENSES', label: 'Is upset by noise, light, touch or a change of plan' },
        { value: 'OTHERS', label: 'Finds faces, feelings or turn-taking hard to read' },
        { value: 'HEARING_OR_SIGHT', label: 'Seems not to hear or see well' },
        { value: 'HEAD_INJURY', label: 'Has had a blow to the head with loss of consciousness or change afterwards' },
        { value: 'NONE', label: 'None of these', alone: true },
        { value: 'NOT_CHECKED', label: 'Not checked yet', alone: true },
      ],
    },
    {
      ...words(
        'communication-not-checked',
        'Why has nobody checked, and who will, by when?',
        'The panel needs to know before it speaks to the child.',
        'why nobody has checked, and who will by when',
      ),
      when: { question: 'communication-signs', is: 'NOT_CHECKED' },
    },
    {
      id: 'communication-diagnosis',
      kind: 'CHOICE',
      ask: 'Is there a diagnosis or an assessment?',
      hint: 'Such as of language disorder, autism, ADHD, dyslexia, a learning disability or a brain injury.',
      called: 'whether there is a diagnosis or an assessment',
      options: [
        { value: 'DIAGNOSED', label: 'Yes, a diagnosis or an assessment that found a need' },
        { value: 'BEING_ASSESSED', label: 'Not yet, the child is waiting or being assessed' },
        { value: 'NO_NEED_FOUND', label: 'The child was assessed and no need was found' },
        { value: 'NEVER_ASSESSED', label: 'No, the child was never assessed' },
        notKnown,
      ],
    },
    {
      id: 'learning-support',
      kind: 'CHOICE',
      ask: 'Does the child have support for special educational needs or a disability?',
      called: 'whether the child has support for special educational needs or a disability',
      options: [
        { value: 'PLAN', label: 'Yes, an education, health and care plan' },
        { value: 'SUPPORT', label: 'Yes, support without a plan' },
        { value: 'BEING_ASSESSED', label: 'Not yet, the child is being assessed' },
        { value: 'NONE', label: 'No' },
        notKnown,
      ],
    },
    facts(
      'communication-known',
      'how the child understands, speaks, reads and attends',
      'What the child, the carer, the school or a therapist said; each diagnosis with who made it. If nothing is known, say who was asked.',
    ),
    meaning(
      'communication-meaning',
      'communication-known',
      'What this means for this child',
      'How it bears on what happened, on the interview with police, and on what the child was able to tell you.',
    ),
    {
      id: 'adjustments',
      kind: 'CHOICES',
      ask: 'What must people do so that the child can understand and be understood?',
      hint: 'At the panel, in writing, and when an outcome is explained. It is carried onto the pack and into letters. Select all that apply.',
      called: 'what people must do so that the child can understand and be understood',
      options: [
        ...Object.entries(adjustments).map(([value, label]) => ({ value, label })),
        { value: 'NONE', label: 'Nothing beyond plain speech', alone: true },
      ],
    },
    {
      ...words(
        'adjustments-more',
        'Anything more about these',
        'Such as the language of an interpreter, the colour of paper, the name of the trusted adult’s role, or what the child asked for.',
        'more about what people must do',
      ),
      optional: true,
    },
  ],
};

// 3.1.1b diversity, 3.1.1f structural barriers
const diversityNeeds: Page = {
  slug: 'diversity-needs',
  title: 'Diversity needs and barriers',
  questions: [
    facts(
      'diversity-known',
      'the child’s diversity needs',
      'Disability, sex, sexuality, gender, faith, culture, first language, immigration status, being a young carer or a parent.',
    ),
    meaning(
      'diversity-meaning',
      'diversity-known',
      'What these needs mean for this child',
      'How they bear on what happened and on how the child should be worked with.',
    ),
    words(
      'barriers-meaning',
      'What stands in the child’s way that is not of their making, and how it could be lifted',
      'Such as discrimination, poverty, unsafe housing, exclusion, immigration status, or services that are missing or full. Say how you know.',
    ),
  ],
};

// Adultification is prompted for because Leicester City's Youth Justice Plan 2025 to 2030 (section 9) asks for it.
const identity: Page = {
  slug: 'identity-reflection',
  title: 'Identity, and how the child has been treated',
  lead: 'The child’s ethnicity, and what it means in this case, have a page of their own. Here the panel reads how it has been to be this child.',
  questions: [
    facts(
      'identity-known',
      'who the child says they are, and how others have treated them',
      'What the child and family said in their own words, and what records show: stops and searches, exclusions, complaints. If the child would rather not say, write that.',
    ),
    meaning(
      'identity-experience',
      'identity-known',
      'How have the child’s ethnicity, faith, sex, disability, being in care or other parts of who they are been lived?',
      'What the child is proud of, what has been hard, and what it was like with police, at school and with us.',
    ),
    meaning(
      'identity-discrimination',
      'identity-known',
      'Has the child met with discrimination, and how does it bear on this case?',
      'Include how the child was stopped, interviewed, excluded or referred, and whether another child would have been. If nothing points to it, say whom you asked.',
    ),
    meaning(
      'identity-adultification',
      'identity-known',
      'Has the child been seen or treated as older than they are?',
      'By police, school, family, those who exploit children, or us: held more to blame, thought less in need of care. Look at the words in the papers too.',
    ),
  ],
};

// 3.1.1c family and social context, 3.1.1d information held by other agencies
const family: Page = {
  slug: 'family',
  title: 'Family and the agencies around it',
  questions: [
    facts(
      'family-known',
      'the child’s family and who cares for them',
      'Who matters to the child, domestic abuse, offending, illness, drugs or alcohol at home, what the family does well and what it needs.',
    ),
    meaning(
      'family-meaning',
      'family-known',
      'What family life means for this child',
      'How it protects or harms the child, and what help the family would accept.',
    ),
    words(
      'agencies-meaning',
      'What the agencies’ information means when it is read together',
      'Where their answers agree, contradict each other or leave a gap. What each agency said stands on its own page.',
    ),
  ],
};

const wasConsidered = { question: 'exploitation-considered', is: 'YES' } as const;

// Modern Slavery Act 2015 s45, and the National Referral Mechanism: both before any disposal.
const exploitation: Page = {
  slug: 'exploitation',
  title: 'Exploitation',
  lead: 'A child who is being exploited is a child to protect. Consider it in every case, before the behaviour.',
  questions: [
    {
      id: 'exploitation-considered',
      kind: 'CHOICE',
      ask: 'Have you considered whether someone is exploiting the child?',
      hint: 'Criminally, sexually, for money or labour, or by drawing the child into extremism.',
      called: 'whether you have considered if someone is exploiting the child',
      options: [
        { value: 'YES', label: 'Yes' },
        { value: 'NO', label: 'No, not yet' },
      ],
    },
    {
      ...words(
        'exploitation-looked',
        'Where you looked, and whom you asked',
        'Police intelligence, missing episodes, children’s social care, school, health, the family, and the child alone.',
        'where you looked and whom you asked',
      ),
      when: wasConsidered,
    },
    {
      ...facts(
        'exploitation-found',
        'exploitation of the child',
        'Missing episodes, older contacts, unexplained money or phones, travel, debts, injuries. That a source knows of nothing is a fact too: say who, and when.',
      ),
      when: wasConsidered,
    },
    {
      ...meaning(
        'exploitation-meaning',
        'exploitation-found',
        'What this means for this child and for the offence',
        'Whether the child may have acted because someone made them, and what would keep the child safe.',
      ),
      called: 'what this means for the child and for the offence',
      when: wasConsidered,
    },
    {
      id: 'exploitation-referral',
      kind: 'CHOICE',
      ask: 'Has a referral to the National Referral Mechanism been considered?',
      hint: 'Before any disposal.',
      called: 'whether a referral to the National Referral Mechanism has been considered',
      options: [
        { value: 'REFERRED', label: 'Yes, the child has been referred' },
        { value: 'TO_BE_REFERRED', label: 'Yes, the child will be referred' },
        { value: 'NOT_INDICATED', label: 'Yes, and nothing points to it' },
        { value: 'NOT_CONSIDERED', label: 'No' },
      ],
      when: wasConsidered,
    },
    {
      ...words(
        'exploitation-referral-more',
        'Who refers, when and with what result, or why a referral has not been considered',
        'Where it is still to be done: who does it, and by which day.',
      ),
      when: { question: 'exploitation-referral', is: ['REFERRED', 'TO_BE_REFERRED', 'NOT_CONSIDERED'] },
    },
    {
      id: 'exploitation-defence',
      kind: 'CHOICE',
      ask: 'Has the defence in section 45 of the Modern Slavery Act 2015 been raised with police?',
      hint: 'For a child who did it as a direct consequence of being exploited. Before any disposal.',
      called: 'whether the section 45 defence has been raised with police',
      options: [
        { value: 'RAISED', label: 'Yes, police know that it may apply' },
        { value: 'TO_BE_RAISED', label: 'Not yet, it will be raised before any disposal' },
        { value: 'NOT_INDICATED', label: 'No, nothing points to it' },
        { value: 'NOT_CONSIDERED', label: 'It has not been considered' },
      ],
      when: wasConsidered,
    },
    {
      ...words(
        'exploitation-defence-more',
        'Who raises the defence, with whom and when, or why it has not been considered',
        'Where it is still to be done: who does it, and by which day.',
      ),
      when: { question: 'exploitation-defence', is: ['RAISED', 'TO_BE_RAISED', 'NOT_CONSIDERED'] },
    },
  ],
};

// 3.1.1a behaviour, responsibility, attitudes and motives; 3.1.1g maturity and motivation; 3.1.1h people harmed
const behaviour: Page = {
  slug: 'behaviour',
  title: 'What happened',
  lead: 'The child’s own account is written first, on the page for the child’s voice.',
  questions: [
    facts(
      'behaviour-known',
      'what happened',
      'What led up to it, who was there, what the child did, who was harmed and how. Do not name a person harmed or say how to reach them.',
    ),
    meaning(
      'behaviour-meaning',
      'behaviour-known',
      'Why it happened, and how the child sees it',
      'What the child takes responsibility for, what they wanted or felt, their attitude to it and to the person harmed.',
    ),
    facts(
      'pattern-known',
      'other arrests, police intelligence and earlier behaviour',
      'If the offence has no victim, what was the arrest for? Say where you looked, even when nothing was found.',
    ),
    meaning(
      'pattern-meaning',
      'pattern-known',
      'What the pattern means',
      'What repeats, what is new, and which of these items you set aside and why. The response to each earlier disposal stands on its own page.',
    ),
    words(
      'maturity-meaning',
      'How mature and able the child is, and how ready to change',
      'Judge from what the child says and does, not from age or looks. What would help the child want to change?',
    ),
    words(
      'repair-meaning',
      'How the wishes and safety of the people harmed bear on this, and what could be repaired',
      'Would a restorative meeting, letter or other repair be right and safe? Use the summary of each person’s view and name nobody.',
    ),
  ],
};

const support: Page = {
  slug: 'support',
  title: 'How a disposal would support the child',
  questions: [
    facts(
      'support-known',
      'the help that is available and what the child already has',
      'Services, how soon they could start, how long they last, what the child and family think of them.',
    ),
    meaning(
      'support-meaning',
      'support-known',
      'How the disposals open to the panel would meet the child’s needs, or fail to',
      'Weigh help against harm, such as a record that follows the child. The panel recommends: do not name one answer.',
    ),
  ],
};

// 3.1.1i the child and the carer take part
const childsPlan: Page = {
  slug: 'childs-plan',
  title: 'The child’s own plan',
  lead: 'Write this with the child, in the child’s words.',
  questions: [
    words(
      'childs-plan-strengths',
      'What I am good at and what goes well',
      'In the child’s own words.',
      'what the child is good at',
    ),
    words(
      'childs-plan-wishes',
      'What I want to be different',
      'In the child’s own words.',
      'what the child wants to be different',
    ),
    words(
      'childs-plan-help',
      'What would help me, and who can help',
      'In the child’s own words: people the child would ask, not only services.',
      'what would help the child, and who can help',
    ),
    facts(
      'childs-plan-known',
      'how the child made this plan',
      'When, where and with whom it was written, who held the pen, and what parents or carers said to it.',
    ),
    meaning(
      'childs-plan-meaning',
      'childs-plan-known',
      'How the child’s plan and the carer’s views changed the professionals’ plan',
      'Say what was taken up, what was not, and how that was explained to them.',
    ),
  ],
};

const professionalsPlan: Page = {
  slug: 'professionals-plan',
  title: 'The professionals’ plan',
  questions: [
    facts(
      'plan-known',
      'the plans and the help that others already give',
      'Child protection, child in need, care, education, health and housing plans: what they say and who leads them. If there are none, say who was asked.',
    ),
    {
      id: 'plan-actions',
      kind: 'GROUP',
      ask: 'What will be done, in the order it will be done',
      hint: 'Include what keeps the child safe, what keeps other people safe, and how it fits with plans the child already has.',
      called: 'what will be done',
      itemName: 'action',
      rowsAre: 'STATEMENTS',
      most: 20,
      questions: [
        { id: 'action', kind: 'LONG_TEXT', ask: 'What will be done', called: 'what will be done', limit: 1000 },
        { id: 'by', kind: 'TEXT', ask: 'By whom', called: 'who does it', limit: 200 },
        { id: 'until', kind: 'DAY', ask: 'By which day', called: 'the day by which it is done' },
        {
          id: 'for',
          kind: 'CHOICES',
          ask: 'What it is for',
          called: 'what it is for',
          options: [
            { value: 'SUPPORT', label: 'To help the child do well' },
            { value: 'CHILD_SAFE', label: 'To keep the child safe' },
            { value: 'OTHERS_SAFE', label: 'To keep other people safe' },
            { value: 'REPAIR', label: 'To repair the harm' },
          ],
        },
      ],
    },
    meaning(
      'plan-meaning',
      ['plan-known', 'plan-actions'],
      'Why this plan suits this child',
      'How it answers the needs, strengths, maturity and barriers above, and why it is no more than is needed.',
    ),
    words(
      'plan-contingency',
      'What will be done if things get worse',
      'The signs to look for, who acts, and how fast.',
    ),
  ],
};

const exitPlan: Page = {
  slug: 'exit-plan',
  title: 'When the work ends',
  questions: [
    facts(
      'exit-known',
      'who will be there for the child afterwards',
      'School, clubs, family and mainstream services, and who has agreed to what.',
    ),
    meaning(
      'exit-meaning',
      'exit-known',
      'How we shall know that it is safe to end, and what the child can then do alone',
      'What will be looked at again, safety and wellbeing included, and how the child can come back.',
    ),
  ],
};

export const childAssessment202612: QuestionSet = {
  id: 'child-assessment',
  version: '2026-12',
  title: 'Assessment of the child',
  pages: [
    ...[circumstances, educationAndHealth, communication, diversityNeeds, identity, family, exploitation],
    ...[behaviour, support, childsPlan, professionalsPlan, exitPlan],
  ],
};
