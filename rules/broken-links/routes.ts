import type { LinkTarget } from './link-targets.js';

/** A path from the top that the forge cannot know, though no template stands in it: one of a site that was not found. */
export function isRoute({ link, targets }: LinkTarget): boolean {
  return (
    /^\/[^/{}<>$]*(?:\/[^{}<>$]*)?$/.test(link.url) &&
    targets.some(({ view, target }) => view.isForge && target.kind === 'unknown')
  );
}

export function routesNote(urls: readonly string[]): string {
  const others = urls.length === 1 ? '' : ` and ${urls.length - 1} more`;
  const why = 'The pages are written for a site that was not recognised, so these are not checked.';
  return `${urls[0]}${others}: no files. ${why} Name \`site.generator\` in the config; \`github\` takes them for files.`;
}
