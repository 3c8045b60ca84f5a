import { referralSection } from '../assessments/forum-referral.view.js';
import { identitySection } from '../assessments/identity.view.js';
import { judgementSections } from '../assessments/judgement.view.js';
import { agencies } from '../policy/agencies.js';
import { checkStanding, checkStandings } from '../policy/check-standing.js';
import { disposalName } from '../policy/disposals.js';
import { gravityScores } from '../policy/gravity.js';
import { factsNotAnalysed } from '../policy/questions/analysis.js';
import { findQuestionSet } from '../policy/questions/published-sets.js';
import { type QuestionSet, questionsAsked } from '../policy/questions/question-set.js';
import { answerText } from '../platform/web/form-answers.js';
import { section, type Section, type Shown, written } from '../platform/web/sections.js';
import { codeInWords, dayInWords } from '../platform/web/words.js';
import { signOffSections } from './sign-off-findings.view.js';
import type { OffenceShown, PanelPicture, VictimSummary, VoiceHeard } from './panel-picture.js';

type Words = Readonly<Record<string, string>>;
const named = (words: Words, code: string | null): string => (code ? (words[code] ?? codeInWords(code)) : '');
const day = (text: string | null): string => (text ? dayInWords(text) : '');

const voiceWords: Words = {
  OBTAINED: 'Heard',
  NOT_OBTAINED: 'Not heard',
  NO_CARER: 'There is no parent or carer',
};

function voiceSection(id: string, title: string, voice: VoiceHeard | undefined): Section {
  if (!voice) return section(id, title, []);
  const { status, heardOn, heardBy, how, words, influence, reason, approvalReason } = voice;
  return section(id, title, [
    ...written(id === 'child' ? 'In the child’s words' : 'In their words', words),
    ...written('What changed because of it', influence),
    ...(status === 'OBTAINED' ? [] : [{ key: 'Whether heard', value: named(voiceWords, status) }]),
    ...written('Why not', reason),
    ...written('Why the manager agreed to go on', approvalReason),
    ...written('Heard', [day(heardOn), how, heardBy && `by ${heardBy}`].filter(Boolean).join(', ')),
  ]);
}

const victimWords: Words = {
  OBTAINED: 'View obtained',
  DECLINED: 'Declined to give a view',
  CONSENT_REFUSED: 'Did not agree to share a view',
  NOT_CONTACTABLE: 'Could not be reached',
  NOT_YET_SOUGHT: 'Not yet sought',
};

function victimRows(victim: VictimSummary): Shown[] {
  const { position, kind, status, obtainedOn, view, safetyNeeds, restorativeWish, sameSchoolOrHome } = victim;
  const who = `Victim ${position} (${kind === 'CHILD' ? 'a child' : codeInWords(kind).toLowerCase()})`;
  const stands = status ? named(victimWords, status) : 'Not recorded';
  return [
    { key: who, value: obtainedOn ? `${stands}, ${day(obtainedOn)}` : stands },
    ...written('What they said', view),
    ...written('What they need to be safe', safetyNeeds),
    ...written('Whether they wish to take part in repairing the harm', restorativeWish),
    ...(sameSchoolOrHome === 'YES' ? [{ key: 'Same school or home as the child', value: 'Yes' }] : []),
  ];
}

function victimSection({ victims, noIdentifiableVictimReason }: PanelPicture): Section {
  const none = victims.length === 0 ? written('No identifiable victim', noIdentifiableVictimReason) : [];
  const title = victims.length > 1 ? 'What each victim said' : 'What the victim said';
  return section('victims', title, [...victims.flatMap(victimRows), ...none]);
}

const setOf = ({ setId, setVersion }: PanelPicture): QuestionSet | null =>
  setId && setVersion ? findQuestionSet(setId, setVersion) : null;

export function earlierSection({ earlierDisposals, flags }: PanelPicture): Section {
  const rows = earlierDisposals.map(({ disposal, givenOn, route, offence, completed, response }) => ({
    key: `${disposalName(disposal)}, ${day(givenOn)}`,
    value: [
      `For: ${offence}`,
      `Route: ${codeInWords(route).toLowerCase()}; completed: ${codeInWords(completed).toLowerCase()}`,
      `What was done: ${response?.whatWasDone ?? 'not recorded'}`,
      `How the child responded: ${response?.childsResponse ?? 'not recorded'}`,
      `What is different now: ${response?.differentNow ?? 'not recorded'}`,
    ].join('\n'),
  }));
  return section('earlier-disposals', 'Earlier disposals', rows, {
    badges: flags.length > 0 ? [{ text: 'Repeat disposal', colour: 'red' }] : [],
    note: flags.map(({ message }) => `${message}.`).join(' ') || 'No earlier disposal is known.',
  });
}

