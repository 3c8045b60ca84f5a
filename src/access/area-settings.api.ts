import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { areaSettingNames, areaSettings } from '../policy/area-settings.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { By, Requires } from '../platform/web/requires.js';
import { AccessQueries } from './access.queries.js';
import { AreaSettingInput } from './area-settings.input.js';
import { AreaSettingsQueries } from './area-settings.queries.js';
import { ChooseAreaSetting } from './choose-area-setting.js';

@Controller('api/panel-areas/:id/settings')
export class AreaSettingsApi {
  constructor(
    private readonly access: AccessQueries,
    private readonly queries: AreaSettingsQueries,
    private readonly clock: Clock,
    private readonly choose: ChooseAreaSetting,
  ) {}

  @Get()
  @Requires('area.administer')
  async list(@Param('id') id: string): Promise<object> {
    await this.access.panelArea(id);
    const { inForce, history } = await this.queries.standing(id, this.clock.today());
    const items = areaSettingNames.map((setting) => ({
      ...{ setting, value: inForce[setting], usual: areaSettings[setting].usual, name: areaSettings[setting].name },
      ...{ source: areaSettings[setting].source.citation },
      history: history.filter((one) => one.setting === setting).map(({ setting: _, ...one }) => one),
    }));
    return { items, next: null };
  }

  @Post(':setting')
  @Requires('area.administer')
  add(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('setting') setting: string,
    @Body() input: AreaSettingInput,
  ): Promise<{ id: string }> {
    return this.choose.execute(actor, id, setting, input);
  }
}
