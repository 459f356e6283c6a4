import { filesBelow } from './files-below.js';
import type { ReadSite } from './reader.js';

/** What the router needs. */
export type SphinxSettings = {
  /** Whether labels may stand where no page of Markdown shows them: in reStructuredText, in notebooks. */
  readonly hasOtherSources: boolean;
  /** Whether an extension writes pages, into directories that the repository then does not hold. */
  readonly makesPages: boolean;
  /** Whether the configuration itself writes pages, wherever. */
  readonly writesPages: boolean;
};

/** `conf.py`, where it names a parser of Markdown; `_toc.yml` of Jupyter Book; `myst.yml`. */
export const readSphinx: ReadSite = ({ path, base, text, host }) => {
  if (path.endsWith('conf.py') && !/myst|recommonmark/.test(text)) return undefined;
  if (path.endsWith('_toc.yml') && !/^(?:format|root):/m.test(text)) return undefined;
  const settings: SphinxSettings = {
    hasOtherSources: [...filesBelow(host, base)].some((file) => /\.(?:rst|ipynb)$/.test(file)),
    writesPages:
      /\bopen\([^\n]*,[ \t]*(?:mode[ \t]*=[ \t]*)?['"][wa]/.test(text) && /\.md\b|=md\b/.test(text),
    makesPages: /autodoc2|autoapi|apidoc|autosummary|gallery|exhale/.test(text),
  };
  return { base, content: [base], dialectOptions: {}, settings };
};
