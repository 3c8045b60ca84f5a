import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { RatedStandard } from '../policy/ratings.js';
import { Requires } from '../platform/web/requires.js';
import { CountsInput } from './audit-ratings.input.js';
import { rateCounts } from './rate-counts.js';

@Controller('api/audit-ratings')
export class AuditRatingsApi {
  /** Works out ratings from counts, published ones for instance, and keeps nothing. */
  @Post()
  @HttpCode(200)
  @Requires('audit.read')
  rate(@Body() { framework, counts }: CountsInput): { framework: string; standards: RatedStandard[] } {
    return { framework, standards: rateCounts(framework, counts) };
  }
}
