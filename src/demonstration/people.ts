import type { Agency } from '../policy/agencies.js';
import type { Role } from '../policy/permissions.js';

/** Everybody of the demonstration signs in with it. It opens nothing but invented records on this machine. */
export const PASSWORD = 'seven kites above a quiet harbour';

export const CITY = 'Leicester City';
export const COUNTY = 'Leicestershire and Rutland';

export type DemonstrationPerson = {
  readonly name: string;
  readonly email: string;
  readonly agency: Agency;
  readonly roles: readonly Role[];
  /** The panel areas served; both when left out. */
  readonly areas?: readonly string[];
  readonly collarNumber?: string;
};

export const administrator = { name: 'Ada Winterbourne', email: 'administrator@demo.example' };

const person = (
  role: Role,
  name: string,
  agency: Agency,
  more: Partial<DemonstrationPerson> = {},
): DemonstrationPerson => ({
  ...{ name, agency, roles: [role] },
  email: `${role.toLowerCase().replaceAll('_', '.')}@demo.example`,
  ...more,
});

/** Invented people in every role; nobody of these names works anywhere. */
export const people: readonly DemonstrationPerson[] = [
  person('REFERRING_OFFICER', 'PC Rowan Hartwell', 'POLICE', { collarNumber: '2114' }),
  person('YJS_ASSESSOR', 'Priya Larkfield', 'YOUTH_JUSTICE_SERVICE'),
  person('YJS_ASSESSOR', 'Joel Ashcombe', 'YOUTH_JUSTICE_SERVICE', {
    ...{ email: 'county.assessor@demo.example', areas: [COUNTY] },
  }),
  person('YJS_POLICE_OFFICER', 'PC Idris Coldwell', 'POLICE', { collarNumber: '3310' }),
  person('PARTNER_CONTRIBUTOR', 'Hannah Osei-Brook', 'CHILDRENS_SOCIAL_CARE'),
  person('VICTIM_WORKER', 'Callum Reddish', 'VICTIM_SERVICE'),
  person('PANEL_TEAM_MANAGER', 'Marguerite Oyelaran', 'YOUTH_JUSTICE_SERVICE'),
  person('PANEL_ADMINISTRATOR', 'Tomasz Whitlow', 'YOUTH_JUSTICE_SERVICE'),
  person('PANEL_CHAIR', 'Beatrice Nwosu-Hale', 'YOUTH_JUSTICE_SERVICE'),
  person('PANEL_MEMBER', 'Dev Rampersad', 'EDUCATION_PRE16'),
  person('POLICE_DECISION_MAKER', 'Insp Gwen Tarrant', 'POLICE', { collarNumber: '0871' }),
  person('POLICE_DECISION_MAKER', 'Supt Honor Vickery', 'POLICE', {
    ...{ email: 'superintendent@demo.example', collarNumber: '0044' },
  }),
  person('SENIOR_REVIEWER', 'Kwame Bellingham', 'YOUTH_JUSTICE_SERVICE'),
  person('SENIOR_REVIEWER', 'Ines Marlowe-Finch', 'YOUTH_JUSTICE_SERVICE', { email: 'head.of.service@demo.example' }),
  person('QA_LEAD', 'Oona Fairweather', 'YOUTH_JUSTICE_SERVICE'),
  person('QA_AUDITOR', 'Samir Thackeray', 'YOUTH_JUSTICE_SERVICE'),
  person('SCRUTINY_MEMBER', 'Winifred Castleton', 'PROBATION'),
  person('OBSERVER', 'Leo Marchetti-Dunn', 'SCHOOL'),
  person('DATA_PROTECTION_OFFICER', 'Dana Prior', 'YOUTH_JUSTICE_SERVICE'),
];
