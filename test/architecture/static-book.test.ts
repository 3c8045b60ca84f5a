import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { choosableRules } from '../../src/policy/disposal-changes.js';
import { disposals } from '../../src/policy/disposals.js';
import { outcomeFields, postedOutcome } from '../../src/outcomes/outcome.fields.js';

/**
 * An administrator adds, changes and ends disposals, and what is about a day asks the disposals of that day. The files that
 * ask the rows of the rule book, which know nothing of it, are named here, each with why they may.
 */
const withStaticRows: Readonly<Record<string, string>> = {
  'src/children/disposal.fields.ts':
    'what only courts and others give, which nobody adds to, beside the disposals of the day',
  'src/desk/repeat-lists.ts':
    'counts by the edition of the day on which each was given, and by the row where there is none',
  'src/desk/rules.view.ts': 'whether a disposal began in the rule book',
  'src/outcomes/outcome.fields.ts':
    'which fields a form can have; the row names no rule that asks for another, as is seen below',
  'src/policy/clocks.ts': 'what holds where no disposals of a day are given; whoever counts for a case gives them',
  'src/policy/disposal-changes.ts': 'what cannot be taken off the rule book’s own row',
  'src/policy/disposal-gates.ts': 'the row where none is given; whoever asks for a case gives it, as is seen below',
  'src/policy/gravity-departures.ts': 'whether it is informal where its edition is not given',
  'src/policy/letter-meanings.ts': 'whether somebody renamed what the rule book has',
  'src/policy/new-referrals.ts': 'the order of the rule book, before those that were added',
  'src/policy/not-taking-part.ts': 'whether an edition says something else than the rule book',
  'src/policy/outcome-gates.ts': 'the row where none is given; whoever asks for a case gives it, as is seen below',
  'src/policy/reasons.ts': 'what makes a first-time entrant where the disposals of the day are not given',
  'src/policy/register-gates.ts': 'what only courts and others give, which has no days; the row of the day is given',
  'src/policy/repeat-review.ts': 'whether it is informal where its edition is not given',
  'src/policy/rule-cases.ts': 'for which rows of the rule book a rule differs, as its own row says by their codes',
  'src/policy/rule-moments.ts': 'a row with every rule on it, to find when each is asked',
  'src/policy/rules-table.ts': 'the document of the rule book itself',
  'src/policy/variation-gates.ts': 'the row where none is given; whoever asks for a case gives it, as is seen below',
};

/** What answers for the rule book alone, whatever was added or changed. */
const staticNames = [
  ...['disposals', 'disposalCodes', 'earlierDisposalCodes', 'onlyEarlier'],
  ...['isDisposal', 'disposalOf', 'isInformal', 'seededBook'],
];

/** What answers for an edition, or its name, where it is told of it: with how many arguments it is. */
const toldOfEdition: Readonly<Record<string, number>> = {
  ...{ disposalName: 2, viewName: 2, meaningOf: 2, followsNotTakingPart: 2, isFormal: 2 },
  ...{ disposalBlockers: 3, disposalRules: 3, outcomeBlockers: 2, rulesOfOutcome: 2, homeOfficeOutcome: 3 },
  ...{ variationBlockers: 3, variationRules: 3, departureOf: 3, tierOf: 3 },
};

/** What makes words of any code, and so of a disposal’s where it has a name. */
const wordsOfCodes = ['codeInWords', 'said'];

/** Calls that leave the edition out, each with why they may. */
const withoutEdition: Readonly<Record<string, string>> = {
  'src/children/disposal.fields.ts disposalName': 'what only courts and others give',
  'src/policy/event-words.ts said': 'a code for which the trail found no name',
};

const itself = /^src\/(policy\/disposal(s|-book)\.ts|disposals\/|demonstration\/)/;
const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/\.spec\.ts$|migrations/.test(file))
  .map((file) => `src/${file}`)
  .filter((file) => !itself.test(file));

const parsed = (text: string) => ts.createSourceFile('read.ts', text, ts.ScriptTarget.Latest);

/** What a file takes from the rule book’s rows; types are none of it. */
function staticIn(text: string): string[] {
  const imports = parsed(text).statements.filter(ts.isImportDeclaration);
  const ofBook = imports.filter(({ moduleSpecifier, importClause }) => {
    const from = ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : '';
    return (
      /\/disposals\.js$|\/disposal-book\.js$/.test(from) && importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword
    );
  });
  return ofBook
    .flatMap(({ importClause }) => {
      const names = importClause?.namedBindings;
      const taken = names && ts.isNamedImports(names) ? names.elements : [];
      return taken.filter(({ isTypeOnly }) => !isTypeOnly).map(({ propertyName, name }) => (propertyName ?? name).text);
    })
    .filter((name) => staticNames.includes(name));
}

/** What is called without the edition that it could be told of. */
function untoldIn(text: string): string[] {
  const file = parsed(text);
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const { text: name } = node.expression;
      const isOfDisposal = node.arguments.some((one) => /(^|\.)disposal$/.test(one.getText(file)));
      if (wordsOfCodes.includes(name) && isOfDisposal) found.push(name);
      if (node.arguments.length < (toldOfEdition[name] ?? 0)) found.push(name);
    }
    ts.forEachChild(node, look);
  };
  look(file);
  return found;
}

const read = (file: string): string => readFileSync(file, 'utf8');

test('every file that asks the rows of the rule book rather than the disposals of a day says why it may', () => {
  const asking = files.filter((file) => staticIn(read(file)).length > 0);
  expect(asking.toSorted()).toEqual(Object.keys(withStaticRows).toSorted());
});

test('whatever can be told of an edition is told of it, or says why not', () => {
  const untold = files.flatMap((file) => untoldIn(read(file)).map((name) => `${file} ${name}`));
  expect([...new Set(untold)].toSorted()).toEqual(Object.keys(withoutEdition).toSorted());
});

test('a file that asks the rule book, or leaves an edition out, would be found', () => {
  expect(staticIn(`import { type Disposal, disposalCodes } from '../policy/disposals.js';`)).toEqual(['disposalCodes']);
  expect(staticIn(`import { disposalCodes as all } from './disposals.js';`)).toEqual(['disposalCodes']);
  expect(staticIn(`import type { disposals } from './disposals.js';`)).toEqual([]);
  expect(untoldIn('const name = [disposalName(one.disposal), disposalName(one.disposal, one.name)];')).toEqual([
    'disposalName',
  ]);
  expect(untoldIn('codeInWords(one.disposal) + said(disposal) + said(reason)')).toEqual(['codeInWords', 'said']);
});

test('the form of an outcome reads every field that any rule could ask for', () => {
  const { rules, outcomeRules } = choosableRules;
  const askingAll = { ...disposals.OUTCOME_22, code: 'SOMETHING_ADDED', rules, outcomeRules };
  const asked = outcomeFields(askingAll, [{ value: '', label: '' }]).map(({ id }) => id);
  expect(asked.filter((id) => postedOutcome.every((field) => field.id !== id))).toEqual([]);
});
