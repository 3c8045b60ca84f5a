import { Body, Controller, Get, Post, Query, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { type Count, frameworks } from '../policy/ratings.js';
import { Invalid } from '../platform/errors.js';
import { type FormModel, formPage, submit } from '../platform/web/form.js';
import { Requires } from '../platform/web/requires.js';
import { countField, countFields, countValues, keyQuestionRefs, typedCounts } from './audit-ratings.fields.js';
import { CountsOnPageInput } from './audit-ratings.input.js';
import { assertCounts, rateCounts } from './rate-counts.js';
import { ratingsTables } from './ratings.view.js';

const PAGE = 'quality/views/rate-counts';
const framework = frameworks[0]?.id ?? '';

/** Published counts typed in. They stand in the address, so that a result can be passed on; nothing is kept. */
@Controller('audit-ratings')
export class AuditRatingsPages {
  @Get()
  @Requires('audit.read')
  @Render(PAGE)
  calculator(@Query('counts') given: unknown): FormModel {
    const counts = typeof given === 'string' ? countsFrom(given) : [];
    const form = {
      title: 'Ratings from published counts',
      lead: 'Type in how many cases an inspection judged and how many were sufficient. The rules are those that rate our own audits.',
      fields: countFields,
      values: counts.length > 0 ? countValues(counts) : { framework },
      submitText: 'Work out the ratings',
      back: '/audit-plans',
    };
    const rated = counts.length > 0 ? ratingsTables(framework, rateCounts(framework, counts)) : undefined;
    return { form: formPage(form), ...{ rated } };
  }

  @Post()
  @Requires('audit.read')
  async rate(@Body() body: unknown, @Res() response: Response): Promise<void> {
    const again = () => Promise.resolve(this.calculator(undefined));
    await submit(response, {
      fields: countFields,
      body,
      input: CountsOnPageInput,
      work: goOnToRatings,
      again,
      template: PAGE,
    });
  }
}

async function goOnToRatings(input: CountsOnPageInput): Promise<string> {
  const counts = typedCounts(input);
  assertCounts(counts, (_, ref, part) => (part === 'ref' ? '' : countField(ref, part)), keyQuestionRefs);
  const inAddress = counts.map(({ ref, yes, applicable, all }) => [ref, yes, applicable, all].join('-'));
  return `/audit-ratings?counts=${inAddress.join('_')}#ratings`;
}

/** `3.1.1-8-17-17_3.1.2-5-17-17`: reference, sufficient, applicable, all. */
function countsFrom(given: string): Count[] {
  return given.split('_').map((part) => {
    const [, ref = '', ...numbers] = /^(\d\.\d\.\d)-(\d{1,6})-(\d{1,6})-(\d{1,6})$/.exec(part) ?? [];
    const [yes = 0, applicable = 0, all = 0] = numbers.map(Number);
    if (!ref) throw new Invalid([{ field: 'counts', message: 'The counts in the address cannot be read' }]);
    return { ref, yes, applicable, all };
  });
}
