import { Controller, Get, Query, Render } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import type { Actor } from '../platform/actor.js';
import type { FieldError } from '../platform/errors.js';
import { typedFrom } from '../platform/web/form-body.js';
import { errorsInWords } from '../platform/web/form-errors.js';
import { By, Requires } from '../platform/web/requires.js';
import { LookAtTrail } from './look-at-trail.js';
import { TrailInput } from './trail.input.js';
import { TrailQueries } from './trail.queries.js';
import { trailFields, trailPage } from './trail.view.js';

@Controller('trail')
export class TrailPages {
  constructor(
    private readonly look: LookAtTrail,
    private readonly queries: TrailQueries,
  ) {}

  @Get()
  @Requires('trail.read')
  @Render('desk/views/trail')
  async show(@By() actor: Actor, @Query() query: Record<string, unknown>): Promise<object> {
    const people = await this.queries.people();
    const fields = trailFields(people);
    const input = plainToInstance(TrailInput, typedFrom(fields, query));
    const faults = await validate(input, { whitelist: true, forbidNonWhitelisted: true });
    const errors: FieldError[] = errorsInWords(fields, faults);
    const found = errors.length > 0 ? { items: [], next: null } : await this.look.show(actor, input);
    return trailPage(input, found, people, errors);
  }
}