function standingWords(status: string, dueOn: string | null, readOn: string): string {
  const standing = checkStanding({ status, dueOn }, readOn);
  const isWaited = standing === 'AWAITED' || standing === 'OVERDUE';
  return `${checkStandings[standing]}${isWaited && dueOn ? `, due ${day(dueOn)}` : ''}`;
}

const checkSection = ({ checks, readOn }: PanelPicture): Section =>
  section(
    'checks',
    'Agency checks',
    checks.map(({ agency, status, dueOn, content, analysis, reason }) => ({
      key: named(agencies, agency),
      value: [
        standingWords(status, dueOn, readOn),
        content && `What they said: ${content}`,
        analysis && `What it means: ${analysis}`,
        reason && `Why: ${reason}`,
      ]
        .filter(Boolean)
        .join('\n'),
    })),
  );

export function gravityWords({ gravityFinal, gravityStart }: OffenceShown): string {
  if (!gravityFinal) return 'Not scored';
  const meaning = (gravityScores as Record<number, string>)[gravityFinal] ?? '';
  return `${gravityFinal} (${meaning})${gravityStart && gravityStart !== gravityFinal ? `, starting from ${gravityStart}` : ''}`;
}

const offenceSection = (picture: PanelPicture): Section =>
  section('offences', 'Offences and gravity', [
    ...picture.offences.map((offence) => ({
      key: `${day(offence.date)}, class ${offence.homeOfficeClass}`,
      value: `${offence.description}\nFinal gravity score: ${gravityWords(offence)}`,
    })),
    { key: 'Responsibility', value: codeInWords(picture.responsibilityStance) },
    { key: 'Sufficient evidence', value: codeInWords(picture.evidenceSufficient) },
    ...written('Police information', picture.policeInformation),
  ]);

function assessmentSections(picture: PanelPicture): Section[] {
  const { answers } = picture;
  const set = setOf(picture);
  if (!set) return [section('assessment', 'Assessment', [])];
  return set.pages.map((page) =>
    section(
      `assessment-${page.slug}`,
      `Assessment: ${page.title}`,
      questionsAsked(page, answers).map((question) => ({
        key: question.ask,
        value: answerText(question, answers[question.id]) || 'Not answered',
      })),
      { badges: factsNotAnalysed(page, answers).length > 0 ? [{ text: 'Not analysed', colour: 'red' }] : [] },
    ),
  );
}

/** The parts of the assessment that give facts without what they mean; nothing where there are none. */
function notAnalysedSection({ setId, setVersion, answers }: PanelPicture): Section[] {
  const set = setId && setVersion ? findQuestionSet(setId, setVersion) : null;
  const rows = (set?.pages ?? []).flatMap((page) =>
    factsNotAnalysed(page, answers).map(({ ask }) => ({ key: page.title, value: ask })),
  );
  if (rows.length === 0) return [];
  const badges = [{ text: 'Not analysed', colour: 'red' }];
  const note = 'What is known is written, what it means for this child is not.';
  return [section('not-analysed', 'Facts that nobody has analysed', rows, { badges, note })];
}

/** What stands at the top of the page on which the panel decides. */
export function pictureAtDecision(picture: PanelPicture): Section[] {
  const voice = (who: VoiceHeard['who']) => picture.voices.find((one) => one.who === who);
  return [
    voiceSection('child', 'What the child said', voice('CHILD')),
    voiceSection('carer', 'What the parent or carer said', voice('CARER')),
    victimSection(picture),
    ...judgementSections(picture.judgements),
    referralSection(picture.referrals),
    identitySection({ ...picture, set: setOf(picture) }),
    earlierSection(picture),
    ...notAnalysedSection(picture),
    ...signOffSections(picture),
  ];
}

/** The whole of a case as it stands in the pack. */
export const pictureInPack = (picture: PanelPicture): Section[] => [
  ...pictureAtDecision(picture),
  checkSection(picture),
  offenceSection(picture),
  ...assessmentSections(picture),
];
