/**
 * The agencies that meet around a child, each with the words people read.
 * Source: Crime and Disorder Act 1998 s39 (who makes up a youth offending team) and the panels described by
 * HM Inspectorate of Probation, Leicestershire 2021, section 3.4; which of them an area asks is a setting of that area.
 */
export const agencies = {
  POLICE: 'Police',
  YOUTH_JUSTICE_SERVICE: 'Youth justice service',
  CHILDRENS_SOCIAL_CARE: 'Children’s social care',
  EARLY_HELP: 'Early help',
  EDUCATION_PRE16: 'Education to 16',
  CONNEXIONS_POST16: 'Education and work after 16',
  SEND: 'Special educational needs and disability',
  HEALTH_NAVIGATOR: 'Health',
  CAMHS_ACE: 'Child and adolescent mental health',
  SUBSTANCE_MISUSE: 'Substance misuse service',
  LIAISON_AND_DIVERSION: 'Liaison and diversion',
  PROBATION: 'Probation',
  HOUSING: 'Housing',
  VICTIM_SERVICE: 'Victim service',
  SCHOOL: 'School or college',
} as const;

export type Agency = keyof typeof agencies;

export const agencyCodes = Object.keys(agencies) as Agency[];
