import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import type { Config } from './platform/config.js';
import { ConfigModule, PlatformModule } from './platform/platform.module.js';

/** The slices, in their order. */
@Module({ imports: [PlatformModule, AccessModule] })
export class AppModule {
  static with(config: Config): DynamicModule {
    return { module: AppModule, imports: [ConfigModule.with(config)] };
  }
}
