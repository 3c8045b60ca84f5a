import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Read } from '../platform/database/read.js';
import { NotFound } from '../platform/errors.js';
import type { Named } from '../platform/ids.js';
import type { Intervention } from './intervention.entity.js';

export type InterventionFound = Omit<Intervention, 'ended'> & { readonly ended: boolean };

const columns = sql`i.id, i."panelAreaId", i.name, i.provider, i.ended, i.version`;
const toFound = (row: Intervention): InterventionFound => ({ ...row, ended: row.ended === 1 });

@Injectable()
export class InterventionsQueries {
  constructor(private readonly read: Read) {}

  /** Everything an area lists, what is no longer to be chosen last. */
  async ofArea(panelAreaId: string): Promise<InterventionFound[]> {
    const found = await this.read.rows<Intervention>(
      sql`select ${columns} from interventions i where i."panelAreaId" = ${panelAreaId}
          order by i.ended, i.name, i.id`,
    );
    return found.map(toFound);
  }

  async one(id: string): Promise<InterventionFound> {
    const found = await this.read.row<Intervention>(sql`select ${columns} from interventions i where i.id = ${id}`);
    if (!found) throw new NotFound();
    return toFound(found);
  }

  /** What may be chosen, with its provider; what is no longer to be chosen says so, since it may have been before. */
  async toChoose(panelAreaId: string): Promise<Named[]> {
    return (await this.ofArea(panelAreaId)).map(({ id, name, provider, ended }) => ({
      id,
      name: `${name}, ${provider}${ended ? ' (no longer offered)' : ''}`,
    }));
  }
}
