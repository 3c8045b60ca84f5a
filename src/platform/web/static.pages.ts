import { Controller, Get, Render } from '@nestjs/common';
import type { Actor } from '../actor.js';
import { placesUnderMore } from './places.js';
import { By, OpenToAll, SignedIn } from './requires.js';

/** The pages every public service owes its users, open to all, and where else somebody can go. */
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

  @Get('more')
  @SignedIn()
  @Render('platform/web/views/more')
  more(@By() actor: Actor): object {
    return { title: 'More', groups: placesUnderMore(actor) };
  }
}
