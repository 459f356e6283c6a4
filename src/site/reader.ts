import type { Host } from '../host/host.js';
import type { Path } from '../model.js';
import type { Site } from './site.js';

/** What a generator's configuration says, without what follows from its name. */
export type Found = Omit<Site, 'generator' | 'router' | 'dialect' | 'redirects'> & {
  /** Directories in which redirect files may stand. */
  readonly redirectDirs?: readonly Path[];
  /** Paths that the configuration itself redirects. */
  readonly redirects?: readonly string[];
};

interface ConfigFile {
  readonly path: Path;
  /** The directory that relative paths of it start from. */
  readonly base: Path;
  readonly text: string;
  readonly host: Host;
  /** The directories of content, where a generator is named that has no configuration file; its text is then empty. */
  readonly roots?: readonly Path[];
}

/** Reads one generator's configuration as text; undefined when the file turns out to be another's. */
export type ReadSite = (file: ConfigFile) => Found | undefined;
