import { section, type Section, type Shown, written } from '../platform/web/sections.js';
import { seenByPanel, victimTitle } from './victim.view.js';
import type { VictimSummary } from './victims.queries.js';

/** What each victim said, as manager, panel and pack read it: the view and the safety needs, never who they are. */
export function victimSection(victims: readonly VictimSummary[], noVictimReason: string | null | undefined): Section {
  const rows = victims.flatMap((victim): Shown[] => {
    const [view, ...others] = seenByPanel(victim);
    return [{ key: victimTitle(victim), value: view?.value ?? '' }, ...others.filter(({ value }) => value)];
  });
  const none = victims.length === 0 ? written('No identifiable victim', noVictimReason) : [];
  return section('victims', victims.length > 1 ? 'What each victim said' : 'What the victim said', [...rows, ...none]);
}
