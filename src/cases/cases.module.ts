import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { ChildrenModule } from '../children/children.module.js';
import { Case } from './case.entity.js';
import { OpenedCases } from './find-case.js';
import { CaseMoveReason } from './move-reason.entity.js';
import { Offence } from './offence.entity.js';
import { Cover, PreparationAuthor } from './preparation.entity.js';

const entities = [Case, Offence, PreparationAuthor, Cover, CaseMoveReason];

/** A case, where it stands and who works on it. */
@Module({
  imports: [AccessModule, ChildrenModule, TypeOrmModule.forFeature(entities, 'write')],
  providers: [OpenedCases],
  exports: [OpenedCases],
})
export class CasesModule {}
