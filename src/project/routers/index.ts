import type { RouterName } from '../../site/site.js';
import { filesRouter } from './files.js';
import type { MakeRouter } from './router.js';

/** How each kind of site reads a url. */
export const routers: Readonly<Record<RouterName, MakeRouter>> = {
  files: filesRouter,
  docfx: filesRouter,
  docusaurus: filesRouter,
  hugo: filesRouter,
  jekyll: filesRouter,
  mdbook: filesRouter,
  mkdocs: filesRouter,
  starlight: filesRouter,
  vitepress: filesRouter,
};
