import { readdirSync, readFileSync } from 'node:fs';

/**
 * Whatever reads cases for somebody asks whether each is open to them (`visibleCases`, `openTo`, `isOpenTo`, `isPastOpenTo`, …). The files that
 * read cases and do not ask are named here, each with why it need not.
 */
const withoutScope: Readonly<Record<string, string>> = {
  'src/access/open-cases.ts': 'it is the scope',
  'src/assessments/case-records.queries.ts': 'only cases that were found within the scope',
  'src/assessments/preparation-wholes.ts': 'only cases that were found within the scope',
  'src/assessments/reading/read-case.ts': 'one case that was opened',
  'src/assessments/sign-offs.queries.ts': 'one case that was opened',
  'src/cases/open-by-any.ts': 'gives the panel area alone, then opens the case',
  'src/cases/police-information.queries.ts': 'one case that was opened',
  'src/cases/reopen-signed-off.ts': 'the service itself reopens what news touches, and tells nobody which',
  'src/children/resolutions.queries.ts': 'what police issued by themselves, which no case gave',
  'src/decisions/decision-facts.ts': 'one case that was opened',
  'src/decisions/exploitation-known.ts': 'one case that was opened',
  'src/decisions/past-since.ts': 'one case that was opened',
  'src/desk/case-details.queries.ts': 'one case that was opened; what is linked with it, by a statement that asks',
  'src/outcomes/outcome-facts.ts': 'one case that was opened',
  'src/outcomes/outcome-pages.ts': 'one case that was opened',
  'src/panels/end-series.ts': 'whether a case is awaited at a meeting, whoever may read it; none is named',
  'src/panels/places.queries.ts':
    'how many places of a meeting are taken; one that is closed to the reader is a place too',
  'src/panels/return-to-agenda.ts': 'the service itself brings back what waits, and tells nobody which',
  'src/quality/independence.ts': 'what the actor did, in cases of a sample that are shown by another statement',
  'src/quality/papers.queries.ts': 'one case that was opened',
  'src/victims/close-for-victim.ts': 'what a victim takes back is closed in every case, and nobody is told which',
  'src/victims/record-consent.ts': 'the service itself asks again in every case',
  'src/victims/open-telling.ts': 'the service itself asks again in every case',
  'src/victims/tell-anew.ts': 'one case that was moved',
  'src/victims/victims.queries.ts': 'one case that was opened',
  'src/amendments/days-in-order.ts': 'one case that was claimed',
  'src/amendments/built-upon.ts': 'what rests on a disposal of one case that was opened; no case is named',
  'src/cases/case-clocks.queries.ts': 'only cases that were found within the scope',
  'src/cases/routing.queries.ts': 'one case that was opened; what the child had before, by a statement that asks',
  'src/exchange/resolution-imports.queries.ts': 'what police issued by themselves, which no case gave',
  'src/exchange/undo-resolution-import.ts': 'says that something else was recorded on a child, not what',
  'src/discussions/hearing.ts': 'one case that was opened',
  'src/letters/letter-facts.queries.ts': 'one case that was opened',
  'src/letters/letters-due.ts': 'within the scope it is given',
  'src/letters/matters.queries.ts': 'one case that was opened',
  'src/quality/draw-resolution-sample.ts': 'what police issued by themselves, which no case gave',
  'src/quality/resolution-samples.queries.ts': 'what police issued by themselves, which no case gave',
  'src/quality/review-counts.report.ts': 'what police issued by themselves, which no case gave',
};

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/\.spec\.ts$|migrations/.test(file))
  .map((file) => `src/${file}`);

const readsCases = /\b(from|join) (cases|earlier_disposals) \w+\b/;
const asks = /\b(visibleCases|openTo|isOpenTo|isPastOpenTo|isPastClosed|inAreas|isRestricted|hasSteppedOut)\(/;

/** What each statement of a file reads is not told apart: a file that asks once is read by people, and by the walk. */
const unscoped = files.filter((file) => {
  const text = readFileSync(file, 'utf8');
  return readsCases.test(text) && !asks.test(text);
});

test('every file that reads cases or what they gave asks whether they are open to the reader, or says why not', () => {
  expect(unscoped.toSorted()).toEqual(
    Object.keys(withoutScope)
      .filter((file) => unscoped.includes(file))
      .toSorted(),
  );
});

test('no file is excused that need not be', () => {
  expect(Object.keys(withoutScope).filter((file) => !files.includes(file))).toEqual([]);
  const needless = Object.keys(withoutScope).filter((file) => !unscoped.includes(file));
  expect(needless.filter((file) => file !== 'src/access/open-cases.ts')).toEqual([]);
});
