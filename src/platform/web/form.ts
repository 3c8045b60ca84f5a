import { randomUUID } from 'node:crypto';
import type { Response } from 'express';
import type { Blocker } from '../../policy/gate.js';
import { Blocked, Invalid, KeyReused, ShownFirst, StaleVersion, type FieldError } from '../errors.js';
import { checkedInput, type FaultsBeside } from './checked-input.js';
import { answerText } from './form-answers.js';
import { blockersOnForm } from './form-blockers.js';
import { inputFrom, removedFrom, typedFrom } from './form-body.js';
import { controlsOf, errorListOf, filledRows, isGroup, type Control } from './form-controls.js';
import { isRecord, valueAt, type Field, type Values } from './form-fields.js';

/** The page that holds nothing but a form. */
export const FORM_PAGE = 'platform/web/views/form-page';

/** What a page says about its form. `values` are the stored ones, or what was typed when it comes back. */
export type FormOptions = {
  readonly title: string;
  readonly caption?: string;
  readonly lead?: string;
  readonly fields: readonly Field[];
  readonly values?: object;
  readonly version?: number;
  /** Where it is sent; the address of the page itself when left out. */
  readonly action?: string;
  readonly submitText?: string;
  /** Whoever sends it takes something away from others: its button is red. */
  readonly warns?: boolean;
  /** A second button, which sends what was typed elsewhere and saves nothing. */
  readonly other?: { readonly text: string; readonly action: string };
  readonly back?: string;
  readonly key?: string;
  readonly errors?: readonly FieldError[];
  readonly blockers?: readonly Blocker[];
  /** What stands beside a field and in no list of errors, since the list of what is shut names it. */
  readonly beside?: readonly FieldError[];
  readonly conflict?: Conflict;
  readonly rows?: Readonly<Record<string, number>>;
  /** Why it can no longer be sent at all, as the page stands now: said when it comes back. */
  readonly meanwhile?: { readonly text: string; readonly link: { readonly href: string; readonly text: string } };
};

/** Somebody else saved first: what each differing answer is now, beside what was typed. */
type Conflict = readonly { readonly ask: string; readonly stored: string; readonly typed: string }[];

export type FormPage = FormOptions & {
  readonly values: object;
  readonly action: string;
  readonly submitText: string;
  readonly key: string;
  readonly errors: readonly FieldError[];
  readonly controls: readonly Control[];
  readonly errorList: readonly { readonly text: string; readonly href: string }[];
  readonly isMultipart: boolean;
  readonly hasRows: boolean;
};

/** The model of a page with a form: the form under `form`, whatever else the template shows beside it. */
export type FormModel = { readonly form: FormPage };

/** Everything the form template prints, for showing it the first time and for showing it again. */
export function formPage(options: FormOptions): FormPage {
  const { fields, values = {}, errors = [], beside = [], rows = {} } = options;
  return {
    ...options,
    values,
    errors,
    action: options.action ?? '',
    submitText: options.submitText ?? 'Save and continue',
    key: options.key ?? randomUUID(),
    controls: controlsOf(fields, { values, errors: [...errors, ...beside], rows }),
    errorList: errorListOf(fields, errors),
    isMultipart: fields.some(({ kind }) => kind === 'FILE'),
    hasRows: fields.some(({ kind }) => kind === 'GROUP'),
  };
}

export type Submission<Input extends object> = {
  readonly fields: readonly Field[];
  readonly body: unknown;
  readonly input: new () => Input;
  /** Does it; gives the address to go on to. The key is the one made when the form was shown. */
  readonly work: (input: Input, key: string) => Promise<string>;
  /** The page as GET shows it now, for coming back to it. */
  readonly again: () => Promise<FormModel>;
  readonly faultsBeside?: FaultsBeside<Input>;
  /** `FORM_PAGE` when left out. */
  readonly template?: string;
};

/** Takes a posted form: checks it, does the work and goes on, or shows the same page with what was typed. */
export async function submit<Input extends object>(res: Response, sent: Submission<Input>): Promise<void> {
  const body = isRecord(sent.body) ? sent.body : {};
  const typed = typedFrom(sent.fields, body);
  const key = typeof body._key === 'string' ? body._key.slice(0, 100) : randomUUID();
  if (isGroup(sent.fields, body._add)) {
    const rows = { [body._add]: Math.max(filledRows(typed, body._add) + 1, postedRows(body, body._add) + 1) };
    return show(res, sent, 200, (form) => ({ ...form, values: typed, key, rows }));
  }
  const removal = removedFrom(sent.fields, body);
  if (removal) {
    const { rows } = removal;
    return show(res, sent, 200, (form) => ({ ...form, values: typedFrom(sent.fields, removal.body), key, rows }));
  }
  try {
    const input = await checkedInput(sent.input, sent.fields, inputFrom(sent.fields, body), sent.faultsBeside);
    res.redirect(303, await sent.work(input, key));
  } catch (refusal) {
    const change = comingBack(refusal, typed, key, res.req.path);
    if (!change) throw refusal;
    await show(res, sent, (refusal as Invalid).status, change);
  }
}

type Change = (form: FormPage) => FormOptions;

function comingBack(refusal: unknown, typed: Values, key: string, path: string): Change | undefined {
  if (refusal instanceof Invalid) return (form) => ({ ...form, values: typed, key, errors: refusal.errors });
  if (refusal instanceof ShownFirst) return (form) => ({ ...form, values: typed, key });
  if (refusal instanceof Blocked) {
    return (form) => {
      const shut = blockersOnForm(refusal.blockers, { fields: form.fields, typed, path });
      return { ...form, values: typed, key, ...shut };
    };
  }
  if (refusal instanceof StaleVersion) {
    return (form) => ({ ...form, values: typed, key, conflict: differences(form, typed) });
  }
  if (refusal instanceof KeyReused) {
    return (form) => ({ ...form, values: typed, errors: [{ field: '', message: refusal.message }] });
  }
  return undefined;
}

/** None where nothing is stored in such a form: it is for something new. */
function differences({ fields, values }: FormPage, typed: Values): Conflict {
  return fields
    .filter(({ kind }) => kind !== 'HIDDEN')
    .map((field) => ({
      ask: field.ask,
      stored: answerText(field, valueAt(values, field.id)),
      typed: answerText(field, valueAt(typed, field.id)),
    }))
    .filter(({ stored, typed: mine }) => stored !== mine)
    .filter((_, __, all) => all.some(({ stored }) => stored !== ''));
}

async function show(
  res: Response,
  sent: Pick<Submission<object>, 'again' | 'template'>,
  status: number,
  change: Change,
): Promise<void> {
  const model = await sent.again();
  res.status(status).render(sent.template ?? FORM_PAGE, { ...model, form: formPage(change(model.form)) });
}

function postedRows(body: Values, id: string): number {
  const rows = valueAt(body, id);
  return typeof rows === 'object' && rows !== null ? Object.keys(rows).length : 0;
}
