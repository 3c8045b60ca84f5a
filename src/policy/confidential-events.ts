/**
 * What happens to who may see a case, and to cases of one incident. Part of `events`; details hold codes, days and ids alone.
 * Source: Data Protection Act 2018 s62, as there.
 */
export const confidentialEvents = {
  CONFLICT_DECLARED: () => 'recorded a conflict of interest',
  CONFLICT_LIFTED: () => 'lifted a conflict of interest',
  CASE_RESTRICTED: ({ people, reviewOn }: { people: number; reviewOn: string }) =>
    `limited the case to ${people} named people, to be looked at again on ${reviewOn}`,
  RESTRICTION_PERSON_ADDED: (_: { personId: string }) => 'named somebody more on the restricted case',
  RESTRICTION_PERSON_REMOVED: (_: { personId: string }) => 'took somebody off the people named on the restricted case',
  RESTRICTION_REVIEWED: ({ reviewOn }: { reviewOn: string }) =>
    `found that the case stays restricted, to be looked at again on ${reviewOn}`,
  RESTRICTION_LIFTED: () => 'lifted the restriction of the case',
  RESTRICTED_CASE_OPENED: ({ endsAt }: { endsAt: string }) =>
    `opened the restricted case without being named, with a reason, until ${endsAt}`,
  RESTRICTED_CASE_NOT_OPENED: () => 'asked for a restricted case by a reference that opened none',
  OPENING_ACKNOWLEDGED: () => 'looked into the opening of the restricted case',
  CASES_LINKED: (_: { otherCaseId: string }) => 'linked the case with another of the same incident',
  CASES_UNLINKED: (_: { otherCaseId: string }) => 'undid a link with another case',
  HEARD_APART: () => 'let linked cases be heard one by one again',
  HEARD_TOGETHER: ({ cases }: { cases: number }) =>
    `put ${cases} linked cases next to each other, to be heard together`,
} as const;
