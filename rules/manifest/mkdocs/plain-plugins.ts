import { once, type YamlNode } from '../../../src/rule.js';

/** Plugins that make no pages and leave the navigation as it is written. Of any other one nobody knows. */
const known = once(
  () =>
    new Set(
      `abbreviations audio autolinks autorefs badges bibtex callouts caption charts codeinclude d2 diagrams
  drawio embed-external-markdown enumerate-headings exclude-search git-authors git-committers
  git-committers-2 git-latest-changes git-revision-date git-revision-date-localized glightbox htmlproofer
  include-markdown info kroki lightgallery linkcheck macros markdownextradata markmap mermaid2 meta
  meta-descriptions mike minify mkdocs-jupyter mkdocstrings neoteroi.mkdocsoad offline open-in-new-tab
  optimize panzoom pdf-export plantuml privacy redirects render_swagger rss search section-index social
  spellcheck swagger-ui-tag table-reader tags termynal tooltips typeset version with-pdf`.split(/\s+/),
    ),
);

/** Whether `plugins` names these alone. */
export function arePlain(plugins: YamlNode | undefined): boolean {
  if (plugins === undefined) return true;
  if (plugins.kind === 'list') return plugins.items.every(isPlain);
  return plugins.kind === 'map' && isPlain(plugins);
}

function isPlain(item: YamlNode): boolean {
  if (item.kind === 'text') return known().has(nameOf(item.text));
  if (item.kind !== 'map') return false;
  return item.members.every(({ key, value }) =>
    nameOf(key) === 'group' ? isPlainGroup(value) : known().has(nameOf(key)),
  );
}

/** Plugins that are turned on together. */
function isPlainGroup(group: YamlNode): boolean {
  return group.kind === 'map' && arePlain(group.members.find(({ key }) => key === 'plugins')?.value);
}

/** Without the theme that brings it. */
function nameOf(name: string): string {
  return name.replace(/^material\//, '');
}
