import { Controller, Get, Render } from '@nestjs/common';
import { OpenToAll } from './requires.js';

/** The pages every public service owes its users, open to all. */
@Controller()
export class StaticPages {
  @Get('accessibility-statement')
  @OpenToAll()
  @Render('platform/web/views/accessibility-statement')
  accessibilityStatement(): object {
    return {};
  }

  @Get('privacy-notice')
  @OpenToAll()
  @Render('platform/web/views/privacy-notice')
  privacyNotice(): object {
    return {};
  }

  @Get('cookies')
  @OpenToAll()
  @Render('platform/web/views/cookies')
  cookies(): object {
    return {};
  }
}
