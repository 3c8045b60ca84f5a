import { Injectable } from '@nestjs/common';
import type { Permission } from '../policy/permissions.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { type FormModel, type FormOptions, formPage } from '../platform/web/form.js';
import { type CaseHead, caseHead } from './case-head.view.js';
import { type CaseFound, OpenedCases } from './find-case.js';

export const CASE_FORM = 'cases/views/case-form';

export type CaseForm = FormModel & { readonly child: CaseHead };

/** Opens a case for one of its forms: who looked is recorded, the child stands above it, the form knows its version. */
@Injectable()
export class CaseForms {
  constructor(
    private readonly opened: OpenedCases,
    private readonly clock: Clock,
  ) {}

  async show(
    actor: Actor,
    permission: Permission,
    id: string,
    part: string,
    form: (found: CaseFound) => FormOptions | Promise<FormOptions>,
  ): Promise<CaseForm> {
    const found = await this.opened.open(actor, permission, id, part);
    const options = { version: found.version, back: `/cases/${id}`, ...(await form(found)) };
    return { child: caseHead(found, this.clock.today()), form: formPage(options) };
  }
}
