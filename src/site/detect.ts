import type { DialectName } from '../markdown/slug/index.js';
import type { Site } from './site.js';

/** The sites that show the pages of a workspace, as the config names them; GitHub without. */
export function detectSites(configured: {
  readonly generator?: readonly string[];
}): readonly [Site, ...Site[]] {
  const named = (configured.generator ?? []).filter((name) => name !== 'auto');
  const [first = 'github', ...others] = named;
  const site = (generator: string): Site => ({
    generator,
    router: 'files',
    dialect: generator as DialectName,
    dialectOptions: {},
    content: [''],
    base: '',
    settings: {},
  });
  return [site(first), ...others.map(site)];
}
