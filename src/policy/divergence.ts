/**
 * Why police decide otherwise than the panel recommended, to be counted; the reason itself is written beside the code.
 * Source: a list of this project, after what NPCC Child Gravity Matrix 2025 leaves to police; with room for another reason.
 */
export const divergenceReasons = {
  EVIDENCE_CHANGED: 'The evidence is not what the panel had before it',
  ADMISSION_CHANGED: 'The child’s stance is not what the panel had before it',
  NEW_OFFENCE: 'The child came to notice again since the panel met',
  GRAVITY: 'Police weigh the gravity of the offence otherwise',
  SAFETY_OF_OTHERS: 'Police weigh the safety of others otherwise',
  VICTIM: 'Police weigh what the victim said otherwise',
  PUBLIC_INTEREST: 'Police weigh the public interest otherwise',
  PROSECUTOR: 'The Crown Prosecution Service advised or decided otherwise',
  NOT_OPEN_IN_LAW: 'What the panel recommended is not open in law',
  TIME_LIMIT: 'A time limit leaves no room for it',
  LESS_CRIMINALISING: 'A less criminalising response is enough',
  OTHER: 'Another reason',
} as const;

export type DivergenceReason = keyof typeof divergenceReasons;
