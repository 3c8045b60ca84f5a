/**
 * What cannot wait for the next meeting of a weekly panel, so that it sits in between. The gates are the same.
 * Source: house rule; bail, limitation and the eighteenth birthday are the clocks of the law, the rest is for people to say.
 */
export const extraordinaryReasons = {
  BAIL_ENDS: 'Bail ends before the next meeting',
  TIME_LIMIT: 'The time for proceedings ends before the next meeting',
  TURNS_18: 'The child turns 18 before the next meeting',
  SAFETY: 'Somebody’s safety cannot wait',
  SUPPORT: 'Support for the child would come too late',
  OTHER: 'Another reason',
} as const;

export type ExtraordinaryReason = keyof typeof extraordinaryReasons;
export const extraordinaryCodes = Object.keys(extraordinaryReasons) as ExtraordinaryReason[];
