import type { RouterName } from '../../site/site.js';
import { docfxRouter } from './docfx.js';
import { filesRouter } from './files.js';
import { mkdocsRouter } from './mkdocs.js';
import type { MakeRouter } from './router.js';

/** How each kind of site reads a url. */
export const routers: Readonly<Record<RouterName, MakeRouter>> = {
  files: filesRouter,
  docfx: docfxRouter,
  docusaurus: filesRouter,
  hugo: filesRouter,
  jekyll: filesRouter,
  mdbook: filesRouter,
  mkdocs: mkdocsRouter,
  starlight: filesRouter,
  vitepress: filesRouter,
};
