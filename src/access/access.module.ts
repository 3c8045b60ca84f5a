import { type MiddlewareConsumer, Module, type NestModule, RequestMethod } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../platform/config.js';
import { ApiDescription, OpenApi } from '../platform/web/openapi.api.js';
import { StaticPages } from '../platform/web/static.pages.js';
import { MakeAccessToken, RevokeAccessToken } from './access-tokens.js';
import { AccessApi } from './access.api.js';
import { AccessQueries } from './access.queries.js';
import { AccountPages } from './account.pages.js';
import { AdministrationPages } from './administration.pages.js';
import { AreaSettingChoice } from './area-setting.entity.js';
import { AreaSettingsApi } from './area-settings.api.js';
import { AreaSettingsPages } from './area-settings.pages.js';
import { AreaSettingsQueries } from './area-settings.queries.js';
import { ChooseAreaSetting } from './choose-area-setting.js';
import { BankHolidayYear } from './bank-holiday-year.entity.js';
import { BankHolidaysApi } from './bank-holidays.api.js';
import { BankHolidaysPages } from './bank-holidays.pages.js';
import { BankHolidaysQueries } from './bank-holidays.queries.js';
import { CalendarFeeds, MakeCalendarFeed, RevokeCalendarFeed } from './calendar-feeds.js';
import { CalendarFeedsApi } from './calendar-feeds.api.js';
import { CalendarFeedsPages } from './calendar-feeds.pages.js';
import { AccessToken, CalendarFeed, PasswordLink, Session } from './credentials.entity.js';
import { EndSessions } from './end-sessions.js';
import { AccessGuard } from './guard-routes.js';
import { HealthApi } from './health.api.js';
import { Identify } from './identify.js';
import { OwnAccountPages } from './own-account.pages.js';
import { PanelArea } from './panel-area.entity.js';
import { limitTries } from './limit-tries.js';
import { MakePasswordLink } from './password-links.js';
import { Person, RoleAssignment } from './person.entity.js';
import { OpenPages } from './open-pages.js';
import { RecordBankHolidays } from './record-bank-holidays.js';
import { SessionPages } from './session.pages.js';
import { SessionStore } from './session-store.js';
import { SetPassword, SetUpService } from './set-up-service.js';
import { SignIn } from './sign-in.js';
import { AddPanelArea, ChangePanelArea } from './write-panel-area.js';
import { AddPerson, ChangePerson } from './write-person.js';

const entities = [
  PanelArea,
  AreaSettingChoice,
  BankHolidayYear,
  Person,
  RoleAssignment,
  PasswordLink,
  Session,
  AccessToken,
  CalendarFeed,
];
const forOthers = [
  OpenPages,
  Identify,
  SessionStore,
  AccessQueries,
  AreaSettingsQueries,
  CalendarFeeds,
  AddPanelArea,
  AddPerson,
  MakeAccessToken,
  SetUpService,
];
const inside = [
  BankHolidaysQueries,
  RecordBankHolidays,
  ApiDescription,
  EndSessions,
  SignIn,
  SetPassword,
  MakePasswordLink,
  ChangePanelArea,
  ChooseAreaSetting,
  ChangePerson,
  RevokeAccessToken,
  MakeCalendarFeed,
  RevokeCalendarFeed,
];

/** Who is let in, and to what. */
@Module({
  imports: [TypeOrmModule.forFeature(entities, 'write'), DiscoveryModule],
  controllers: [
    BankHolidaysApi,
    BankHolidaysPages,
    AccessApi,
    AccountPages,
    SessionPages,
    AdministrationPages,
    AreaSettingsApi,
    AreaSettingsPages,
    HealthApi,
    OpenApi,
    StaticPages,
    OwnAccountPages,
    CalendarFeedsApi,
    CalendarFeedsPages,
  ],
  providers: [AccessGuard, { provide: APP_GUARD, useExisting: AccessGuard }, ...forOthers, ...inside],
  exports: forOthers,
})
export class AccessModule implements NestModule {
  constructor(private readonly config: Config) {}

  configure(consumer: MiddlewareConsumer): void {
    const routes = ['sign-in', 'setup/:token', 'set-password/:token'];
    consumer
      .apply(limitTries(this.config.triesAMinute))
      .forRoutes(...routes.map((path) => ({ path, method: RequestMethod.POST })));
  }
}
