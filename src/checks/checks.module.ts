import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { CasesModule } from '../cases/cases.module.js';
import { AgencyCheck } from './agency-check.entity.js';

/** What each agency was asked and answered. */
@Module({ imports: [AccessModule, CasesModule, TypeOrmModule.forFeature([AgencyCheck], 'write')] })
export class ChecksModule {}
