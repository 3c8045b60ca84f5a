import type { Option, Question, QuestionSet } from './question-set.js';

/*
 * The structured assessment of a child before the panel meets. It keeps the order of the Youth Justice Board's Prevention
 * and Diversion Assessment Tool, in which the child comes before the behaviour; the words are our own.
 *
 * Each section asks first for what is known and then, apart from it, for what that means: HM Inspectorate of Probation
 * (Leicestershire, 2021, section 3.1) found information collected and not analysed. What that inspection's framework asks
 * of an assessment (3.1.1a to 3.1.1i) each has a home here, as the letters beside the sections say.
 *
 * The three judgements, what the child, the carer and each person harmed said, the child's ethnicity and identity, and the
 * response to each earlier disposal have records of their own and are not asked again.
 */

/** "What is known about …, from whom and when" */
const known = (section: string, about: string, hint: string): Question => ({
  id: `${section}-known`,
  kind: 'LONG_TEXT',
  ask: `What is known about ${about}, from whom and when`,
  hint,
  called: `what is known about ${about}`,
  limit: 4000,
});

/** Analysis, never facts: the hint says what to weigh. */
const meaning = (section: string, ask: string, hint: string): Question => ({
  id: `${section}-meaning`,
  kind: 'LONG_TEXT',
  ask,
  hint,
  called: ask.charAt(0).toLowerCase() + ask.slice(1),
  limit: 4000,
});

const notKnown: Option = { value: 'NOT_KNOWN', label: 'Not known', hint: 'You asked and could not find out' };

