import { areaSettingNames, settingRow } from './area-settings.js';
import { type AreaSetting, isValueOf, settingInWords } from './setting-kinds.js';
import { sources } from './sources.js';

const { localRepeats: source } = sources;
const options = { YES: 'Yes', NO: 'No' };
const whole: AreaSetting = { kind: 'NUMBER', usual: 3, least: 1, most: 10, name: 'How many', source };
const one: AreaSetting = { kind: 'CHOICE', usual: 'NO', options, name: 'Whether', source };
const several: AreaSetting = { kind: 'CHOICES', usual: [], options, name: 'Which', source };
const words: AreaSetting = { kind: 'WORDS', usual: '', most: 5, name: 'What', source };

describe('what a panel area may decide', () => {
  test.each(areaSettingNames)('%s usually has a value that it may have', (name) => {
    const row = settingRow(name);
    expect(isValueOf(row, row.usual)).toBe(true);
    expect(settingInWords(row, row.usual)).not.toBe('');
  });

  test.each([
    [whole, [1, 10], [0, 11, 1.5, '3', null, Number.NaN]],
    [one, ['YES', 'NO'], ['yes', '', null, ['YES'], 'toString']],
    [several, [[], ['YES'], ['YES', 'NO']], ['YES', ['YES', 'YES'], ['MAYBE'], null]],
    [words, ['', 'Hello'], ['Hello.', 5, null, ['Hello']]],
  ])('a setting takes what it may be and nothing else', (row, may, mayNot) => {
    for (const value of may) expect([value, isValueOf(row, value)]).toEqual([value, true]);
    for (const value of mayNot) expect([value, isValueOf(row, value)]).toEqual([value, false]);
  });

  test('is said in words', () => {
    expect(settingInWords(several, ['YES', 'NO'])).toBe('Yes, No');
    expect(settingInWords(several, [])).toBe('None');
    expect(settingInWords(whole, 4)).toBe('4');
    expect([settingInWords(words, 'Hi'), settingInWords(words, '')]).toEqual(['Hi', 'None']);
  });
});
