import { Injectable } from '@nestjs/common';
import type { Permission } from '../policy/permissions.js';
import { sectionNamed } from '../policy/sections.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Read } from '../platform/database/read.js';
import { type FormModel, type FormOptions, formPage } from '../platform/web/form.js';
import { type CaseHead, caseHead } from './case-head.view.js';
import { type CaseShown, OpenedCases } from './find-case.js';
import { type SectionNote, sectionNotes } from './section-notes.queries.js';

export const CASE_FORM = 'cases/views/case-form';

export type CaseForm = FormModel & { readonly child: CaseHead | null; readonly notes: readonly SectionNote[] };

/** A form of a case; `section` where it is not the one that the part names, `child` where its reader is told less. */
type CaseFormOptions = FormOptions & { readonly section?: string | null; readonly child?: CaseHead | null };

/**
 * Opens a case for one of its forms: who looked is recorded, the child stands above it, the form knows its version, and
 * what waits for an author of that section is said.
 */
@Injectable()
export class CaseForms {
  constructor(
    private readonly opened: OpenedCases,
    private readonly clock: Clock,
    private readonly read: Read,
  ) {}

  async show(
    actor: Actor,
    permission: Permission,
    id: string,
    part: string,
    form: (found: CaseShown) => CaseFormOptions | Promise<CaseFormOptions>,
  ): Promise<CaseForm> {
    const found = await this.opened.open(actor, permission, id, part);
    const { section = sectionNamed(part), child = caseHead(found, this.clock.today()), ...shown } = await form(found);
    const options = { version: found.version, back: `/cases/${id}`, ...shown };
    const notes = section === null ? [] : await sectionNotes(this.read.source, actor, found, section);
    return { child, form: formPage(options), notes };
  }
}
