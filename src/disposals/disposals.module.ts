import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DisposalChangePages } from './disposal-change.pages.js';
import { DisposalEditionKept } from './disposal-edition.entity.js';
import { DisposalEditionsApi } from './disposal-editions.api.js';
import { DisposalEditionsPages } from './disposal-editions.pages.js';
import { DisposalQueries } from './disposals.queries.js';
import { OpenCaseStandings } from './open-case-standings.queries.js';
import { PreviewDisposal } from './preview-disposal.js';
import { TouchedCases } from './touched-cases.queries.js';
import { WriteDisposal } from './write-disposal.js';

/** Disposals as dated data, and what an administrator changes of them. */
@Module({
  imports: [TypeOrmModule.forFeature([DisposalEditionKept], 'write')],
  // The address `new` is not a code: the pages that have it come first.
  controllers: [DisposalEditionsApi, DisposalChangePages, DisposalEditionsPages],
  providers: [DisposalQueries, TouchedCases, OpenCaseStandings, PreviewDisposal, WriteDisposal],
  exports: [DisposalQueries],
})
export class DisposalsModule {}
