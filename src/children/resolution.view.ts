import { type AreaSettings, areaSettings } from '../policy/area-settings.js';
import { featuresInWords } from '../policy/offence-classes.js';
import { registerBlockers } from '../policy/register-gates.js';
import { resolutionBlockers } from '../policy/routing.js';
import { isRuleCode, rules } from '../policy/rules.js';
import { settingInWords } from '../policy/setting-kinds.js';
import { type Actor, may } from '../platform/actor.js';
import type { Listed } from '../platform/database/keyset.js';
import type { AreaListInput } from '../platform/web/list.input.js';
import { dayInWords } from '../platform/web/words.js';
import type { DisposalKnown } from './children.queries.js';
import { childHead, matchShown } from './child.view.js';
import type { ChildFound } from './find-child.js';
import type { PossibleMatch } from './matches.queries.js';
import type { ResolutionFound } from './resolutions.queries.js';

/** Where a child is referred to the panel instead. */
export const referralOf = (childId?: string | null): string =>
  childId ? `/referrals/new?childId=${childId}` : '/referrals/new';

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
    mayImport: may(actor, 'resolution.import'),
    maySample: may(actor, 'resolution-sample.read'),
  };
}

/** What the local rule is in each area, and the way to the panel. */
export const localRule = (
  areas: readonly { readonly name: string; readonly goesToPanel: AreaSettings['goesToPanel'] }[],
  childId?: string,
): object => ({
  source: areaSettings.goesToPanel.source.citation,
  areas: areas.map(({ name, goesToPanel }) => ({
    name,
    what: settingInWords(areaSettings.goesToPanel, goesToPanel),
  })),
  refer: referralOf(childId),
});

type Registered = {
  readonly found: ResolutionFound;
  readonly actor: Actor;
  readonly child: ChildFound;
  readonly matches: readonly PossibleMatch[];
  readonly disposals: readonly DisposalKnown[];
  readonly goesToPanel: AreaSettings['goesToPanel'];
  readonly today: string;
};

export function resolutionPage({ found, actor, child, matches, goesToPanel, ...known }: Registered): object {
  const address = childAddress(actor, found);
  const mayMatch = may(actor, 'child.match', found.panelAreaId);
  const earlier = known.disposals.filter(({ id, givenOn }) => id !== found.id && givenOn <= found.givenOn);
  const possible = matches.flatMap(({ disposals }) => disposals);
  const { features, givenOn, dateOfBirth } = found;
  const issued = { disposal: 'COMMUNITY_RESOLUTION', givenOn, dateOfBirth };
  return {
    title: 'Police-issued resolution',
    back: '/police-issued-resolutions',
    child: { ...childHead(child, known.today), href: address },
    blockers: [
      ...resolutionBlockers({ earlier, possible, features, goesToPanel, mend: address ?? '' }),
      ...registerBlockers({ ...issued, earlier, possible, mend: address ?? '' }),
    ],
    rule: localRule([{ name: found.panelArea, goesToPanel }], found.childId),
    rows: [
      ...(found.setAside ? [{ key: 'Set aside', value: 'It was recorded wrongly and does not count' }] : []),
      { key: 'Issued on', value: dayInWords(found.givenOn) },
      { key: 'Offence', value: found.offence },
      { key: 'Part of the offence', value: featuresInWords(features) },
      { key: 'Officer', value: found.officer },
      { key: 'Panel area', value: found.panelArea },
      ...(found.withoutPanelBecause ? [{ key: 'Why without the panel', value: found.withoutPanelBecause }] : []),
      ...(found.registeredAlthough ?? []).map(({ code, reason }) => ({
        key: `Registered although: ${isRuleCode(code) ? rules[code].message : code}`,
        value: reason,
      })),
    ],
    matches: matches.map((match) => {
      const shown = matchShown(found.childId, match);
      return mayMatch ? shown : { ...shown, href: null };
    }),
  };
}
