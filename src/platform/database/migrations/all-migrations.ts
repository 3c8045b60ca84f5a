import { Access1700000001000 } from './access.js';
import { Amendments1700000045000 } from './amendments.js';
import { AreaSettings1700000025000 } from './area-settings.js';
import { Assessments1700000007000 } from './assessments.js';
import { BehaviourOfCases1700000070000 } from './behaviour-of-cases.js';
import { BankHolidayReasons1700000075000, BankHolidays1700000051000 } from './bank-holidays.js';
import { CaseReasons1700000003500, CodedReasons1700000079900 } from './case-reasons.js';
import { Cases1700000003000, OffencesNotKnown1700000077000 } from './cases.js';
import { Checks1700000004000 } from './checks.js';
import { Children1700000002000 } from './children.js';
import {
  ConflictsOfCases1700000039000,
  LinkedCases1700000041000,
  RestrictedCases1700000040000,
} from './confidential-cases.js';
import { Deliveries1700000052000 } from './deliveries.js';
import { Decisions1700000009000 } from './decisions.js';
import { DisposalEditions1700000030000 } from './disposal-editions.js';
import { Outcomes1700000010000 } from './outcomes.js';
import { Panels1700000008000 } from './panels.js';
import { Discussions1700000042000 } from './discussions.js';
import { Desk1700000013000 } from './desk.js';
import { EarlierBehaviour1700000023000 } from './earlier-behaviour.js';
import { EscalationNamings1700000059000 } from './escalation-namings.js';
import { EscalationLadders1700000047000 } from './escalation-ladders.js';
import { Exchange1700000012000 } from './exchange.js';
import { GateAnswers1700000053000 } from './gate-answers.js';
import { JudgementsAndReferrals1700000015000 } from './judgements-and-referrals.js';
import { AgreementsDated1700000079600, KeptDeliveries1700000079020 } from './kept-deliveries.js';
import { LetterTemplates1700000074000 } from './letter-templates.js';
import { LettersOfCases1700000048000, LettersToVictims1700000049000 } from './letters.js';
import { AgendaReturns1700000038000, MeetingPlans1700000036000, PanelActions1700000037000 } from './meeting-plans.js';
import {
  AttendancesBefore1700000058000,
  MeetingReasons1700000058200,
  NotesTakenBack1700000058100,
} from './meeting-records.js';
import { Packs1700000024000 } from './packs.js';
import { PastRecords1700000079010 } from './past-records.js';
import { PeopleHarmed1700000021000 } from './people-harmed.js';
import { Platform1700000000000 } from './platform.js';
import { AnswersByCase1700000072500, ProsecutorReferrals1700000046000 } from './prosecutor-referrals.js';
import { QuestionSets1700000014000 } from './question-sets.js';
import { AuditPopulations1700000078000, Quality1700000011000 } from './quality.js';
import { Reasons1700000043000 } from './reasons.js';
import { Referrals1700000006000 } from './referrals.js';
import { Resolutions1700000033000 } from './resolutions.js';
import { Routing1700000034000 } from './routing.js';
import { SettingsOfAreas1700000060000 } from './settings-of-areas.js';
import { SignOffAndNews1700000019000 } from './sign-off-and-news.js';
import { GivenConditions1700000079500 } from './given-conditions.js';
import { GravityScorings1700000063000, MarksBefore1700000079920 } from './gravity-scorings.js';
import { RegisterAnswers1700000061000, SettingAside1700000062000 } from './register.js';
import {
  RepeatReviews1700000026000,
  ResponsesReviewed1700000056000,
  WhyPoliceRepeat1700000057000,
} from './repeat-reviews.js';
import {
  OfferWaysDated1700000079700,
  PastTellings1700000076000,
  VictimCare1700000021100,
  TellingsWanted1700000079910,
  ViewsPutAway1700000079810,
} from './victim-care.js';
import { Victims1700000005000 } from './victims.js';
import { VoiceAttempts1700000022000, VoicesInParts1700000022100 } from './voices.js';

/** Forward only, in the order of the numbers in their names. */
export const allMigrations = [
  Platform1700000000000,
  Access1700000001000,
  Children1700000002000,
  Cases1700000003000,
  CaseReasons1700000003500,
  Checks1700000004000,
  Victims1700000005000,
  Referrals1700000006000,
  Assessments1700000007000,
  Panels1700000008000,
  Decisions1700000009000,
  Outcomes1700000010000,
  Quality1700000011000,
  Exchange1700000012000,
  Desk1700000013000,
  QuestionSets1700000014000,
  JudgementsAndReferrals1700000015000,
  SignOffAndNews1700000019000,
  PeopleHarmed1700000021000,
  VictimCare1700000021100,
  VoiceAttempts1700000022000,
  VoicesInParts1700000022100,
  EarlierBehaviour1700000023000,
  Packs1700000024000,
  AreaSettings1700000025000,
  RepeatReviews1700000026000,
  DisposalEditions1700000030000,
  Resolutions1700000033000,
  Routing1700000034000,
  MeetingPlans1700000036000,
  PanelActions1700000037000,
  AgendaReturns1700000038000,
  ConflictsOfCases1700000039000,
  RestrictedCases1700000040000,
  LinkedCases1700000041000,
  Discussions1700000042000,
  Reasons1700000043000,
  Amendments1700000045000,
  ProsecutorReferrals1700000046000,
  EscalationLadders1700000047000,
  LettersOfCases1700000048000,
  LettersToVictims1700000049000,
  BankHolidays1700000051000,
  Deliveries1700000052000,
  GateAnswers1700000053000,
  ResponsesReviewed1700000056000,
  WhyPoliceRepeat1700000057000,
  AttendancesBefore1700000058000,
  NotesTakenBack1700000058100,
  MeetingReasons1700000058200,
  EscalationNamings1700000059000,
  SettingsOfAreas1700000060000,
  RegisterAnswers1700000061000,
  SettingAside1700000062000,
  GravityScorings1700000063000,
  BehaviourOfCases1700000070000,
  AnswersByCase1700000072500,
  LetterTemplates1700000074000,
  BankHolidayReasons1700000075000,
  PastTellings1700000076000,
  OffencesNotKnown1700000077000,
  AuditPopulations1700000078000,
  PastRecords1700000079010,
  KeptDeliveries1700000079020,
  GivenConditions1700000079500,
  AgreementsDated1700000079600,
  OfferWaysDated1700000079700,
  ViewsPutAway1700000079810,
  CodedReasons1700000079900,
  TellingsWanted1700000079910,
  MarksBefore1700000079920,
];
