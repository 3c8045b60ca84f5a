import { sectionsInPack } from '../assessments/reading/case-sections.view.js';
import { forPanel, readCase } from '../assessments/reading/read-case.js';
import type { CaseFound } from '../cases/find-case.js';
import { sheetFrom } from '../packs/kept-sheet.js';
import { keptSheet, type SheetIssued } from '../packs/packs.queries.js';
import { type EvidencePart, evidencePartCodes, restsOn } from '../policy/reasons.js';
import type { Source } from '../platform/database/read.js';
import { refuse } from '../platform/errors.js';
import type { Evidence } from './decision.entity.js';
import type { RecommendationInput } from './decision.input.js';

type Named = NonNullable<RecommendationInput['restsOn']>;
type Asked = Pick<RecommendationInput, 'restsOn'> & { readonly pack: SheetIssued | null; readonly today: string };

/**
 * What the reasons of a recommendation rest on, to be stored with it: of itself what `restsOn` of the rule book says, and
 * whatever else the panel named. In: the case as it was before this moved it. Throws `Invalid` where a section named does
 * not stand in what the panel was given.
 */
export async function evidenceKept(
  source: Source,
  found: CaseFound,
  { restsOn: named = [], pack, today }: Asked,
): Promise<Evidence> {
  if (named.length > 0) await refuseUnknown(source, found, named, { pack, today });
  const sections = (part: EvidencePart): string[] => [
    ...new Set([...restsOn[part], ...named.filter((one) => one.part === part).map(({ section }) => section)]),
  ];
  return {
    pack: pack && withoutInstant(pack),
    caseVersion: found.version - 1,
    restsOn: evidencePartCodes.map((part) => ({ part, sections: sections(part) })),
  };
}

const withoutInstant = ({ issuedAt: _, ...pack }: SheetIssued): Evidence['pack'] => pack;

async function refuseUnknown(
  source: Source,
  found: CaseFound,
  named: Named,
  { pack, today }: Omit<Asked, 'restsOn'>,
): Promise<void> {
  const known = new Set(await sectionIds(source, found, pack, today));
  const faults = named.flatMap(({ section }, place) =>
    known.has(section)
      ? []
      : [{ field: `restsOn[${place}].section`, message: 'Select a section of what the panel was given' }],
  );
  refuse(faults);
}

/** The sections of the sheet that was issued; of a case in no pack, as it stands. */
async function sectionIds(
  source: Source,
  found: CaseFound,
  pack: SheetIssued | null,
  today: string,
): Promise<string[]> {
  const kept = pack && (await keptSheet(source, found.reader, pack.packId, found.id, false));
  const sections = kept ? sheetFrom(kept).sections : sectionsInPack(forPanel(await readCase(source, found, today)));
  return sections.map(({ id }) => id);
}
