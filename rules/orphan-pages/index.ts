import { defineRule, isWithin, join, nameOf, type Path, type Project, parentOf } from '../../src/rule.js';
import { namedIn, navigationFiles, pathsIn } from './navigation.js';

interface Options {
  readonly navigation: readonly Path[];
  readonly images: boolean;
}

const image = /\.(?:png|jpe?g|gif|svg|webp|avif|ico|bmp)$/i;
/** The front page of a directory is where its readers begin, so no link has to lead there. */
const frontPage = /^(?:readme|index|_index|home|summary|_sidebar|_navbar)\.mdx?$/i;

export default defineRule<Options, readonly string[]>({
  scope: 'project',
  summary: 'Every page and image is reached from a page or from the navigation.',
  severity: 'off',
  codes: {
    'orphan-page': 'Link to the page, name it in the navigation, or remove it.',
    'orphan-image': 'Show the image on a page, or remove it.',
  },
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      navigation: {
        type: 'array',
        items: { type: 'string', minLength: 1 },
        default: [],
        description: 'Further files of the workspace that name pages, such as a sidebar.',
      },
      images: { type: 'boolean', default: true, description: 'Look for images that no page shows, too.' },
    },
  },
  extract: (document) => (document.kind === 'markdown' ? undefined : pathsIn(document.text)),
  sources: (project, { navigation }) => navigationFiles(project, navigation),
  *check(project, { images }, facts) {
    const reached = new Set<Path>([...linked(project), ...namedIn(project, facts)]);
    for (const path of project.pages) {
      if (reached.has(path) || frontPage.test(nameOf(path)) || isListedByItself(project, path)) continue;
      const message =
        'No page links here, and no navigation names this page. Link to it, list it, or remove it.';
      yield { path, span: [0, 0], code: 'orphan-page', message };
    }
    if (!images) return;
    for (const path of imagesBelow(project)) {
      if (reached.has(path)) continue;
      const message = `No page shows \`${path}\`. Show it, or remove it.`;
      yield { path, span: [0, 0], code: 'orphan-image', message };
    }
  },
});

/** What pages link to, themselves left out. */
function* linked(project: Project): Iterable<Path> {
  for (const path of project.pages) {
    for (const link of project.files.get(path)?.links ?? []) {
      for (const view of project.views(path)) {
        const target = view.resolve(path, link);
        if (target.kind === 'file' && target.path !== path) yield target.path;
        if (target.kind === 'case') yield target.actual;
        if (target.kind === 'directory') yield* target.index === undefined ? [] : [target.index];
      }
    }
  }
}

/** These generators make the navigation of the folders themselves unless told otherwise. */
function isListedByItself(project: Project, path: Path): boolean {
  return project
    .views(path)
    .some(({ generator }) => ['docusaurus', 'starlight', 'hugo', 'sphinx'].includes(generator));
}

function* imagesBelow(project: Project): Iterable<Path> {
  const waiting = [...project.roots].reverse();
  const isPaged = (directory: Path): boolean => project.pages.some((page) => isWithin(directory, page));
  for (let directory = waiting.pop(); directory !== undefined; directory = waiting.pop()) {
    for (const name of project.list(directory)) {
      const path = join(directory, name);
      if (project.has(path) === 'directory') {
        if (!/^(?:\.git|node_modules)$/.test(name) && (isPaged(path) || isPaged(parentOf(path))))
          waiting.push(path);
      } else if (image.test(name)) yield path;
    }
  }
}
