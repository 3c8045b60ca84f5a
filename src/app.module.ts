import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { AmendmentsModule } from './amendments/amendments.module.js';
import { AssessmentsModule } from './assessments/assessments.module.js';
import { CasesModule } from './cases/cases.module.js';
import { ChecksModule } from './checks/checks.module.js';
import { ChildrenModule } from './children/children.module.js';
import { DecisionsModule } from './decisions/decisions.module.js';
import { DeskModule } from './desk/desk.module.js';
import { DiscussionsModule } from './discussions/discussions.module.js';
import { DisposalsModule } from './disposals/disposals.module.js';
import { ExchangeModule } from './exchange/exchange.module.js';
import { LettersModule } from './letters/letters.module.js';
import type { Config } from './platform/config.js';
import { OutcomesModule } from './outcomes/outcomes.module.js';
import { ConfigModule, PlatformModule } from './platform/platform.module.js';
import { PacksModule } from './packs/packs.module.js';
import { PanelsModule } from './panels/panels.module.js';
import { QualityModule } from './quality/quality.module.js';
import { ReferralsModule } from './referrals/referrals.module.js';
import { VictimsModule } from './victims/victims.module.js';
import { VoicesModule } from './voices/voices.module.js';

const slices = [
  AccessModule,
  DisposalsModule,
  ChildrenModule,
  CasesModule,
  ChecksModule,
  VictimsModule,
  ReferralsModule,
  VoicesModule,
  AssessmentsModule,
  PanelsModule,
  DiscussionsModule,
  PacksModule,
  DecisionsModule,
  OutcomesModule,
  LettersModule,
  AmendmentsModule,
  QualityModule,
  ExchangeModule,
  DeskModule,
];

/** The slices, in their order. */
@Module({ imports: [PlatformModule, ...slices] })
export class AppModule {
  static with(config: Config): DynamicModule {
    return { module: AppModule, imports: [ConfigModule.with(config)] };
  }
}
