/**
 * What people do so that a child can understand and be understood, with the words people read. What is chosen stands on
 * the pack, and shapes whatever is written to the child.
 * Source: Leicester City Youth Justice Plan 2025 to 2030, section 9 (speech, language and communication checklist), and
 * HMIP 2021 (Leicestershire) section 1.1 (four in five children need such support); the list itself is our own.
 */
export const adjustments = {
  SHORT_SENTENCES: 'Use short sentences and everyday words, one thing at a time',
  CHECK_UNDERSTANDING: 'Ask the child to say it back in their own words',
  EXTRA_TIME: 'Give the child time to think before they answer',
  BREAKS: 'Take breaks',
  READ_ALOUD: 'Read everything aloud',
  LARGE_PRINT: 'Use large print',
  COLOURED_PAPER: 'Print and show text on a coloured background',
  PICTURES: 'Use pictures, symbols or drawing',
  QUIET_PLACE: 'Meet in a quiet place, with few people',
  TRUSTED_ADULT: 'Have a person the child trusts beside them',
  INTERPRETER: 'Have an interpreter, and translate what is written',
  SIGN_LANGUAGE: 'Have a sign language interpreter',
} as const;
