import { Controller, Get, Render } from '@nestjs/common';
import { SignedIn } from '../platform/web/requires.js';
import { rulesPage } from './rules.view.js';

@Controller('rules')
export class RulesPages {
  @Get()
  @SignedIn()
  @Render('desk/views/rules')
  show(): object {
    return rulesPage();
  }
}
