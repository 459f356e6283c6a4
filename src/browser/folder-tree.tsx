import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Folder } from './folders.js';

/** Entries of one directory that are shown before one asks for more. */
const step = 100;

interface Given {
  readonly folders: readonly Folder[];
  readonly chosen: string;
  readonly onChoose: (path: string) => void;
}

/** Directories that open, each level made when it is. Where there is but one directory, it is open. */
export function FolderTree({ folders, chosen, onChoose }: Given): VNode {
  const [most, setMost] = useState(step);
  return (
    <ul class="tree">
      {folders.slice(0, most).map((folder) => (
        <Branch
          key={folder.path}
          {...{ folder, chosen, onChoose }}
          isOpenFirst={folders.length === 1 || chosen.startsWith(`${folder.path}/`)}
        />
      ))}
      {folders.length > most && (
        <li>
          <button type="button" class="plain" onClick={() => setMost(most + step)}>
            {folders.length - most} more
          </button>
        </li>
      )}
    </ul>
  );
}

function Branch(
  given: Omit<Given, 'folders'> & { readonly folder: Folder; readonly isOpenFirst: boolean },
): VNode {
  const { folder, chosen, onChoose, isOpenFirst } = given;
  const [isOpen, setOpen] = useState(isOpenFirst);
  const isDirectory = folder.children.length > 0;
  return (
    <li>
      <div class={`branch${folder.path === chosen ? ' chosen' : ''}`}>
        {isDirectory ? (
          <button
            type="button"
            class="twist"
            aria-expanded={isOpen}
            aria-label={`Contents of ${folder.path}`}
            onClick={() => setOpen(!isOpen)}
          >
            <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>
          </button>
        ) : (
          <span class="twist" />
        )}
        <button
          type="button"
          class="plain"
          aria-pressed={folder.path === chosen}
          title={folder.path}
          onClick={() => onChoose(folder.path)}
        >
          <span class="label">{folder.name}</span>
          <span class="count">{folder.count.toLocaleString('en')}</span>
        </button>
      </div>
      {isDirectory && isOpen && <FolderTree folders={folder.children} chosen={chosen} onChoose={onChoose} />}
    </li>
  );
}
