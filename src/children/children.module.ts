import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { Child, ChildEthnicity, ChildMatch, ChildSearchName } from './child.entity.js';
import { EarlierDisposal } from './earlier-disposal.entity.js';

const entities = [Child, ChildSearchName, ChildEthnicity, ChildMatch, EarlierDisposal];

/** A child's record, ethnicity, and earlier disposals from any source. */
@Module({ imports: [AccessModule, TypeOrmModule.forFeature(entities, 'write')] })
export class ChildrenModule {}
