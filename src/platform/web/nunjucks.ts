import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Express } from 'express';
import nunjucks from 'nunjucks';
import { assetAddress } from './assets.js';
import { codeInWords, dayInWords, daysInWords, instantInWords } from './words.js';

const SOURCE_ROOT = fileURLToPath(new URL('../..', import.meta.url));
const WARMED = ['layout', 'form-page', 'problem', 'print'];

/** Templates are named from the source root, such as `cases/views/case-page.njk`; GOV.UK's and MOJ's by their folder. */
export function templates(): nunjucks.Environment {
  const { resolve } = createRequire(import.meta.url);
  const folders = [
    SOURCE_ROOT,
    join(dirname(resolve('govuk-frontend/package.json')), 'dist'),
    dirname(resolve('@ministryofjustice/frontend/package.json')),
  ];
  const loader = new nunjucks.FileSystemLoader(folders, { noCache: false, watch: false });
  const environment = new nunjucks.Environment(loader, { autoescape: true, throwOnUndefined: false });
  environment.addFilter('day', ifText(dayInWords));
  environment.addFilter('days', ifText(daysInWords));
  environment.addFilter('instant', ifText(instantInWords));
  environment.addFilter('words', ifText(codeInWords));
  environment.addFilter('asset', ifText(assetAddress));
  return environment;
}

/** Makes `@Render('slice/views/name')` print Nunjucks templates, the common ones compiled before the first request. */
export function configureViews(app: NestExpressApplication): void {
  const environment = templates();
  const express: Express = app.getHttpAdapter().getInstance();
  environment.express(express);
  express.set('view engine', 'njk');
  express.enable('view cache');
  for (const name of WARMED) environment.getTemplate(`platform/web/views/${name}.njk`, true);
}

const ifText = (inWords: (text: string) => string) => (value: unknown) =>
  typeof value === 'string' ? inWords(value) : '';
