import { agencies } from './agencies.js';
import type { AreaSetting, ValueOf } from './setting-kinds.js';
import { sources } from './sources.js';

const setting = <const Row extends AreaSetting>(row: Row): Row => row;

const panelMatters = {
  CANNABIS: 'Cannabis offences',
  SECOND_RESOLUTION: 'A second community resolution',
  KNIFE: 'Knife and other weapon offences',
} as const;

const scores = { 1: '1', 2: '2', 3: '3', 4: '4', 5: '5' } as const;

/**
 * Every setting that a panel area decides by and that has a history: chosen from a day on, with a reason; what was chosen
 * before stays on record. In: nothing. Out: rows by their permanent name. Sources: each row’s own; what is usual without a
 * source in law is a house rule and says so.
 */
export const areaSettings = {
  requiredChecks: setting({
    kind: 'CHOICES',
    usual: ['POLICE', 'CHILDRENS_SOCIAL_CARE', 'EDUCATION_PRE16', 'HEALTH_NAVIGATOR', 'SUBSTANCE_MISUSE'],
    options: agencies,
    name: 'Agencies that must have answered before a case is ready',
    hint: 'Which agencies an area asks about each child is for the area to say.',
    source: sources.house,
  }),
  quorumAgencies: setting({
    ...{ kind: 'CHOICES', usual: ['POLICE', 'YOUTH_JUSTICE_SERVICE'], options: agencies, least: 1 },
    name: 'Agencies that must attend for the panel to be quorate',
    hint: 'What holds on the day of a meeting counts for that meeting.',
    source: sources.house,
  }),
  repeatThreshold: setting({
    ...{ kind: 'NUMBER', usual: 2, least: 1, most: 10 },
    name: 'Earlier informal disposals from which nobody can pass over the response to each',
    source: sources.house,
  }),
  repeatReviewInformal: setting({
    ...{ kind: 'NUMBER', usual: 3, least: 1, most: 10 },
    name: 'Earlier informal disposals from which a senior reviewer signs before the meeting',
    source: sources.house,
  }),
  repeatReviewResolutions: setting({
    ...{ kind: 'NUMBER', usual: 3, least: 1, most: 10 },
    name: 'Earlier community resolutions from which a senior reviewer signs before the meeting',
    source: sources.house,
  }),
  repeatReviewCautions: setting({
    ...{ kind: 'NUMBER', usual: 2, least: 1, most: 10 },
    name: 'Earlier youth cautions and youth conditional cautions from which a senior reviewer signs before the meeting',
    hint: 'No law limits how many a child may be given. What is usual here is a house rule.',
    source: sources.repeatCautions,
  }),
  repeatReviewMonths: setting({
    ...{ kind: 'NUMBER', usual: 0, least: 0, most: 96 },
    name: 'Months before today within which they are counted for that review',
    hint: '0 counts all of them, however long ago.',
    source: sources.house,
  }),
  outcome23From: setting({
    ...{ kind: 'DAY', usual: '2026-02-01' },
    name: 'The first day on which Outcome 23 can be used',
    hint: 'It came into use on 1 February 2026. A police force may begin later.',
    source: sources.dated,
  }),
  viewsBeforeDiscussion: setting({
    kind: 'CHOICE',
    usual: 'OFFERED',
    options: {
      REQUIRED: 'Required: no recommendation until every agency present has given its view or said that it has none',
      OFFERED: 'Offered: an agency may give its view, and none has to',
      OFF: 'Off: agencies are not asked',
    },
    name: 'Whether each agency gives its view before the discussion',
    source: sources.panelPractice,
  }),
  letterContact: setting({
    ...{ kind: 'WORDS', usual: '', most: 200 },
    name: 'How to reach the panel’s office, as letters say it',
    hint: 'For example, a telephone number and an address. Letters leave it out while nothing is chosen.',
    source: sources.house,
  }),
  assessmentWorkingDays: setting({
    ...{ kind: 'NUMBER', usual: 10, least: 1, most: 120 },
    name: 'Working days from the referral to the sign-off of the preparation',
    source: sources.assessmentDays,
  }),
  decisionWorkingDays: setting({
    ...{ kind: 'NUMBER', usual: 15, least: 1, most: 240 },
    name: 'Working days from the referral to the police decision',
    hint: 'The target against which every case is shown. Nothing is refused when it has passed.',
    source: sources.decisionDays,
  }),
  clockNearWorkingDays: setting({
    ...{ kind: 'NUMBER', usual: 3, least: 0, most: 60 },
    name: 'Working days before its day from which a target or a duty is near',
    source: sources.house,
  }),
  clockNearDays: setting({
    ...{ kind: 'NUMBER', usual: 14, least: 0, most: 180 },
    name: 'Days before its day from which the end of bail or of a delivery is near',
    source: sources.house,
  }),
  limitationNearDays: setting({
    ...{ kind: 'NUMBER', usual: 56, least: 0, most: 180 },
    name: 'Days before its day from which the time limit of a summary offence is near',
    source: sources.house,
  }),
  turns18NearDays: setting({
    ...{ kind: 'NUMBER', usual: 112, least: 0, most: 366 },
    name: 'Days before its day, the one before the birthday, from which turning 18 is near',
    hint: '112 days are the sixteen weeks that conditions may usually last.',
    source: sources.house,
  }),
  goesToPanel: setting({
    ...{ kind: 'CHOICES', usual: ['CANNABIS', 'SECOND_RESOLUTION'], options: panelMatters },
    name: 'What police do not settle without the panel',
    source: sources.localRepeats,
  }),
  borderlineScores: setting({
    ...{ kind: 'CHOICES', usual: ['4', '5'], options: scores },
    name: 'Final gravity scores that are decided jointly',
    hint: 'Where an out-of-court disposal and a charge border on each other.',
    source: sources.borderline,
  }),
  resolutionSample: setting({
    ...{ kind: 'NUMBER', usual: 5, least: 1, most: 50 },
    name: 'Police-issued resolutions drawn each month for the panel to review',
    hint: 'If fewer were registered in a month, all of them are drawn.',
    source: sources.house,
  }),
  undoMinutes: setting({
    ...{ kind: 'NUMBER', usual: 10, least: 1, most: 60 },
    name: 'Minutes within which whoever recorded a recommendation, decision or outcome can take a slip back',
    source: sources.house,
  }),
  prosecutorDays: setting({
    ...{ kind: 'NUMBER', usual: 20, least: 1, most: 120 },
    name: 'Working days after which an unanswered referral to the Crown Prosecution Service is overdue',
    hint: 'No figure is laid down in law: what is usual here is a house rule.',
    source: sources.house,
  }),
  calendarPlace: setting({
    ...{ kind: 'CHOICE', usual: 'NONE', options: { NONE: 'Left out', PLACE: 'Given as arranged' } },
    name: 'The place of a meeting in calendar files and feeds',
    hint: 'A calendar is read on telephones and by assistants. Names and case references are never in it.',
    source: sources.house,
  }),
} as const satisfies Readonly<Record<string, AreaSetting>>;

export type AreaSettingName = keyof typeof areaSettings;
export const areaSettingNames = Object.keys(areaSettings) as AreaSettingName[];

/** The settings of one panel area on one day, each as a value of its kind. */
export type AreaSettings = { readonly [Name in AreaSettingName]: ValueOf<(typeof areaSettings)[Name]> };

/** What every area decides by until it chose. In: nothing. Out: each row’s usual value. Source: the table above. */
export const usualSettings = Object.fromEntries(
  areaSettingNames.map((name) => [name, areaSettings[name].usual]),
) as unknown as AreaSettings;

/** The row of a setting, whatever its kind. In: its name. Out: the row. Source: the table above. */
export const settingRow = (name: AreaSettingName): AreaSetting => areaSettings[name];

/** True for the name of a setting. In: any text. Source: the table above. */
export const isAreaSetting = (name: string): name is AreaSettingName => Object.hasOwn(areaSettings, name);
