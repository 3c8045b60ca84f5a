import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { CasesModule } from '../cases/cases.module.js';
import { Victim, VictimView } from './victim.entity.js';

/** Who was harmed, what they agreed to, and what they say and want. */
@Module({ imports: [AccessModule, CasesModule, TypeOrmModule.forFeature([Victim, VictimView], 'write')] })
export class VictimsModule {}
