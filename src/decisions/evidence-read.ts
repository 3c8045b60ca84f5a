import sql from 'sql-template-tag';
import { sectionsInPack } from '../assessments/reading/case-sections.view.js';
import { forPanel, readCase } from '../assessments/reading/read-case.js';
import type { CaseFound } from '../cases/find-case.js';
import { sheetFrom } from '../packs/kept-sheet.js';
import { keptSheet } from '../packs/packs.queries.js';
import type { EvidencePart } from '../policy/reasons.js';
import { dayOf } from '../platform/clock.js';
import { row, type Source } from '../platform/database/read.js';
import type { Section } from '../platform/web/sections.js';
import type { Evidence } from './decision.entity.js';

/** How a section stands today beside what the panel was given; of a case in no pack only how it stands today is known. */
export type Standing = 'AS_GIVEN' | 'CHANGED_SINCE' | 'WITHHELD' | 'AS_IT_STANDS_NOW';

export type EvidenceLink = {
  readonly section: string;
  readonly title: string;
  /** The page on which it is read; the API’s under `/api`, without the place on the page. */
  readonly href: string;
  readonly standing: Standing;
};

export type EvidenceRead = {
  readonly pack: (NonNullable<Evidence['pack']> & { readonly issuedAt: string; readonly href: string }) | null;
  /** Of the case, when the recommendation was recorded. */
  readonly caseVersion: number;
  readonly parts: readonly { readonly part: EvidencePart; readonly links: readonly EvidenceLink[] }[];
};

type Reader = { readonly found: CaseFound; readonly isAssuring: boolean; readonly today: string };

/**
 * What the reasons of a recommendation rest on, as it stood in the pack, and whether it has changed since: a dozen
 * statements. What is compared are the words of a section, read again as on the day of the issue, so that nothing counts
 * as changed because a day has passed.
 */
export async function evidenceRead(source: Source, kept: Evidence, reader: Reader): Promise<EvidenceRead> {
  const { found, isAssuring, today } = reader;
  const { pack, caseVersion, restsOn } = kept;
  const issuedAt = pack && (await issueOf(source, pack.packId));
  const at = `/cases/${found.id}/packs`;
  if (!pack || !issuedAt) {
    const now = await sectionsNow(source, found, today);
    const parts = restsOn.map(({ part, sections }) => ({
      part,
      links: linksOf(sections, now, `${at}/draft`, () => 'AS_IT_STANDS_NOW'),
    }));
    return { pack: null, caseVersion, parts };
  }
  const sheet = await keptSheet(source, found.reader, pack.packId, found.id, isAssuring);
  const given = sheet ? sheetFrom(sheet).sections : [];
  const now = new Map((await sectionsNow(source, found, dayOf(issuedAt))).map((one) => [one.id, wordsOf(one)]));
  const standing = (section: Section): Standing => {
    if (section.id === 'victims' && sheet?.isWithoutVictims) return 'WITHHELD';
    return now.get(section.id) === wordsOf(section) ? 'AS_GIVEN' : 'CHANGED_SINCE';
  };
  const href = `${at}/${pack.packId}`;
  return {
    pack: { ...pack, issuedAt, href },
    caseVersion,
    parts: restsOn.map(({ part, sections }) => ({ part, links: linksOf(sections, given, href, standing) })),
  };
}

const sectionsNow = async (source: Source, found: CaseFound, day: string): Promise<Section[]> =>
  sectionsInPack(forPanel(await readCase(source, found, day)));

async function issueOf(source: Source, packId: string): Promise<string | null> {
  const issue = await row<{ issuedAt: string }>(source, sql`select k."issuedAt" from packs k where k.id = ${packId}`);
  return issue?.issuedAt ?? null;
}

/** What people said or wrote in a section; its questions may be worded anew without anything having changed. */
const wordsOf = ({ rows, note }: Section): string => JSON.stringify([note, rows.map(({ value }) => value)]);

/** The place of a section on the page of one case’s sheet (`packs/views/sheets.njk`). A section that is not there is left out. */
const linksOf = (
  ids: readonly string[],
  sections: readonly Section[],
  page: string,
  standing: (section: Section) => Standing,
): EvidenceLink[] =>
  ids.flatMap((id) => {
    const found = sections.find((one) => one.id === id);
    return found ? [{ section: id, title: found.title, href: `${page}#case-1-${id}`, standing: standing(found) }] : [];
  });
