import { Body, Controller, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { AccessQueries } from '../access/access.queries.js';
import { type LetterKind, letterInWords, shortWordingOf } from '../policy/letters.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { type FieldError, Invalid, NotFound } from '../platform/errors.js';
import { checkedInput, type Unchecked } from '../platform/web/checked-input.js';
import { FORM_PAGE, type FormModel, formPage, submit } from '../platform/web/form.js';
import { typedFrom } from '../platform/web/form-body.js';
import type { Field, Values } from '../platform/web/form-fields.js';
import { By, Requires } from '../platform/web/requires.js';
import { kindNamed, slugOf } from './kind-named.js';
import { templateFields, usualTemplateFields } from './letter-template.fields.js';
import {
  TemplateAskedInput,
  TemplateInput,
  TemplatePreviewInput,
  UsualTemplateInput,
} from './letter-template.input.js';
import { LetterTemplatesQueries, type TemplateInForce } from './letter-templates.queries.js';
import { editionsShown, fieldsShown, type Preview, previewsOf, templatesPage } from './letter-templates.view.js';
import { faultsInTemplate, WriteTemplate } from './write-template.js';

const TEMPLATE = 'letters/views/letter-template';

type TemplateShown = Pick<TemplateInForce, 'heading' | 'text' | 'shortText'> & {
  readonly [Of in 'panelAreaId' | 'from' | 'reason']?: string | null | undefined;
};

/** The page of a template: as it is everywhere, or in one panel area. */
const pageOf = (slug: string, panelAreaId?: string): string =>
  `/letter-templates/${slug}${panelAreaId ? `?panelAreaId=${panelAreaId}` : ''}`;

/** Where an administrator, who sees no case, writes what letters say. */
@Controller('letter-templates')
export class LetterTemplatesPages {
  constructor(
    private readonly access: AccessQueries,
    private readonly queries: LetterTemplatesQueries,
    private readonly clock: Clock,
    private readonly writeTemplate: WriteTemplate,
  ) {}

  @Get()
  @Requires('letter-template.administer')
  @Render('letters/views/letter-templates')
  async list(): Promise<object> {
    return templatesPage(await this.queries.editions(), this.clock.today());
  }

  @Get(':kind')
  @Requires('letter-template.administer')
  @Render(TEMPLATE)
  async page(@Param('kind') slug: string, @Query() { panelAreaId }: TemplateAskedInput): Promise<FormModel> {
    const kind = kindNamed(slug);
    const { heading, text, shortText, isOfArea } = await this.queries.inForce(kind, panelAreaId ?? null);
    return this.model(kind, { heading, text, shortText, ...(isOfArea ? { panelAreaId } : {}) });
  }

  private async model(kind: LetterKind, values: TemplateShown): Promise<FormModel> {
    const [areas, version, editions] = await Promise.all([
      this.access.panelAreas(),
      this.queries.version(kind),
      this.queries.editions(kind),
    ]);
    const { heading, text, shortText } = values;
    const at = `/letter-templates/${slugOf(kind)}`;
    const form = formPage({
      ...{ title: letterInWords(kind), caption: 'Letter template', fields: templateFields(kind, areas) },
      ...{ values, version, action: at },
      ...{ submitText: 'Save', other: { text: 'Preview', action: `${at}/preview` }, back: '/letter-templates' },
    });
    const places = areas.map(({ id, name }) => ({ text: name, href: pageOf(slugOf(kind), id) }));
    const shown = { previews: previewsOf(kind, { heading, text, ...(shortText ? { shortText } : {}) }), places, at };
    const page = { fields: fieldsShown(kind), editions: editionsShown(editions, this.clock.today()) };
    return { form, ...shown, ...page } as FormModel;
  }

  /** The page with what was written last, against which stands what is sent and comes back. */
  private async again(kind: LetterKind): Promise<FormModel> {
    const latest = await this.queries.latest(kind);
    if (!latest) return this.model(kind, await this.queries.inForce(kind, null));
    const { heading, text, shortText, panelAreaId, fromDay: from, reason } = latest;
    return this.model(kind, { heading: heading ?? '', text: text ?? '', shortText, panelAreaId, from, reason });
  }

  @Post(':kind')
  @Requires('letter-template.administer')
  async write(
    @By() actor: Actor,
    @Param('kind') slug: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const kind = kindNamed(slug);
    const work = async (input: TemplateInput): Promise<string> => {
      await this.writeTemplate.execute(actor, kind, input);
      return pageOf(slug, input.panelAreaId);
    };
    const fields = templateFields(kind, await this.access.panelAreas());
    await submit(response, {
      ...{ fields, body, input: TemplateInput, work, again: () => this.again(kind), template: TEMPLATE },
      faultsBeside: (sent) => this.writeTemplate.faultsOf(kind, sent),
    });
  }

  /** What was typed, filled with invented examples or with its faults; nothing is saved. */
  @Post(':kind/preview')
  @Requires('letter-template.administer')
  async preview(@Param('kind') slug: string, @Body() body: unknown, @Res() response: Response): Promise<void> {
    const kind = kindNamed(slug);
    const model = await this.page(slug, {});
    const { fields } = model.form;
    const values = typedFrom(fields, body);
    const { previews, errors } = await tried(kind, fields, values);
    // What was begun from an older version is still that after a look at it.
    const begun = typeof values.version === 'number' ? { version: values.version } : {};
    const form = formPage({ ...model.form, ...begun, values, errors });
    response.status(errors.length === 0 ? 200 : 422).render(TEMPLATE, { ...model, form, previews, isTried: true });
  }

  @Get(':kind/usual')
  @Requires('letter-template.administer')
  @Render(FORM_PAGE)
  async usual(@Param('kind') slug: string): Promise<FormModel> {
    const kind = kindNamed(slug);
    const form = {
      ...{ title: 'Go back to what is usual', caption: letterInWords(kind), submitText: 'Go back to it' },
      ...{ fields: usualTemplateFields(await this.access.panelAreas()), version: await this.queries.version(kind) },
      back: pageOf(slug),
      lead: 'In a panel area the words of everywhere hold again; everywhere, the words that came with the service.',
    };
    return { form: formPage(form) };
  }

  @Post(':kind/usual')
  @Requires('letter-template.administer')
  async goBack(
    @By() actor: Actor,
    @Param('kind') slug: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const work = async (input: UsualTemplateInput): Promise<string> => {
      await this.writeTemplate.goBack(actor, kindNamed(slug), input);
      return pageOf(slug, input.panelAreaId);
    };
    const fields = usualTemplateFields(await this.access.panelAreas());
    await submit(response, {
      ...{ fields, body, input: UsualTemplateInput, work, again: () => this.usual(slug) },
      faultsBeside: (sent) => this.writeTemplate.faultsOfPlace(sent),
    });
  }

  @Get(':kind/editions/:editionId')
  @Requires('letter-template.administer')
  @Render('letters/views/letter-edition')
  async edition(@Param('kind') slug: string, @Param('editionId') editionId: string): Promise<object> {
    const kind = kindNamed(slug);
    const editions = await this.queries.editions(kind);
    const edition = editions.find(({ id }) => id === editionId);
    const shown = editionsShown(editions, this.clock.today()).find(({ id }) => id === editionId);
    if (!edition || edition.text === null) throw new NotFound();
    return {
      title: letterInWords(kind),
      edition,
      shown,
      short: shortWordingOf(kind),
      back: pageOf(slug),
    };
  }
}

type Tried = { readonly previews: readonly Preview[]; readonly errors: readonly FieldError[] };

async function tried(kind: LetterKind, fields: readonly Field[], values: Values): Promise<Tried> {
  const { heading, text, shortText } = values;
  const faults = (sent: Unchecked<TemplatePreviewInput>) => faultsInTemplate(kind, sent);
  try {
    const words = await checkedInput(TemplatePreviewInput, fields, { heading, text, shortText }, faults);
    return { previews: previewsOf(kind, words), errors: [] };
  } catch (refusal) {
    if (refusal instanceof Invalid) return { previews: [], errors: refusal.errors };
    throw refusal;
  }
}
