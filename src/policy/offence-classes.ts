/** How an offence is tried, which sets the highest penalty and the time limit for proceedings. */
export type Trial = 'SUMMARY' | 'EITHER_WAY' | 'INDICTABLE_ONLY';

/** Months within which proceedings for a summary offence begin. Source: Magistrates' Courts Act 1980 s127. */
export const limitationMonths = 6;

/** What an offence may be marked with; each raises a warning, none decides anything. */
export const offenceFeatures = {
  SEXUAL: 'Sexual',
  DOMESTIC: 'Domestic abuse',
  HATE: 'Hate',
  KNIFE: 'Knife or other weapon',
  CANNABIS: 'Cannabis',
  TRAFFIC: 'Traffic',
} as const;

export type OffenceFeature = keyof typeof offenceFeatures;

/** What is answered where no feature is named: nobody is taken to have looked by naming none. Source: house rule. */
export const withoutFeatures = { NONE: 'None of these', NOT_KNOWN: 'It is not known' } as const;

export type FeatureAnswer = OffenceFeature | keyof typeof withoutFeatures;

/** The features that were answered: none where somebody found none, undefined where it is not known. Source: house rule. */
export const featuresIn = (answers: readonly FeatureAnswer[]): OffenceFeature[] | undefined =>
  answers.includes('NOT_KNOWN')
    ? undefined
    : answers.filter((answer): answer is OffenceFeature => Object.hasOwn(offenceFeatures, answer));

/** What an offence is marked with, in words. In: the features; null where nobody said. Source: as above. */
export const featuresInWords = (features: readonly OffenceFeature[] | null): string =>
  features === null
    ? withoutFeatures.NOT_KNOWN
    : features.map((feature) => offenceFeatures[feature]).join(', ') || 'None';

/** Said beside a rule that asks what an offence is marked with, where nobody said it. Source: house rule. */
export const notMarked = 'nobody said what is part of an offence';

/** Said beside a rule that asks whether the Crown Court alone can try an offence, where nobody said it. Source: house rule. */
export const notTried = 'nobody said whether the Crown Court alone can try an offence';

/** Whether what says that there is none stands by itself. In: answers. Source: house rule. */
export const areOfOnePiece = (answers: readonly string[]): boolean =>
  answers.length < 2 || !answers.some((answer) => Object.hasOwn(withoutFeatures, answer));

export type OffenceClass = {
  readonly name: string;
  /** How it is usually tried, or null where the class holds offences of more than one kind. */
  readonly trial: Trial | null;
  readonly features: readonly OffenceFeature[];
};

const offence = (name: string, trial: Trial | null, ...features: OffenceFeature[]): OffenceClass => ({
  name,
  trial,
  features,
});

/**
 * The Home Office classes met most often with children, to be chosen from and never a limit: any other may be typed.
 * Source: Home Office counting rules, from general knowledge of the field and not yet held against the text; so trial
 * and features are suggestions that the referral may overrule.
 */
export const offenceClasses: Readonly<Record<string, OffenceClass>> = {
  '5D': offence('Assault with intent to cause serious harm', 'INDICTABLE_ONLY'),
  '8L': offence('Harassment', null),
  '8M': offence('Racially or religiously aggravated harassment', 'EITHER_WAY', 'HATE'),
  '8N': offence('Assault with injury', 'EITHER_WAY'),
  '8P': offence('Racially or religiously aggravated assault with injury', 'EITHER_WAY', 'HATE'),
  '8Q': offence('Stalking', null),
  '9A': offence('Public fear, alarm or distress', 'SUMMARY'),
  '9B': offence('Racially or religiously aggravated public fear, alarm or distress', null, 'HATE'),
  '10C': offence('Possession of other weapons', 'EITHER_WAY', 'KNIFE'),
  '10D': offence('Possession of an article with a blade or point', 'EITHER_WAY', 'KNIFE'),
  '17A': offence('Sexual assault on a male aged 13 or over', 'EITHER_WAY', 'SEXUAL'),
  '20A': offence('Sexual assault on a female aged 13 or over', 'EITHER_WAY', 'SEXUAL'),
  '34B': offence('Robbery of personal property', 'INDICTABLE_ONLY'),
  '39': offence('Theft from the person', 'EITHER_WAY'),
  '44': offence('Theft or unauthorised taking of a pedal cycle', null),
  '45': offence('Theft from a vehicle', 'EITHER_WAY'),
  '46': offence('Shoplifting', null),
  '48': offence('Theft or unauthorised taking of a motor vehicle', null, 'TRAFFIC'),
  '49': offence('Other theft', 'EITHER_WAY'),
  '56A': offence('Arson endangering life', 'INDICTABLE_ONLY'),
  '56B': offence('Arson not endangering life', 'EITHER_WAY'),
  '58A': offence('Criminal damage to a dwelling', null),
  '58B': offence('Criminal damage to another building', null),
  '58C': offence('Criminal damage to a vehicle', null),
  '58D': offence('Other criminal damage', null),
  '86': offence('Obscene publications and indecent images', null, 'SEXUAL'),
  '92A': offence('Trafficking in controlled drugs', 'EITHER_WAY'),
  '92D': offence('Possession of controlled drugs other than cannabis', 'EITHER_WAY'),
  '92E': offence('Possession of cannabis', 'EITHER_WAY', 'CANNABIS'),
  '104': offence('Assault without injury on a constable', null),
  '105A': offence('Assault without injury', 'SUMMARY'),
  '105B': offence('Racially or religiously aggravated assault without injury', 'EITHER_WAY', 'HATE'),
};

export type Tried = {
  readonly homeOfficeClass?: string | null | undefined;
  readonly indictableOnly?: boolean | number | null | undefined;
};

/**
 * How an offence is tried: what the referral says, or what is usual for its class, or null when neither is known.
 * In: an offence. Out: the mode of trial or null. Source: as the table above.
 */
export function trialOf({ homeOfficeClass, indictableOnly }: Tried): Trial | null {
  if (indictableOnly) return 'INDICTABLE_ONLY';
  return offenceClasses[(homeOfficeClass ?? '').trim().toUpperCase()]?.trial ?? null;
}

/**
 * Whether an offence can be tried in the Crown Court alone: what the referral says, or what is usual for its class; null
 * where neither is known. In: an offence. Out: true, false or null. Source: as `trialOf`; what nobody said is not known.
 */
export function isIndictableOnly({ indictableOnly, homeOfficeClass }: Tried): boolean | null {
  if (indictableOnly !== null && indictableOnly !== undefined) return Boolean(indictableOnly);
  const usual = trialOf({ homeOfficeClass });
  return usual === null ? null : usual === 'INDICTABLE_ONLY';
}
