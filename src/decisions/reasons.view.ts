import type { SheetIssued } from '../packs/packs.queries.js';
import { type EvidencePart, missingStandings, partName, reasonPartCodes, reasonParts } from '../policy/reasons.js';
import { instantInWords } from '../platform/web/words.js';
import type { EvidenceLink, Standing } from './evidence-read.js';
import type { RecommendationRead } from './recommendations-read.js';

type Link = { readonly href: string; readonly text: string; readonly mark: string };

/** A reason with what it rests on, for reading side by side. */
export type ReasonShown = { readonly key: string; readonly value: string; readonly links: readonly Link[] };

/** The pack in which the reasons of a recommendation will be kept. */
export type PackGiven = { readonly href: string; readonly text: string };

export const packGiven = (caseId: string, pack: SheetIssued | null): PackGiven | null =>
  pack && {
    href: `/cases/${caseId}/packs/${pack.packId}`,
    text: `Version ${pack.number} of the pack, issued ${instantInWords(pack.issuedAt)}`,
  };

const marks: Readonly<Record<Standing, string>> = {
  AS_GIVEN: '',
  CHANGED_SINCE: 'Changed since',
  WITHHELD: 'Withheld since',
  AS_IT_STANDS_NOW: 'As it stands now',
};

function linksOf({ evidence }: RecommendationRead, part: EvidencePart): Link[] {
  const links: readonly EvidenceLink[] = evidence?.parts.find((one) => one.part === part)?.links ?? [];
  const where = evidence?.pack ? `in version ${evidence.pack.number} of the pack` : 'in the case';
  return links.map(({ href, title, standing }) => ({ href, text: `${title}, ${where}`, mark: marks[standing] }));
}

/** About each victim by itself where that was written, by their place in the case. */
function aboutVictims(found: RecommendationRead): ReasonShown[] {
  const links = linksOf(found, 'victim');
  return (found.reasons.victims ?? []).map(({ victimId, reason }) => {
    const place = found.victims.find(({ id }) => id === victimId);
    return {
      key: place ? `What victim ${place.position} said` : 'A victim no longer in the case',
      value: reason,
      links,
    };
  });
}

function plain(found: RecommendationRead): ReasonShown[] {
  return reasonPartCodes.flatMap((part) => {
    const value = found.reasons[part] ?? '';
    const each = part === 'victim' ? aboutVictims(found) : [];
    const own = { key: reasonParts[part], value, links: linksOf(found, part) };
    return each.length > 0 && !value ? each : [own, ...each];
  });
}

function least(found: RecommendationRead): ReasonShown[] {
  const { leastCriminalising: said, disposal, names } = found;
  if (!said) return [];
  const isChosen = said.disposal === disposal;
  const value = [
    `${names[said.disposal] ?? said.disposal}${isChosen ? ': it is what the panel recommends' : ''}`,
    said.reason,
  ];
  const links = linksOf(found, 'leastCriminalising');
  return [{ key: partName('leastCriminalising'), value: value.filter(Boolean).join('\n'), links }];
}

function missing(found: RecommendationRead): ReasonShown[] {
  const { missingInformation: said } = found;
  if (!said) return [];
  const value = said.reason ?? missingStandings[said.status];
  return [{ key: partName('missingInformation'), value, links: linksOf(found, 'missingInformation') }];
}

/** Every reason of a recommendation, each beside what it rests on. In: what was read. Out: rows in their fixed order. */
export const reasonsShown = (found: RecommendationRead): ReasonShown[] => [
  ...plain(found),
  ...(found.whyNow
    ? [
        {
          key: 'Why one more informal disposal or caution will work now',
          value: found.whyNow,
          links: linksOf(found, 'earlierDisposals'),
        },
      ]
    : []),
  ...least(found),
  ...missing(found),
  ...(found.gravityDeparture
    ? [{ key: 'Departing from the gravity score', value: found.gravityDeparture, links: [] }]
    : []),
];

/** What is said above the reasons of what they rest on. */
export function evidenceWords({ evidence }: RecommendationRead): string {
  if (!evidence) return 'Recorded before the service kept what each reason rests on.';
  const { pack, caseVersion } = evidence;
  if (!pack) {
    return `No pack had been issued when this was recorded: the case stood at version ${caseVersion}. The links show it as it stands now.`;
  }
  const moved =
    pack.caseVersion < caseVersion
      ? ` The case had moved on from version ${pack.caseVersion} to version ${caseVersion} when this was recorded.`
      : '';
  return `The reasons rest on version ${pack.number} of the pack, issued ${instantInWords(pack.issuedAt)}: the links open it as the panel was given it.${moved}`;
}
