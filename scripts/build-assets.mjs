// Makes dist/assets: the style sheet, the scripts and the icon, each named by its content, and the list of the names.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from 'sass';

const { resolve } = createRequire(import.meta.url);
const sources = fileURLToPath(new URL('../src/platform/web/styles', import.meta.url));
const target = fileURLToPath(new URL('../dist/assets', import.meta.url));
const govuk = join(dirname(resolve('govuk-frontend/package.json')), 'dist');
const root = fileURLToPath(new URL('..', import.meta.url));
const moj = dirname(resolve('@ministryofjustice/frontend/package.json'));
const manifest = {};

function put(name, content) {
  const extension = extname(name);
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  manifest[name] = `${name.slice(0, -extension.length)}.${hash}${extension}`;
  writeFileSync(join(target, manifest[name]), content);
}

const { css } = compile(join(sources, 'service.scss'), {
  style: 'compressed',
  loadPaths: [govuk, moj, root],
  quietDeps: true,
});
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });

for (const icon of ['icon-tag-remove-cross.svg', 'icon-tag-remove-cross-white.svg']) {
  put(icon, readFileSync(join(moj, 'moj/assets/images', icon)));
}
put('icon.svg', readFileSync(join(sources, 'icon.svg')));

put(
  'service.css',
  css.replaceAll(/\/assets\/images\/([\w-]+\.svg)/g, (_, name) => `/assets/${manifest[name] ?? name}`),
);

put('govuk-frontend.js', readFileSync(join(govuk, 'govuk/govuk-frontend.min.js')));
put('not-sent.js', readFileSync(join(sources, 'not-sent.js')));
const script = readFileSync(join(sources, 'service.js'), 'utf8');
put(
  'service.js',
  script.replaceAll(/\.\/([\w-]+\.js)/g, (whole, name) => (manifest[name] ? `./${manifest[name]}` : whole)),
);

writeFileSync(join(target, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
