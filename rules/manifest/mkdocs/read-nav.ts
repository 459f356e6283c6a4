import { readYamlTree, type Span, type YamlNode } from '../../../src/rule.js';
import { arePlain } from './plain-plugins.js';

/** What an mkdocs.yml says of its navigation, by its text alone. */
export type NavFacts = {
  /** The pages that `nav` names; undefined without one. */
  readonly pages?: readonly { readonly text: string; readonly span: Span }[];
  /** `docs_dir`. */
  readonly docs?: string;
  /** `INHERIT`: the file whose settings hold where this one has none. */
  readonly parent?: string;
  /** Code that is run while the site is built. */
  readonly hooks: readonly string[];
  /** Whether an entry that names no file names nothing: no plugin and no variable could make something of it. */
  readonly isPlain: boolean;
};

const page = /^(?![a-z][a-z\d+.-]*:|\/)[^*{}$<>#?]*\.(?:md|markdown|mdown|mkdn?|mkd)$/i;

export function readNav(text: string): NavFacts {
  const root = readYamlTree(text);
  if (root?.kind !== 'map') return { hooks: [], isPlain: false };
  const at = (key: string): YamlNode | undefined => memberOf(root, key);
  const [nav, docs, parent] = [at('nav'), at('docs_dir'), at('INHERIT')];
  const hooks = textsOf(at('hooks'));
  const isText = (node: YamlNode | undefined): boolean => node === undefined || node.kind === 'text';
  return {
    ...(nav && { pages: pagesIn(nav) }),
    ...(docs?.kind === 'text' && { docs: docs.text }),
    ...(parent?.kind === 'text' && { parent: parent.text }),
    hooks: hooks ?? [],
    isPlain:
      isText(docs) &&
      !isAbsolute(docs) &&
      isText(parent) &&
      hooks !== undefined &&
      arePlain(at('plugins')) &&
      !isUnwanted(at('validation')),
  };
}

function memberOf(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return node?.kind === 'map' ? node.members.findLast((member) => member.key === key)?.value : undefined;
}

function pagesIn(node: YamlNode): { text: string; span: Span }[] {
  if (node.kind === 'list') return node.items.flatMap(pagesIn);
  if (node.kind === 'map') return node.members.flatMap(({ value }) => pagesIn(value));
  return node.kind === 'text' && page.test(node.text) ? [{ text: node.text, span: node.span }] : [];
}

function isAbsolute(node: YamlNode | undefined): boolean {
  return node?.kind === 'text' && /^(?:[/\\~]|[a-z]:)/i.test(node.text);
}

/** Undefined where it is no list of texts. */
function textsOf(node: YamlNode | undefined): readonly string[] | undefined {
  if (node === undefined) return [];
  const items = node.kind === 'list' ? node.items : [node];
  const texts = items.flatMap((item) => (item.kind === 'text' ? item.text : []));
  return texts.length === items.length ? texts : undefined;
}

/** Whether MkDocs is told not to complain itself. */
function isUnwanted(validation: YamlNode | undefined): boolean {
  const own = memberOf(memberOf(validation, 'nav'), 'not_found') ?? memberOf(validation, 'not_found');
  return own?.kind === 'text' && own.text === 'ignore';
}
