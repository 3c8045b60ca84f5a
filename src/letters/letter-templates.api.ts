import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiParam } from '@nestjs/swagger';
import { audiences, letterInWords, letterKindCodes, letterKindRow } from '../policy/letters.js';
import type { Actor } from '../platform/actor.js';
import { checkedInput } from '../platform/web/checked-input.js';
import { By, Requires } from '../platform/web/requires.js';
import { kindNamed, slugOf } from './kind-named.js';
import { templateFields, usualTemplateFields } from './letter-template.fields.js';
import {
  TemplateAskedInput,
  TemplateInput,
  TemplatePreviewInput,
  UsualTemplateInput,
} from './letter-template.input.js';
import { LetterTemplatesQueries } from './letter-templates.queries.js';
import { previewsOf, templateSent } from './letter-templates.view.js';
import { faultsInTemplate, WriteTemplate } from './write-template.js';

const OfKind = (): MethodDecorator => ApiParam({ name: 'kind', enum: letterKindCodes });

/**
 * Templates of letters, in editions. Whoever administers them sees no case, and no case is needed to try one. Bodies are
 * checked here, so that the faults of fields and those of the words come in one answer.
 */
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
  @OfKind()
  @Requires('letter-template.administer')
  async one(@Param('kind') name: string, @Query() { panelAreaId }: TemplateAskedInput): Promise<object> {
    const kind = kindNamed(name);
    const [inForce, version, editions] = await Promise.all([
      this.queries.inForce(kind, panelAreaId ?? null),
      this.queries.version(kind),
      this.queries.editions(kind),
    ]);
    return { ...templateSent(kind, inForce), version, editions };
  }

  @Post(':kind/editions')
  @OfKind()
  @ApiBody({ type: TemplateInput })
  @Requires('letter-template.administer')
  async write(@By() actor: Actor, @Param('kind') name: string, @Body() body: unknown): Promise<object> {
    const kind = kindNamed(name);
    const input = await checkedInput(TemplateInput, templateFields(kind, []), body, (sent) =>
      this.writeTemplate.faultsOf(kind, sent),
    );
    return this.writeTemplate.execute(actor, kind, input);
  }

  @Post(':kind/usual')
  @OfKind()
  @ApiBody({ type: UsualTemplateInput })
  @Requires('letter-template.administer')
  async goBack(@By() actor: Actor, @Param('kind') name: string, @Body() body: unknown): Promise<object> {
    const kind = kindNamed(name);
    const input = await checkedInput(UsualTemplateInput, usualTemplateFields([]), body, (sent) =>
      this.writeTemplate.faultsOfPlace(sent),
    );
    return this.writeTemplate.goBack(actor, kind, input);
  }

  /** The template filled with invented examples; nothing is saved. */
  @Post(':kind/preview')
  @HttpCode(200)
  @OfKind()
  @ApiBody({ type: TemplatePreviewInput })
  @Requires('letter-template.administer')
  async preview(@Param('kind') name: string, @Body() body: unknown): Promise<object> {
    const kind = kindNamed(name);
    const input = await checkedInput(TemplatePreviewInput, templateFields(kind, []), body, (sent) =>
      faultsInTemplate(kind, sent),
    );
    return { items: previewsOf(kind, input), next: null };
  }
}
