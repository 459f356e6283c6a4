import type { Path, View } from '../model.js';

/** What becomes of paths and of anchors. */
export interface Shift {
  /** Where a file or a folder is afterwards. */
  path(path: Path): Path;
  /** The anchor that a fragment of a page is afterwards, by a page's view before; the fragment itself where it stays. */
  fragment(view: View, page: Path, fragment: string): string;
}
