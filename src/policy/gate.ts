import { rules, severityOf, type RuleCode } from './rules.js';
import type { Severity } from './rule.js';

/** Why a gate is shut: its permanent code, how hard it is, the words, and the page (the API under `/api`) that mends it. */
export type Blocker = {
  readonly code: RuleCode;
  readonly severity: Severity;
  readonly message: string;
  readonly mend: string;
};

/** A gate answers every reason it is shut; none means open. A fact that is missing leaves it shut. */
export type Gate<Known> = (facts: Known) => Blocker[];

/** Facts as they are stored: any of them may be missing, and a missing one leaves its gate shut. */
export type Facts<Known> = { readonly [Fact in keyof Known]?: Known[Fact] | null | undefined };

type Named = { readonly caseId?: string | null | undefined };

/** The page of a case. In: facts, the rest of the address. Out: the address. Source: the service's own addresses. */
export const casePage = ({ caseId }: Named, rest: string): string => `/cases/${caseId ?? ':id'}/${rest}`;

/** Anything that can be seen: no blank, control or filler, nor a mark that only shapes others. */
const seen = /[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** True when something that can be seen was written. In: text or nothing. Source: a missing fact is not an answer. */
export const isWritten = (text: string | null | undefined): text is string => seen.test(text ?? '');

const hidden = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u;

/** True where nothing is hidden in a name that makes it look like another. In: text. Source: house rule, after Unicode TR36. */
export const isPlain = (name: string): boolean => !hidden.test(name);

/** Particulars of one blocker: the disposal its severity depends on, whether its rule is harder or softer here, whom it is about. */
export type Particulars = {
  disposal?: string | null | undefined;
  isHarder?: boolean;
  isSofter?: boolean;
  about?: string | null | undefined;
};

/** A blocker in the words of its rule. In: code, mending page, particulars. Out: the blocker. Source: the rule's row. */
export function blocker(
  code: RuleCode,
  mend: string,
  { disposal, isHarder, isSofter, about }: Particulars = {},
): Blocker {
  const { message, harder, softer } = rules[code];
  return {
    code,
    severity: (isHarder && harder?.severity) || (isSofter && softer?.severity) || severityOf(code, disposal),
    message: about ? `${message} (${about})` : message,
    mend,
  };
}

/** A gate with one reason. In: code, what opens it, the page that mends it. Out: the gate. Source: the rule's row. */
export const gate =
  <Known extends Named>(
    code: RuleCode,
    isOpen: (facts: Known) => boolean | null | undefined,
    mend: (facts: Known) => string,
  ): Gate<Known> =>
  (facts) =>
    isOpen(facts) ? [] : [blocker(code, mend(facts))];

/** Every reason at once. In: gates and facts. Out: all blockers, in the order of the gates. Source: each rule's row. */
export const blockersOf = <Known>(gates: readonly Gate<Known>[], facts: Known): Blocker[] =>
  gates.flatMap((check) => check(facts));

export type Override = { readonly code: string; readonly reason: string };
export type Lifted = { readonly code: RuleCode; readonly reason: string; readonly severity: Severity };
export type Opened = {
  readonly shut: Blocker[];
  readonly overridden: Lifted[];
  readonly informed: Blocker[];
};

type Standing = 'SHUT' | 'LIFTED' | 'INFORMED';

function standingOf({ code, severity }: Blocker, hasReason: boolean, may: boolean): Standing {
  if (severity === 'STOP') return 'SHUT';
  if (severity === 'OVERRIDE') return hasReason && may ? 'LIFTED' : 'SHUT';
  if (rules[code].acknowledged) return hasReason ? 'LIFTED' : 'SHUT';
  return 'INFORMED';
}

/**
 * What is left shut once reasons are given. A stop never lifts; an override lifts with a reason by someone who may; a
 * warning to be acknowledged lifts with a few words by whoever acts; other warnings only inform. A reason for a rule
 * that is not shut is ignored, and one reason answers every blocker of its code.
 * In: blockers, reasons, whether the person may override. Out: what is shut, what was lifted and why, what informs.
 * Source: house rule on severities.
 */
export function openWith(blockers: readonly Blocker[], overrides: readonly Override[], may: boolean): Opened {
  const reasons = new Map(
    overrides.filter(({ reason }) => isWritten(reason)).map((said) => [said.code, said.reason.trim()]),
  );
  const are = (wanted: Standing) =>
    blockers.filter((found) => standingOf(found, reasons.has(found.code), may) === wanted);
  const lifted = new Map(are('LIFTED').map(({ code, severity }) => [code, severity]));
  return {
    shut: are('SHUT'),
    overridden: [...lifted].map(([code, severity]) => ({ code, reason: reasons.get(code) ?? '', severity })),
    informed: are('INFORMED'),
  };
}
