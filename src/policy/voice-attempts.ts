/**
 * How somebody tried to reach a child or a parent or carer, with the words people read.
 * Source: HMIP 2021 (Leicestershire) section 3.1 (whoever was not asked was not asked once); the list is our own.
 */
export const attemptWays = {
  VISIT_HOME: 'Visit at home',
  VISIT_ELSEWHERE: 'Visit at school or another place',
  CALL: 'Call',
  MESSAGE: 'Message',
  LETTER: 'Letter',
  APPOINTMENT: 'Appointment with us',
  THROUGH_SOMEBODY: 'Through somebody they trust',
  OTHER: 'Another way',
} as const;

/** What came of it. Not wanting to speak is an answer, and is told apart from not having been reached. */
export const attemptResults = {
  HEARD: 'They were heard',
  ARRANGED: 'Another time was agreed',
  NO_ANSWER: 'Nobody answered',
  NOT_THERE: 'They were not there',
  DID_NOT_WANT: 'They did not want to speak with us',
  NOT_RIGHT: 'It was not safe or right to ask then',
  OTHER: 'Something else',
} as const;

export type AttemptWay = keyof typeof attemptWays;
export type AttemptResult = keyof typeof attemptResults;

export const attemptWayCodes = Object.keys(attemptWays) as AttemptWay[];
export const attemptResultCodes = Object.keys(attemptResults) as AttemptResult[];

/** Where the code alone says too little. In: the code of a way or a result. Source: house rule. */
export const needsWords = (code: string): boolean => code === 'OTHER';
