import {
  defineRule,
  nameOf,
  normalize,
  once,
  type Path,
  type Project,
  type ProjectFinding,
  type Setting,
  type Where,
} from '../../src/rule.js';
import { checkFiles } from './files/check-files.js';
import { entryReferences } from './files/entry-references.js';
import { findDuplicates } from './files/find-duplicates.js';
import { findOrphans } from './files/find-orphans.js';
import { listingOf } from './files/listing.js';
import { type Manifest, manifestsOf } from './files/manifests-of.js';
import type { Mistake } from './json/mistake.js';
import { checkNav } from './mkdocs/check-nav.js';
import { navFiles, navsOf } from './mkdocs/nav-files.js';
import { readNav } from './mkdocs/read-nav.js';
import { printable } from './quoted.js';
import { type ManifestFacts, nothing, readManifest } from './read-manifest.js';
import { checkShape } from './shape/check-shape.js';
import type { Validate } from './shape/compile-schema.js';
import { readSchema } from './shape/read-schema.js';

interface Options {
  readonly file: string;
  readonly schema?: string;
  readonly duplicates: Setting;
  readonly orphans: Setting;
}

const USUAL_FILE = 'manifest.json';
const setting = { enum: ['off', 'warn', 'error'], default: 'warn' };

export default defineRule<Options, ManifestFacts>({
  scope: 'project',
  summary: 'The navigation manifest is valid and names every page and icon as it is',
  severity: 'error',
  fixable: true,
  codes: {
    'invalid-json': 'Mend the JSON where it is said to be broken',
    'invalid-schema': 'Write what the schema allows',
    'missing-page': 'Name a page that exists, or remove the entry',
    'missing-icon': 'Name an icon that exists, or remove it',
    'duplicate-page': { summary: 'Keep one entry for each page', severity: 'warn' },
    'orphan-page': { summary: 'Add an entry for the page, or remove the page', severity: 'warn' },
  },
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      file: {
        type: 'string',
        minLength: 1,
        default: USUAL_FILE,
        description: 'The name of the manifest in each docs root, or the path of one.',
      },
      schema: {
        type: 'string',
        minLength: 1,
        description: 'A JSON Schema for it, by its path in the workspace; without one, a built-in schema.',
      },
      duplicates: { ...setting, description: 'How bad it is that two entries name one page.' },
      orphans: { ...setting, description: 'How bad it is that no entry names a page.' },
    },
  },
  *sees(project) {
    for (const { path } of manifestsOf(project, USUAL_FILE)) yield `${path} is the navigation`;
  },
  *sources(project, options, facts) {
    yield* manifestsOf(project, options.file).map(({ path }) => path);
    yield* navFiles(project, (path) => facts.get(path)?.nav);
    const schema = schemaPath(project, options);
    if (schema !== undefined) yield schema;
  },
  extract(document, options) {
    if (document.kind === 'markdown') return undefined;
    const { path, text } = document;
    const isManifest = options.file.includes('/')
      ? path === normalize(options.file)
      : nameOf(path) === options.file;
    const isSchema = options.schema !== undefined && path === normalize(options.schema);
    if (isManifest || isSchema) return readManifest(text, options.schema !== undefined);
    return /\.ya?ml$/.test(path) ? { ...nothing, nav: readNav(text) } : undefined;
  },
  references: (project, { file }, facts) =>
    entryReferences(project, file, (path) => facts.get(path)?.entries ?? []),
  *check(project, options, facts, where) {
    const manifests = manifestsOf(project, options.file);
    if (manifests.length === 0 && options.file !== USUAL_FILE) yield noManifest(options.file, where);
    let validate: Validate | undefined;
    if (options.schema !== undefined) {
      const schema = schemaPath(project, options);
      const read = readSchema(options.schema, schema === undefined ? undefined : facts.get(schema));
      if ('validate' in read) validate = read.validate;
      else yield { code: 'invalid-schema', ...where('/schema'), ...read };
    }
    const listed = new Set<Path>();
    const complete = new Map<Manifest, ManifestFacts['lists']>();
    for (const manifest of manifests) {
      const { path } = manifest;
      const known = facts.get(path);
      if (!known) continue;
      const shape = known.tree && validate ? checkShape(known.tree, validate) : known.shape;
      yield* at(path, 'invalid-json', [...known.syntax, ...known.repeated]);
      yield* at(path, 'invalid-schema', shape);
      const { pages, meant } = yield* checkFiles(project, manifest, known.entries);
      yield* configured(findDuplicates(path, pages), options.duplicates);
      for (const page of [...pages.map((page) => page.path), ...meant]) listed.add(page);
      if (known.complete) complete.set(manifest, known.lists);
    }
    yield* configured(findOrphans(project, manifests, complete, listed), options.orphans);
    const navs = navsOf(project, (path) => facts.get(path)?.nav);
    yield* checkNav(
      project,
      navs,
      once(() => listingOf(project)),
    );
  },
});

function schemaPath(project: Project, { schema }: Options): Path | undefined {
  const path = schema === undefined ? undefined : normalize(schema);
  return path !== undefined && project.has(path) === 'file' ? path : undefined;
}

function noManifest(file: string, where: Where): ProjectFinding {
  const place = file.includes('/') ? 'the workspace' : 'any docs root';
  const message = `No file ${printable(file)} in ${place}. Name the manifest as it is, or remove \`file\`.`;
  return { code: 'invalid-json', ...where('/file'), message };
}

function* at(path: Path, code: string, mistakes: readonly Mistake[]): Generator<ProjectFinding> {
  for (const { span, message, related } of mistakes) {
    yield { code, path, span, message, ...(related && { related: [{ path, ...related }] }) };
  }
}

function* configured(findings: Iterable<ProjectFinding>, severity: Setting): Generator<ProjectFinding> {
  if (severity === 'off') return;
  for (const finding of findings) yield severity === 'error' ? { ...finding, severity } : finding;
}
