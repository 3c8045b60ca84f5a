import { Controller, Get } from '@nestjs/common';
import { Read } from '../platform/database/read.js';
import { Refusal } from '../platform/errors.js';
import { OpenToAll } from '../platform/web/requires.js';

@Controller('api/health')
export class HealthApi {
  constructor(private readonly read: Read) {}

  @Get('live')
  @OpenToAll()
  live(): { status: string } {
    return { status: 'LIVE' };
  }

  /** Ready means that the database answers. */
  @Get('ready')
  @OpenToAll()
  async ready(): Promise<{ status: string }> {
    if (!(await this.read.answers())) throw new Refusal(503, 'Not ready', 'The database does not answer.');
    return { status: 'READY' };
  }
}
