import { checkSection } from '../../checks/agency-check.view.js';
import type { Section } from '../../platform/web/sections.js';
import { victimSection } from '../../victims/victims-read.view.js';
import { voiceSections } from '../../voices/voice.view.js';
import { adjustmentSection, answerSections, notAnalysedSection } from '../answers.view.js';
import { behaviourSection } from '../earlier-behaviour-read.view.js';
import { disposalSection } from '../earlier-disposals.view.js';
import { referralSection } from '../forum-referral.view.js';
import { identitySection } from '../identity.view.js';
import { judgementSections } from '../judgement.view.js';
import { decidedBeforeSections } from './decided-before.view.js';
import { offenceSection } from './offences.view.js';
import { type CaseRead, setRead } from './read-case.js';
import { signOffSections } from './sign-off-findings.view.js';

/** Who speaks first, then what was made of it. */
const voicesFirst = (read: CaseRead): Section[] => [
  ...voiceSections(read.voices),
  victimSection(read.victims, read.noIdentifiableVictimReason),
  ...adjustmentSection(setRead(read), read.answers),
  ...judgementSections(read.judgements),
  referralSection(read.referrals),
  identitySection({ ...read, set: setRead(read) }),
  ...decidedBeforeSections(read),
  disposalSection(read),
  behaviourSection(read, setRead(read)),
];

const inFull = (read: CaseRead): Section[] => [
  checkSection(read.checks, read.readOn),
  offenceSection(read),
  ...answerSections(setRead(read), read.answers),
];

/** The whole preparation as the manager reads it before signing. */
export const sectionsAtSignOff = (read: CaseRead): Section[] => [...voicesFirst(read), ...inFull(read)];

/** What stands at the top of the page on which the panel decides. */
export const sectionsAtDecision = (read: CaseRead): Section[] => [
  ...voicesFirst(read),
  ...notAnalysedSection(setRead(read), read.answers),
  ...signOffSections(read),
];

/** The whole of a case as it stands in the pack. */
export const sectionsInPack = (read: CaseRead): Section[] => [...sectionsAtDecision(read), ...inFull(read)];
