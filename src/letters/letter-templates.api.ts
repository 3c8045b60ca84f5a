import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { audiences, letterInWords, letterKindCodes, letterKindRow } from '../policy/letters.js';
import type { Actor } from '../platform/actor.js';
import { refuse } from '../platform/errors.js';
import { By, Requires } from '../platform/web/requires.js';
import { kindNamed, slugOf } from './kind-named.js';
import {
  TemplateAskedInput,
  TemplateInput,
  TemplatePreviewInput,
  UsualTemplateInput,
} from './letter-template.input.js';
import { LetterTemplatesQueries } from './letter-templates.queries.js';
import { previewsOf, templateSent } from './letter-templates.view.js';
import { faultsInTemplate, WriteTemplate } from './write-template.js';

/** Templates of letters, in editions. Whoever administers them sees no case, and no case is needed to try one. */
@Controller('api/letter-templates')
export class LetterTemplatesApi {
  constructor(
    private readonly queries: LetterTemplatesQueries,
    private readonly writeTemplate: WriteTemplate,
  ) {}

  @Get()
  @Requires('letter-template.administer')
  list(): object {
    const items = letterKindCodes.map((kind) => ({
      ...{ kind, slug: slugOf(kind), to: audiences[letterKindRow(kind).audience], name: letterInWords(kind) },
      source: letterKindRow(kind).source.citation,
    }));
    return { items, next: null };
  }

  @Get(':kind')
  @Requires('letter-template.administer')
  async one(@Param('kind') slug: string, @Query() { panelAreaId }: TemplateAskedInput): Promise<object> {
    const kind = kindNamed(slug);
    const [inForce, editions] = await Promise.all([
      this.queries.inForce(kind, panelAreaId ?? null),
      this.queries.editions(kind),
    ]);
    return { ...templateSent(kind, inForce), editions };
  }

  @Post(':kind/editions')
  @Requires('letter-template.administer')
  write(@By() actor: Actor, @Param('kind') slug: string, @Body() input: TemplateInput): Promise<{ id: string }> {
    return this.writeTemplate.execute(actor, kindNamed(slug), input);
  }

  @Post(':kind/usual')
  @Requires('letter-template.administer')
  goBack(@By() actor: Actor, @Param('kind') slug: string, @Body() input: UsualTemplateInput): Promise<{ id: string }> {
    return this.writeTemplate.goBack(actor, kindNamed(slug), input);
  }

  /** The template filled with invented examples; nothing is saved. */
  @Post(':kind/preview')
  @HttpCode(200)
  @Requires('letter-template.administer')
  preview(@Param('kind') slug: string, @Body() input: TemplatePreviewInput): object {
    const kind = kindNamed(slug);
    const faults = faultsInTemplate(kind, input);
    refuse(faults);
    return { items: previewsOf(kind, input), next: null };
  }
}