export const childAssessment202611: QuestionSet = {
  id: 'child-assessment',
  version: '2026-11',
  title: 'Assessment of the child',
  pages: [
    {
      // HMIP 2021: 3.1.1c personal circumstances, 3.1.1e strengths and protective factors
      slug: 'circumstances',
      title: 'The child’s life now',
      lead: 'Here and on every page, write what is known apart from what it means. Say of each thing whether it is fact, opinion, allegation or graded intelligence.',
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
        known(
          'circumstances',
          'home, friends, money and the area the child lives in',
          'Who lives there, moves and losses, who the child spends time with, where the child feels safe and does not. Include a child of the child’s own.',
        ),
        meaning(
          'circumstances',
          'What these circumstances mean for this child',
          'How they bear on the child’s safety, choices and behaviour.',
        ),
        known(
          'strengths',
          'what the child does well and who stands by them',
          'Interests, talents, people they trust, times when things went better.',
        ),
        meaning(
          'strengths',
          'How these strengths could protect the child and be built on',
          'Which of them has kept the child out of trouble before, and what would make it stronger.',
        ),
      ],
    },
    {
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
        known(
          'education',
          'school, college or work',
          'Attendance, exclusions, changes of school, what the child likes and finds hard, what the school says.',
        ),
        meaning(
          'education',
          'What school, college or work means for this child',
          'Whether it holds the child or pushes them away, and what would change that.',
        ),
        known(
          'health',
          'the child’s health, feelings and use of drugs or alcohol',
          'Bodily and mental health, self-harm, trauma and loss, what help was offered and whether the child took it up.',
        ),
        meaning(
          'health',
          'What the child’s health means for their safety and behaviour',
          'Needs that nobody has met yet, and how they bear on what happened.',
        ),
      ],
    },
    {
      // 3.1.1b diversity, 3.1.1f structural barriers
      slug: 'diversity-needs',
      title: 'Diversity needs and barriers',
      lead: 'The child’s ethnicity, and what it and the child’s identity mean here, are written on the page about identity.',
      questions: [
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
        {
          id: 'communication-checked',
          kind: 'CHOICE',
          ask: 'Has anyone checked how the child understands and uses language?',
          hint: 'Most children in youth justice need help with speech, language or communication, and it is often not seen.',
          called: 'whether anyone has checked how the child understands and uses language',
          options: [
            { value: 'NEED_FOUND', label: 'Yes, and the child needs help' },
            { value: 'NO_NEED_FOUND', label: 'Yes, and the child needs no help' },
            { value: 'NOT_CHECKED', label: 'No' },
          ],
        },
        {
          id: 'communication-adjustments',
          kind: 'LONG_TEXT',
          ask: 'What must people do so that the child can understand and be understood?',
          hint: 'At the panel, in writing, and when an outcome is explained.',
          called: 'what people must do so that the child can understand and be understood',
          limit: 4000,
          when: { question: 'communication-checked', is: 'NEED_FOUND' },
        },
        {
          id: 'communication-not-checked',
          kind: 'LONG_TEXT',
          ask: 'Why has nobody checked, and who will, by when?',
          called: 'why nobody has checked, and who will by when',
          limit: 4000,
          when: { question: 'communication-checked', is: 'NOT_CHECKED' },
        },
        known(
          'diversity',
          'the child’s diversity needs',
          'Disability, attention and learning differences, sex, sexuality, faith, culture, first language, being a young carer.',
        ),
        meaning(
          'diversity',
          'What these needs mean for this child',
          'How they bear on what happened and on how the child should be worked with. Has anyone treated the child as older than they are?',
        ),
        meaning(
          'barriers',
          'What stands in the child’s way that is not of their making, and how it could be lifted',
          'Such as discrimination, poverty, unsafe housing, exclusion, immigration status, or services that are missing or full. Say how you know.',
        ),
      ],
    },
    {
      // 3.1.1c family and social context, 3.1.1d information held by other agencies
      slug: 'family',
      title: 'Family and the agencies around it',
      questions: [
        known(
          'family',
          'the child’s family and who cares for them',
          'Who matters to the child, domestic abuse, offending, illness, drugs or alcohol at home, what the family does well and what it needs.',
        ),
        meaning(
          'family',
          'What family life means for this child',
          'How it protects or harms the child, and what help the family would accept.',
        ),
        meaning(
          'agencies',
          'What the agencies’ information means when it is read together',
          'Where their answers agree, contradict each other or leave a gap. What each agency said stands on its own page.',
        ),
      ],
    },
    {
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
          id: 'exploitation-found',
          kind: 'LONG_TEXT',
          ask: 'What was found, from whom and when',
          hint: 'Missing episodes, older contacts, unexplained money or phones, travel, debts, who said so. If nothing was found, say where you looked.',
          called: 'what was found about exploitation',
          limit: 4000,
          when: { question: 'exploitation-considered', is: 'YES' },
        },
        {
          id: 'exploitation-meaning',
          kind: 'LONG_TEXT',
          ask: 'What this means for this child and for the offence',
          hint: 'Whether the child may have acted because someone made them, and what would keep the child safe.',
          called: 'what this means for the child and for the offence',
          limit: 4000,
          when: { question: 'exploitation-considered', is: 'YES' },
        },
        {
          id: 'exploitation-referral',
          kind: 'CHOICE',
          ask: 'Have a referral to the National Referral Mechanism and the defence in section 45 of the Modern Slavery Act 2015 been considered?',
          called: 'whether a referral and the section 45 defence have been considered',
          options: [
            { value: 'REFERRED', label: 'Yes, the child has been referred and police know that the defence may apply' },
            { value: 'TO_BE_REFERRED', label: 'Yes, the child will be referred' },
            { value: 'NOT_INDICATED', label: 'Yes, and nothing points to either' },
            { value: 'NOT_CONSIDERED', label: 'No' },
          ],
          when: { question: 'exploitation-considered', is: 'YES' },
        },
      ],
    },
    {
      // 3.1.1a behaviour, responsibility, attitudes and motives; 3.1.1g maturity and motivation; 3.1.1h people harmed
      slug: 'behaviour',
      title: 'What happened',
      lead: 'The child’s own account is written first, on the page for the child’s voice.',
      questions: [
        known(
          'behaviour',
          'what happened',
          'What led up to it, who was there, what the child did, who was harmed and how. Do not name a person harmed or say how to reach them.',
        ),
        meaning(
          'behaviour',
          'Why it happened, and how the child sees it',
          'What the child takes responsibility for, what they wanted or felt, their attitude to it and to the person harmed.',
        ),
        known(
          'pattern',
          'other arrests, police intelligence and earlier behaviour',
          'If the offence has no victim, what was the arrest for? Say where you looked, even when nothing was found.',
        ),
        meaning(
          'pattern',
          'What the pattern means',
          'What repeats, what is new, and which of these items you set aside and why. The response to each earlier disposal stands on its own page.',
        ),
        meaning(
          'maturity',
          'How mature and able the child is, and how ready to change',
          'Judge from what the child says and does, not from age or looks. What would help the child want to change?',
        ),
        meaning(
          'repair',
          'How the wishes and safety of the people harmed bear on this, and what could be repaired',
          'Would a restorative meeting, letter or other repair be right and safe? Use the summary of each person’s view and name nobody.',
        ),
      ],
    },
    {
      slug: 'support',
      title: 'How a disposal would support the child',
      questions: [
        known(
          'support',
          'the help that is available and what the child already has',
          'Services, how soon they could start, how long they last, what the child and family think of them.',
        ),
        meaning(
          'support',
          'How the disposals open to the panel would meet the child’s needs, or fail to',
          'Weigh help against harm, such as a record that follows the child. The panel recommends: do not name one answer.',
        ),
      ],
    },
    {
      // 3.1.1i the child and the carer take part
      slug: 'childs-plan',
      title: 'The child’s own plan',
      lead: 'Write this with the child, in the child’s words.',
      questions: [
        {
          id: 'childs-plan-known',
          kind: 'LONG_TEXT',
          ask: 'What the child is good at, wants to be different, and who can help',
          hint: 'In the child’s own words. Say when and with whom it was written.',
          called: 'the child’s own plan',
          limit: 4000,
        },
        meaning(
          'childs-plan',
          'How the child’s plan and the carer’s views changed the professionals’ plan',
          'Say what was taken up, what was not, and how that was explained to them.',
        ),
      ],
    },
    {
      slug: 'professionals-plan',
      title: 'The professionals’ plan',
      questions: [
        {
          id: 'plan-actions',
          kind: 'LONG_TEXT',
          ask: 'What will be done, by whom, by when and in what order',
          hint: 'Include what keeps the child safe, what keeps other people safe, and how it fits with plans the child already has.',
          called: 'what will be done',
          limit: 4000,
        },
        meaning(
          'plan',
          'Why this plan suits this child',
          'How it answers the needs, strengths, maturity and barriers above, and why it is no more than is needed.',
        ),
        {
          id: 'plan-contingency',
          kind: 'LONG_TEXT',
          ask: 'What will be done if things get worse',
          hint: 'The signs to look for, who acts, and how fast.',
          called: 'what will be done if things get worse',
          limit: 4000,
        },
      ],
    },
    {
      slug: 'exit-plan',
      title: 'When the work ends',
      questions: [
        known(
          'exit',
          'who will be there for the child afterwards',
          'School, clubs, family and mainstream services, and who has agreed to what.',
        ),
        meaning(
          'exit',
          'How we shall know that it is safe to end, and what the child can then do alone',
          'What will be looked at again, safety and wellbeing included, and how the child can come back.',
        ),
      ],
    },
  ],
};
