import type { RouterName } from '../../site/site.js';
import { docfxRouter } from './docfx.js';
import { docusaurusRouter } from './docusaurus.js';
import { filesRouter } from './files.js';
import { hugoRouter } from './hugo.js';
import { jekyllRouter } from './jekyll.js';
import { mdbookRouter } from './mdbook.js';
import { mkdocsRouter } from './mkdocs.js';
import type { MakeRouter } from './router.js';
import { sphinxRouter } from './sphinx.js';
import { starlightRouter } from './starlight.js';
import { vitepressRouter } from './vitepress.js';

/** How each kind of site reads a url. */
export const routers: Readonly<Record<RouterName, MakeRouter>> = {
  files: filesRouter,
  docfx: docfxRouter,
  docusaurus: docusaurusRouter,
  hugo: hugoRouter,
  jekyll: jekyllRouter,
  mdbook: mdbookRouter,
  mkdocs: mkdocsRouter,
  sphinx: sphinxRouter,
  starlight: starlightRouter,
  vitepress: vitepressRouter,
};
