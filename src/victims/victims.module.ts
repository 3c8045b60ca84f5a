import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { CasesModule } from '../cases/cases.module.js';
import { RecordVictimView } from './record-victim-view.js';
import { AddVictim, ChangeVictim, RecordNoVictim } from './record-victims.js';
import { Victim, VictimView } from './victim.entity.js';
import { VictimFormsPages } from './victim-forms.pages.js';
import { VictimsApi } from './victims.api.js';
import { VictimsPages } from './victims.pages.js';
import { VictimsQueries } from './victims.queries.js';

/** Who was harmed, what they agreed to, and what they say and want. */
@Module({
  imports: [AccessModule, CasesModule, TypeOrmModule.forFeature([Victim, VictimView], 'write')],
  controllers: [VictimsApi, VictimsPages, VictimFormsPages],
  providers: [VictimsQueries, AddVictim, ChangeVictim, RecordVictimView, RecordNoVictim],
  exports: [VictimsQueries],
})
export class VictimsModule {}
