import type { QueryRunner } from 'typeorm';
import { refuseChange } from '../append-only.js';
import { ForwardOnly } from './forward-only.js';

/** What panel areas decide by, from a day on; rows are added and never changed. */
export class AreaSettings1700000025000 extends ForwardOnly {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table area_settings (
      id text not null primary key, "panelAreaId" text not null references panel_areas (id), setting text not null,
      value text not null, "fromDay" text not null, reason text not null,
      "chosenBy" text not null references people (id), "chosenAt" text not null)`);
    await runner.query(`create index area_settings_by_area on area_settings ("panelAreaId", "fromDay")`);
    await refuseChange(runner, 'area_settings');
  }
}
