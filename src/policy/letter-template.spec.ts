import { disposalCodes, disposals } from './disposals.js';
import { exampleValues, fieldsOfKind, letterFieldNames, letterFields } from './letter-fields.js';
import { meaningOf, saidToChildOfDisposals } from './letter-meanings.js';
import { bracesLeft, filled, templateFaults } from './letter-template.js';
import { letterBlocks } from './letter-text.js';
import {
  type Audience,
  caseLetterKinds,
  hasShortWording,
  kindsTo,
  letterKindCodes,
  victimLetterKinds,
} from './letters.js';
import { usualLetters } from './usual-letters/usual-letters.js';

const messages = (text: string, kind = 'CHILD_OUTCOME' as const): string[] =>
  templateFaults(kind, text).map(({ message }) => message);

test.each([
  [
    'a field that is not there',
    'Hello\n\n{{childNickname}}',
    'Line 3: there is no field “childNickname”. This letter may name letterDay, panelName,',
  ],
  ['a field of nobody', '{{ }}', 'Line 1: there is no field “”'],
  ['a name that every object has', '{{toString}}', 'Line 1: there is no field “toString”'],
  ['the victim’s name', 'From {{victimName}}', 'Line 1: “victimName” may not stand in a letter to the child'],
  ['what is not known yet', '{{recommendation}}', 'may not stand in a letter to the child'],
  ['braces that do not close', 'Dear {{childFirstName', 'Line 1: the braces do not make a pair'],
  ['braces that do not open', 'Dear childFirstName}}', 'Line 1: the braces do not make a pair'],
  ['three braces', 'Dear {{{childFirstName}}}', 'Line 1: the braces do not make a pair'],
  ['a section that depends on nothing', '{{#outcome}}x{{/outcome}}', '“outcome” always holds something'],
  ['a section without an end', 'a\n{{#contact}}x', 'Line 2: “contact” begins here and does not end'],
  ['an end without a beginning', 'x{{/contact}}', '“contact” ends here and did not begin'],
  ['a section in a section', '{{#contact}}{{#agreed}}\n{{agreed}}\n{{/agreed}}{{/contact}}', 'one section at a time'],
  ['what may be empty, alone', 'Ring {{contact}}', '“contact” may be empty: put {{#contact}} and {{/contact}}'],
  ['a list within a line', 'It means {{outcomeMeaning}}.', '“outcomeMeaning” is a list and stands in a line'],
  ['logic', '{{if outcome}}x', 'Line 1: there is no field “if outcome”'],
])('a template with %s is refused by line and field', (_, text, message) => {
  expect(messages(text).join('\n')).toContain(message);
});

test('every fault is named at once, in the order of the lines', () => {
  const faults = templateFaults('VICTIM_OUTCOME', '{{childFirstName}}\n{{nothing}}\n{{agreed}}');
  expect(faults.map(({ line, field }) => [line, field])).toEqual([
    [1, 'childFirstName'],
    [2, 'nothing'],
    [3, 'agreed'],
  ]);
});

test('a field is known only in letters of its matter', () => {
  expect(templateFaults('CHILD_RIGHTS', '{{outcomeDay}}')[0]?.message).toContain('is not known when');
  expect(templateFaults('POLICE_OUTCOME', '{{recommendation}}')[0]?.message).toContain('is not known when');
  expect(templateFaults('POLICE_RECOMMENDATION', '{{recommendation}}')).toEqual([]);
});

test('what people wrote is put in and not read again, in one line', () => {
  const values = { childFirstName: '{{victimName}}\n\n- Ash', contact: null, agreed: ['One\ntwo', '{{#contact}}'] };
  expect(filled('Dear {{ childFirstName }}', values)).toBe('Dear {{victimName}} - Ash');
  expect(filled('{{#agreed}}\n{{agreed}}\n{{/agreed}}', values)).toBe('- One two\n- {{#contact}}');
  expect(() => filled('{{victimName}}', values)).toThrow('victimName');
});

test('a section goes with the field it is around, and leaves no gap', () => {
  const text = 'One\n{{#contact}}\nRing {{contact}}\n{{/contact}}\nTwo';
  expect(filled(text, { contact: '01632 960 111' })).toBe('One\nRing 01632 960 111\nTwo');
  expect(filled(text, { contact: '' })).toBe('One\nTwo');
  expect(filled(text.replaceAll('\n', '\r\n'), { contact: null })).toBe('One\nTwo');
});

test('braces left in a letter are named by line', () => {
  expect(bracesLeft('Dear Ash\n{{contact}}').map(({ line }) => line)).toEqual([2]);
  expect(bracesLeft('Dear Ash {with} braces')).toEqual([]);
});

test('blank lines part paragraphs, dashes and numbers make lists, and nothing else means anything', () => {
  expect(letterBlocks('Dear Ash,\r\n\r\nYou can:\n- ask\n- tell\n\n1. One\n2) Two\n\n# *x* <b>y</b>')).toEqual([
    { kind: 'PARAGRAPH', lines: ['Dear Ash,'] },
    { kind: 'PARAGRAPH', lines: ['You can:'] },
    { kind: 'LIST', isNumbered: false, items: ['ask', 'tell'] },
    { kind: 'LIST', isNumbered: true, items: ['One', 'Two'] },
    { kind: 'PARAGRAPH', lines: ['# *x* <b>y</b>'] },
  ]);
  expect(letterBlocks(' \n\n ')).toEqual([]);
});

