import { blocker } from '../policy/gate.js';
import { isRuleCode } from '../policy/rules.js';
import { type Actor, may } from '../platform/actor.js';
import type { Listed } from '../platform/database/keyset.js';
import type { AreaListInput } from '../platform/web/list.input.js';
import { dayInWords } from '../platform/web/words.js';
import { childHead, matchShown } from './child.view.js';
import type { ChildFound } from './find-child.js';
import type { PossibleMatch } from './matches.queries.js';
import type { ResolutionFound } from './resolutions.queries.js';

/** The child's own page opens to those who read cases; others come to what they registered. */
const childAddress = (actor: Actor, { childId, panelAreaId }: ResolutionFound): string | null =>
  may(actor, 'case.read', panelAreaId) ? `/children/${childId}` : null;

export function resolutionsPage(
  { items, next }: Listed<ResolutionFound>,
  actor: Actor,
  { after, panelAreaId }: AreaListInput,
): object {
  const address = (more: Record<string, string>): string => {
    const query = new URLSearchParams({ ...(panelAreaId ? { panelAreaId } : {}), ...more }).toString();
    return `/police-issued-resolutions${query && '?'}${query}`;
  };
  return {
    title: 'Police-issued resolutions',
    resolutions: items.map((one) => ({
      ...one,
      name: `${one.givenName} ${one.familyName}`,
      href: childAddress(actor, one) ?? `/police-issued-resolutions/${one.id}`,
    })),
    newer: after ? address({}) : null,
    older: next ? address({ after: next }) : null,
  };
}

type Registered = {
  readonly found: ResolutionFound;
  readonly actor: Actor;
  readonly child: ChildFound;
  readonly matches: readonly PossibleMatch[];
  readonly warnings: readonly string[];
  readonly today: string;
};

export function resolutionPage({ found, actor, child, matches, warnings, today }: Registered): object {
  const address = childAddress(actor, found);
  const mayMatch = may(actor, 'child.match', found.panelAreaId);
  const shut = warnings.filter(isRuleCode).map((code) => blocker(code, address ?? ''));
  return {
    title: 'Police-issued resolution',
    back: '/police-issued-resolutions',
    child: { ...childHead(child, today), href: address },
    blockers: shut,
    rows: [
      { key: 'Issued on', value: dayInWords(found.givenOn) },
      { key: 'Offence', value: found.offence },
      { key: 'Officer', value: found.officer },
      { key: 'Panel area', value: found.panelArea },
    ],
    matches: matches.map((match) => {
      const shown = matchShown(found.childId, match);
      return mayMatch ? shown : { ...shown, href: null };
    }),
  };
}
