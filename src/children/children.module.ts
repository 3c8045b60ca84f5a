import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { Child, ChildEthnicity, ChildMatch, ChildSearchName } from './child.entity.js';
import { ChildRecords } from './child-record.js';
import { ChildrenApi } from './children.api.js';
import { ChildrenPages } from './children.pages.js';
import { EarlierBehaviour, EarlierBehaviourVersion } from './earlier-behaviour.entity.js';
import { EarlierDisposal, SettingAside } from './earlier-disposal.entity.js';
import { OpenedChildren } from './find-child.js';
import { ResolutionQueries } from './resolutions.queries.js';

const entities = [
  ...[Child, ChildSearchName, ChildEthnicity, ChildMatch],
  ...[EarlierDisposal, SettingAside, EarlierBehaviour, EarlierBehaviourVersion],
];
const forOthers = [OpenedChildren, ChildRecords, ResolutionQueries];

/** A child's record, ethnicity, and earlier disposals from any source. */
@Module({
  imports: [AccessModule, TypeOrmModule.forFeature(entities, 'write')],
  controllers: [ChildrenApi, ChildrenPages],
  providers: forOthers,
  exports: forOthers,
})
export class ChildrenModule {}
