import { Controller, Get } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { By, SignedIn } from '../platform/web/requires.js';
import { type Work, YourWork } from './your-work.js';

@Controller('api/work')
export class YourWorkApi {
  constructor(private readonly work: YourWork) {}

  @Get()
  @SignedIn()
  async show(@By() actor: Actor): Promise<{ items: Work[]; next: null }> {
    return { items: await this.work.of(actor), next: null };
  }
}
