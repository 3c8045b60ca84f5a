import { Controller, Get, Param } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { By, Requires } from '../platform/web/requires.js';
import { caseBody } from './case-body.view.js';
import { CasePictures } from './case-picture.js';

@Controller('api/cases/:id')
export class CasePageApi {
  constructor(private readonly pictures: CasePictures) {}

  @Get()
  @Requires('case.read')
  async show(@By() actor: Actor, @Param('id') id: string): Promise<object> {
    return caseBody(await this.pictures.open(actor, id));
  }
}