describe('who may read what', () => {
  const namesTo = (audience: Audience): string[] =>
    letterFieldNames.filter((name) => (letterFields[name].to as readonly Audience[]).includes(audience));

  test('no letter of a case names anything of a victim', () => {
    for (const audience of ['CHILD', 'CARER', 'POLICE'] as const) {
      expect(namesTo(audience).filter((name) => /victim|offerWay|meetingDay/i.test(name))).toEqual([]);
    }
  });

  test('of the child a victim is told the outcome, its day and what it means, and nothing else', () => {
    expect(namesTo('VICTIM_CARER')).toEqual(namesTo('VICTIM'));
    expect(namesTo('VICTIM')).toEqual([
      ...['letterDay', 'panelName', 'panelArea', 'writerName', 'contact', 'reference', 'offenceDay'],
      ...['crimeReference', 'outcome', 'outcomeDay', 'outcomeMeaning', 'victimName', 'meetingDay', 'offerWay'],
    ]);
  });

  test('every kind is of a case or of a victim, and has fields', () => {
    expect([...caseLetterKinds, ...victimLetterKinds].toSorted()).toEqual([...letterKindCodes].toSorted());
    for (const kind of letterKindCodes) expect(fieldsOfKind(kind).length).toBeGreaterThan(5);
  });
});

describe('the usual templates', () => {
  const textsOf = (kind: (typeof letterKindCodes)[number]): string[] => {
    const { heading, text, shortText } = usualLetters[kind];
    return [heading, text, ...(shortText === null ? [] : [shortText])];
  };

  test.each(letterKindCodes)('%s may be used as it is, filled or bare of what may be empty', (kind) => {
    for (const text of textsOf(kind)) {
      expect(templateFaults(kind, text)).toEqual([]);
      const examples = exampleValues(kind);
      const bare = Object.fromEntries(
        Object.entries(examples).map(([name, value]) => [
          name,
          'mayBeEmpty' in letterFields[name as keyof typeof letterFields] ? null : value,
        ]),
      );
      for (const values of [examples, bare]) expect(filled(text, values)).not.toMatch(/[{}]|\n\n\n|Dear ,/);
    }
    expect(usualLetters[kind].shortText !== null).toBe(hasShortWording(kind));
  });

  test('none of them says offender, or presses anybody', () => {
    const words = letterKindCodes.flatMap(textsOf).join('\n');
    expect(words).not.toMatch(/offender|perpetrator|culprit|suspect|guilt|\bmust\b|\bshould\b|failure|warn you/i);
    for (const kind of ['VICTIM_VIEW', 'VICTIM_OFFER'] as const) {
      for (const words of [usualLetters[kind].text, usualLetters[kind].shortText]) {
        expect(words).toMatch(/It is your choice\.[^]*change your mind at any time/);
      }
    }
  });

  test('a child of nine to eleven can read those for the child, one of nine the short ones', () => {
    const kinds = letterKindCodes.filter(hasShortWording);
    const usual = kindsTo('CHILD').map((kind) => filled(usualLetters[kind].text, exampleValues(kind)));
    const short = kinds.map((kind) => filled(usualLetters[kind].shortText ?? '', exampleValues(kind)));
    expect(gradeOf(sentencesIn([...usual, ...saidToChildOfDisposals]))).toBeLessThan(5);
    expect(gradeOf(sentencesIn(short))).toBeLessThan(4);
    for (const sentence of sentencesIn(short))
      expect([sentence, wordsIn(sentence).length < 15]).toEqual([sentence, true]);
    for (const sentence of sentencesIn([...usual, ...saidToChildOfDisposals])) {
      expect([sentence, wordsIn(sentence).length < 20]).toEqual([sentence, true]);
    }
  });

  test('every disposal has words for each of them, and one that is not known says whom to ask', () => {
    for (const code of [...disposalCodes, 'SOMETHING_ADDED']) {
      const { name, child, carer, victim } = meaningOf(code);
      for (const words of [[name], child, carer, victim]) expect(words.join('')).not.toBe('');
    }
    expect(meaningOf('SOMETHING_ADDED').child).toEqual(['Please ask us what it means for you.']);
    for (const code of disposalCodes)
      expect([code, meaningOf(code).child]).not.toEqual([code, meaningOf('ADDED').child]);
  });

  test('a disposal that was added or renamed has the name of its edition, any other the plain words for it', () => {
    expect(meaningOf('SOMETHING_ADDED', 'Restorative promise').name).toBe('Restorative promise');
    const renamed = meaningOf('COMMUNITY_RESOLUTION', 'Community agreement');
    expect(renamed).toEqual({ ...meaningOf('COMMUNITY_RESOLUTION'), name: 'Community agreement' });
    for (const name of [null, undefined, disposals.COMMUNITY_RESOLUTION.name]) {
      expect(meaningOf('COMMUNITY_RESOLUTION', name).name).toBe('a community resolution');
    }
  });
});

const sentencesIn = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => text.split(/\n|(?<=[.!?:]) /)).filter((words) => wordsIn(words).length > 1);

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[a-zé’]+/g) ?? [];

/** Groups of vowels, less a silent e at the end: near enough for words as short as these. */
const syllables = (word: string): number =>
  Math.max(1, (word.replace(/(?<=[^aeiouyl])e$/, '').match(/[aeiouyé]+/g) ?? []).length);

/** The Flesch-Kincaid grade: four is a reading age of about nine, six of about eleven. */
function gradeOf(texts: readonly string[]): number {
  const words = texts.flatMap(wordsIn);
  const spoken = words.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * (words.length / texts.length) + 11.8 * (spoken / words.length) - 15.59;
}
