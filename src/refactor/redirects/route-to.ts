import type { Path, Target, View } from '../../model.js';

/**
 * The address of a page on its site, from the top; undefined where none is known. The longest that leads there, with a
 * slash at its end or not as `like` has it.
 */
export function routeTo(view: View, page: Path, like: string): string | undefined {
  const stem = page.replace(/\.(?:md|mdx|markdown)$/i, '').replace(/(?:^|\/)(?:index|_index|README)$/, '/');
  const parts = stem.split('/');
  for (let cut = 0; cut < parts.length; cut++) {
    const bare = `/${parts.slice(cut).join('/')}`.replace(/\/+$/, '');
    const routes = /\/$/.test(like)
      ? [`${bare}/`, bare]
      : /\.html$/.test(like)
        ? [`${bare}.html`]
        : [bare, `${bare}/`];
    const found = routes.find((url) => url !== '' && shows(view.resolve(page, { url, kind: 'link' }), page));
    if (found !== undefined) return found;
  }
  return undefined;
}

export function shows(target: Target, page: Path): boolean {
  return (
    (target.kind === 'file' && target.path === page) || (target.kind === 'directory' && target.index === page)
  );
}
