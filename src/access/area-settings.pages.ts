import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { type AreaSettingName, areaSettings, isAreaSetting } from '../policy/area-settings.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { NotFound } from '../platform/errors.js';
import { type FormModel, formPage, submit } from '../platform/web/form.js';
import { By, Requires } from '../platform/web/requires.js';
import { AccessQueries } from './access.queries.js';
import { areaSettingFields } from './area-settings.fields.js';
import { AreaSettingInput } from './area-settings.input.js';
import { AreaSettingsQueries } from './area-settings.queries.js';
import { settingHistory, settingRows } from './area-settings.view.js';
import { ChooseAreaSetting } from './choose-area-setting.js';

const TEMPLATE = 'access/views/area-setting';

/** From a page nothing chosen among several is a choice too: none of them. */
class ChosenOnPage extends AreaSettingInput {
  override value: unknown = [];
}

@Controller('panel-areas/:id/settings')
export class AreaSettingsPages {
  constructor(
    private readonly access: AccessQueries,
    private readonly queries: AreaSettingsQueries,
    private readonly clock: Clock,
    private readonly choose: ChooseAreaSetting,
  ) {}

  @Get()
  @Requires('area.administer')
  @Render('access/views/area-settings')
  async list(@Param('id') id: string): Promise<object> {
    const { name } = await this.access.panelArea(id);
    const today = this.clock.today();
    const { inForce, history } = await this.queries.standing(id, today);
    return {
      title: 'What the panel area decides by',
      caption: name,
      back: '/panel-areas',
      settings: settingRows(id, inForce, history, today),
    };
  }

  @Get(':setting')
  @Requires('area.administer')
  @Render(TEMPLATE)
  async page(@Param('id') id: string, @Param('setting') setting: string): Promise<FormModel> {
    const { name: caption } = await this.access.panelArea(id);
    const known = settingNamed(setting);
    const today = this.clock.today();
    const { inForce, history } = await this.queries.standing(id, today);
    const form = {
      ...{ title: areaSettings[known].name, caption, fields: areaSettingFields(known) },
      ...{ values: { value: inForce[known] }, submitText: 'Choose', back: `/panel-areas/${id}/settings` },
    };
    return { ...settingHistory(known, history, today), form: formPage(form) } as FormModel;
  }

  @Post(':setting')
  @Requires('area.administer')
  async add(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('setting') setting: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: ChosenOnPage): Promise<string> => {
      await this.choose.execute(actor, id, setting, input);
      return `/panel-areas/${id}/settings`;
    };
    const again = () => this.page(id, setting);
    const fields = areaSettingFields(settingNamed(setting));
    await submit(response, { fields, body, input: ChosenOnPage, work, again, template: TEMPLATE });
  }
}

function settingNamed(setting: string): AreaSettingName {
  if (!isAreaSetting(setting)) throw new NotFound();
  return setting;
}
