import { azureDevops } from './azure-devops.js';
import { bitbucket } from './bitbucket.js';
import type { Dialect, DialectName, DialectOptions } from './dialect.js';
import { docfx } from './docfx.js';
import { docusaurus } from './docusaurus.js';
import { gitea } from './gitea.js';
import { github } from './github.js';
import { gitlab } from './gitlab.js';
import { gitlab16 } from './gitlab-16.js';
import { hugo } from './hugo.js';
import { kramdown } from './kramdown.js';
import { kramdownGfm } from './kramdown-gfm.js';
import { mdbook } from './mdbook.js';
import { mkdocs } from './mkdocs.js';
import { starlight } from './starlight.js';
import { vitepress } from './vitepress.js';
import { vscode } from './vscode.js';

export type { Dialect, DialectName, DialectOptions, Slug, Slugger, SlugHeading } from './dialect.js';
export { takeAttributes } from './take-attributes.js';
export { takeCommentId } from './take-comment-id.js';

const dialects: Readonly<Record<DialectName, Dialect | ((options: DialectOptions) => Dialect)>> = {
  'azure-devops': azureDevops,
  bitbucket,
  docfx,
  docusaurus,
  gitea,
  github,
  gitlab,
  'gitlab-16': gitlab16,
  hugo,
  kramdown,
  'kramdown-gfm': kramdownGfm,
  mdbook,
  mkdocs,
  starlight,
  vitepress,
  vscode,
};

export const dialectNames = Object.keys(dialects) as readonly DialectName[];

/** The dialect of this name, as its site configures it. */
export function dialectOf(name: DialectName, options: DialectOptions = {}): Dialect {
  const dialect = dialects[name];
  return typeof dialect === 'function' ? dialect(options) : dialect;
}
