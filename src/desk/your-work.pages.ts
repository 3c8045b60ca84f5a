import { Controller, Get, Render } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { By, SignedIn } from '../platform/web/requires.js';
import { YourWork } from './your-work.js';
import { workPage } from './your-work.view.js';

@Controller()
export class YourWorkPages {
  constructor(private readonly work: YourWork) {}

  @Get()
  @SignedIn()
  @Render('desk/views/your-work')
  async show(@By() actor: Actor): Promise<object> {
    return workPage(await this.work.of(actor));
  }
}
