import { filesBelow } from './files-below.js';
import type { ReadSite } from './reader.js';

/** What the router needs. */
export type SphinxSettings = {
  /** Whether labels may stand where no page of Markdown shows them: in reStructuredText, in notebooks. */
  readonly hasOtherSources: boolean;
};

/** `conf.py`, where it names a parser of Markdown; `_toc.yml` of Jupyter Book; `myst.yml`. */
export const readSphinx: ReadSite = ({ path, base, text, host }) => {
  if (path.endsWith('conf.py') && !/myst|recommonmark/.test(text)) return undefined;
  if (path.endsWith('_toc.yml') && !/^(?:format|root):/m.test(text)) return undefined;
  const settings: SphinxSettings = { hasOtherSources: false };
  for (const file of filesBelow(host, base)) {
    if (/\.(?:rst|ipynb)$/.test(file))
      return { base, content: [base], dialectOptions: {}, settings: { hasOtherSources: true } };
  }
  return { base, content: [base], dialectOptions: {}, settings };
};
