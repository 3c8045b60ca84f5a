import { Body, Controller, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { AccessQueries } from '../access/access.queries.js';
import { letterInWords } from '../policy/letters.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { NotFound } from '../platform/errors.js';
import { FORM_PAGE, type FormModel, formPage, submit } from '../platform/web/form.js';
import { typedFrom } from '../platform/web/form-body.js';
import { By, Requires } from '../platform/web/requires.js';
import { kindNamed } from './kind-named.js';
import { templateFields, usualTemplateFields } from './letter-template.fields.js';
import { TemplateAskedInput, TemplateInput, UsualTemplateInput } from './letter-template.input.js';
import { LetterTemplatesQueries } from './letter-templates.queries.js';
import { editionsShown, fieldsShown, previewsOf, templatesPage } from './letter-templates.view.js';
import { faultsInTemplate, WriteTemplate } from './write-template.js';

const TEMPLATE = 'letters/views/letter-template';

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
    const [areas, inForce, editions] = await Promise.all([
      this.access.panelAreas(),
      this.queries.inForce(kind, panelAreaId ?? null),
      this.queries.editions(kind),
    ]);
    const { heading, text, shortText, isOfArea } = inForce;
    const at = `/letter-templates/${slug}`;
    const form = formPage({
      ...{ title: letterInWords(kind), caption: 'Letter template', fields: templateFields(kind, areas) },
      ...{ values: { heading, text, shortText, panelAreaId: isOfArea ? panelAreaId : undefined }, action: at },
      ...{ submitText: 'Save', other: { text: 'Preview', action: `${at}/preview` }, back: '/letter-templates' },
    });
    const places = areas.map(({ id, name }) => ({ text: name, href: `${at}?panelAreaId=${id}` }));
    const shown = { previews: previewsOf(kind, { heading, text, ...(shortText ? { shortText } : {}) }), places, at };
    const page = { fields: fieldsShown(kind), editions: editionsShown(editions, this.clock.today()) };
    return { form, ...shown, ...page } as FormModel;
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
      return `/letter-templates/${slug}`;
    };
    const fields = templateFields(kind, await this.access.panelAreas());
    const again = () => this.page(slug, {});
    await submit(response, { fields, body, input: TemplateInput, work, again, template: TEMPLATE });
  }

  /** What was typed, filled with invented examples or with its faults; nothing is saved. */
  @Post(':kind/preview')
  @Requires('letter-template.administer')
  async preview(@Param('kind') slug: string, @Body() body: unknown, @Res() response: Response): Promise<void> {
    const kind = kindNamed(slug);
    const model = await this.page(slug, {});
    const values = typedFrom(model.form.fields, body);
    const typed = { heading: wordsIn(values, 'heading'), text: wordsIn(values, 'text') };
    const words = { ...typed, shortText: wordsIn(values, 'shortText') };
    const errors = faultsInTemplate(kind, words);
    const previews = errors.length === 0 ? previewsOf(kind, words) : [];
    const form = formPage({ ...model.form, values, errors });
    response.status(errors.length === 0 ? 200 : 422).render(TEMPLATE, { ...model, form, previews, isTried: true });
  }

  @Get(':kind/usual')
  @Requires('letter-template.administer')
  @Render(FORM_PAGE)
  async usual(@Param('kind') slug: string): Promise<FormModel> {
    const kind = kindNamed(slug);
    const form = {
      ...{ title: 'Go back to what is usual', caption: letterInWords(kind), submitText: 'Go back to it' },
      ...{ fields: usualTemplateFields(await this.access.panelAreas()), back: `/letter-templates/${slug}` },
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
      return `/letter-templates/${slug}`;
    };
    const fields = usualTemplateFields(await this.access.panelAreas());
    await submit(response, { fields, body, input: UsualTemplateInput, work, again: () => this.usual(slug) });
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
    return { title: letterInWords(kind), edition, shown, back: `/letter-templates/${slug}` };
  }
}

const wordsIn = (values: Readonly<Record<string, unknown>>, name: string): string => {
  const typed = values[name];
  return typeof typed === 'string' ? typed.slice(0, 12_000) : '';
};
