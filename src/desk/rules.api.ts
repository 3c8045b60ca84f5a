import { Controller, Get } from '@nestjs/common';
import { SignedIn } from '../platform/web/requires.js';
import { rulesBody } from './rules.view.js';

@Controller('api/rules')
export class RulesApi {
  @Get()
  @SignedIn()
  show(): object {
    return rulesBody();
  }
}
