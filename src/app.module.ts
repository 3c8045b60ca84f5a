import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { AssessmentsModule } from './assessments/assessments.module.js';
import { CasesModule } from './cases/cases.module.js';
import { ChecksModule } from './checks/checks.module.js';
import { ChildrenModule } from './children/children.module.js';
import type { Config } from './platform/config.js';
import { ConfigModule, PlatformModule } from './platform/platform.module.js';
import { ReferralsModule } from './referrals/referrals.module.js';
import { VictimsModule } from './victims/victims.module.js';

const slices = [
  AccessModule,
  ChildrenModule,
  CasesModule,
  ChecksModule,
  VictimsModule,
  ReferralsModule,
  AssessmentsModule,
];

/** The slices, in their order. */
@Module({ imports: [PlatformModule, ...slices] })
export class AppModule {
  static with(config: Config): DynamicModule {
    return { module: AppModule, imports: [ConfigModule.with(config)] };
  }
}
