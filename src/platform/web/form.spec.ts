import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { Type } from 'class-transformer';
import { IsArray, IsDefined, IsIn, IsInt, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import type { Response } from 'express';
import { Blocked, Invalid, KeyReused, NotFound, StaleVersion } from '../errors.js';
import type { Field } from './form-fields.js';
import { formPage, type FormModel, type FormPage, submit } from './form.js';
import { templates } from './nunjucks.js';

class Attempt {
  @IsString() how: string;
}

class VoiceInput {
  @IsIn(['YES', 'NO']) status: string;
  @IsOptional() @IsString() @MaxLength(20) reason?: string;
  @IsArray() @ValidateNested({ each: true }) @Type(() => Attempt) attempts: Attempt[];
  @IsDefined() @IsInt() version: number;
}

const yesOrNo = [
  { value: 'YES', label: 'Yes' },
  { value: 'NO', label: 'No' },
];
const fields: readonly Field[] = [
  { id: 'status', ask: 'Has the child been heard?', kind: 'CHOICE', options: yesOrNo },
  { id: 'reason', ask: 'Reason', kind: 'LONG_TEXT', limit: 20, when: { question: 'status', is: 'NO' } },
  {
    id: 'attempts',
    ask: 'Attempts',
    kind: 'GROUP',
    most: 3,
    itemName: 'attempt',
    questions: [
      { id: 'how', ask: 'How?', kind: 'TEXT', limit: 50 },
      { id: 'place', ask: 'Place', kind: 'TEXT', limit: 50 },
    ],
  },
];
const stored = { status: 'YES', attempts: [] };
const typed = { status: 'NO', reason: 'Moved <b>away</b>', version: '1', _key: 'key-1' };

type Answer = { status: number; address?: string; form: FormPage; page: string };

async function send(body: object, work: () => Promise<string> = async () => '/done'): Promise<Answer> {
  const answer = { status: 200 } as Answer;
  const res = {
    req: { path: '/voice' },
    status: (status: number) => Object.assign(answer, { status }) && res,
    redirect: (status: number, address: string) => Object.assign(answer, { status, address }),
    render: (template: string, model: FormModel) =>
      Object.assign(answer, { form: model.form, page: templates().render(`${template}.njk`, model) }),
  };
  const again = async () => ({ form: formPage({ title: 'Voice', fields, values: stored, version: 2 }) });
  const template = 'platform/web/views/form-page';
  await submit(res as unknown as Response, { fields, body, input: VoiceInput, work, again, template });
  return answer;
}

const refusing = (refusal: Error) => () => Promise.reject(refusal);

describe('A submitted form', () => {
  it('goes on to the address its work gives', async () => {
    expect(await send(typed)).toMatchObject({ status: 303, address: '/done' });
  });

  it('comes back with 422, plain words that link to each field, and everything that was typed', async () => {
    const body = { ...typed, status: 'MAYBE', attempts: [{ place: 'Home' }], isAdministrator: '1' };
    const { status, form, page } = await send(body);
    expect(status).toBe(422);
    expect(form.errorList).toEqual([
      { text: 'This form has no field called “isAdministrator”', href: '#form' },
      { text: 'The answer to “Has the child been heard?” must be one of the answers listed', href: '#status' },
      { text: 'This form has no field called “place” (attempt 1)', href: '#attempts-0-place' },
      { text: 'Answer “How?” (attempt 1)', href: '#attempts-0-how' },
    ]);
    expect(page).toContain('Error: Voice');
    expect(page).toContain('value="Home"');
    expect(page).toContain('Moved &lt;b&gt;away&lt;/b&gt;');
  });

  it('shows what is saved now beside what was typed when somebody else saved first', async () => {
    const { status, form, page } = await send(typed, refusing(new StaleVersion(2)));
    expect(status).toBe(409);
    expect(form.version).toBe(2);
    expect(form.conflict).toEqual([
      { ask: 'Has the child been heard?', stored: 'Yes', typed: 'No' },
      { ask: 'Reason', stored: '', typed: 'Moved <b>away</b>' },
    ]);
    expect(page).toContain('Changed by somebody else');
  });

  it('names every shut gate with the way to mend it', async () => {
    const blockers = ['/voice', '/checks'].map((mend) => ({ mend, message: `See ${mend}`, severity: 'STOP' as const }));
    const shut = blockers.map((blocker) => ({ ...blocker, code: 'CHILD_NOT_HEARD' as const }));
    const { status, page, form } = await send(typed, refusing(new Blocked(shut)));
    expect(status).toBe(409);
    // What is mended on the page itself is mended below; what leads away opens beside it.
    expect(page).toContain('<a class="govuk-link" href="#form">See /voice</a>');
    expect(page).toContain('href="/checks" target="_blank" rel="noopener">See /checks (opens in a new tab)</a>');
    expect(form.values).toMatchObject({ reason: typed.reason });
  });

  it('gets a new key when its key was used for other answers, and keeps it otherwise', async () => {
    const reused = await send(typed, refusing(new KeyReused()));
    expect(reused).toMatchObject({ status: 422, form: { values: { reason: typed.reason } } });
    expect(reused.form.key).not.toBe('key-1');
    const invalid = await send(typed, refusing(new Invalid([{ field: 'attempts[0].how', message: 'Say how' }])));
    expect(invalid.form.key).toBe('key-1');
    expect(invalid.form.errorList).toEqual([{ text: 'Say how (attempt 1)', href: '#attempts-0-how' }]);
  });

  it('shows one more row when asked, up to the most, and saves nothing', async () => {
    const neverCalled = refusing(new Error('saved'));
    const rows = async (posted: object[]) =>
      (await send({ ...typed, attempts: posted, _add: 'attempts' }, neverCalled)).form.controls[1]?.rows.length;
    expect(await rows([{ how: 'Call' }, { how: '' }])).toBe(3);
    expect(await rows([{ how: 'Call' }, { how: 'Visit' }, { how: 'Letter' }])).toBe(3);
  });

  it('catches nothing else', async () => {
    await expect(send(typed, refusing(new NotFound()))).rejects.toThrow(NotFound);
  });
});
