import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

const keys = [
  ['/', 'search'],
  ['Esc', 'leave the search, the selection, the filters'],
  ['j, k', 'next and previous problem'],
  ['e, w', 'errors alone, warnings alone'],
  ['p, g', 'problems, link graph'],
  ['+, -, 0', 'in the graph: nearer, farther, all of it'],
  ['Arrows', 'in the graph: move the picture'],
  ['?', 'this help'],
] as const;

interface Given {
  readonly isOpen: boolean;
  readonly hasKeys: boolean;
  readonly onKeys: (hasKeys: boolean) => void;
  readonly onClose: () => void;
}

/** The keys, and a way to turn them off. */
export function Help({ isOpen, hasKeys, onKeys, onClose }: Given): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} aria-label="Keys" onClose={onClose}>
      <h2 class="title">Keys</h2>
      <dl>
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <label class="choice">
        <input type="checkbox" checked={hasKeys} onChange={() => onKeys(!hasKeys)} />
        <span class="label">Single keys do this</span>
      </label>
      <button type="button" class="quiet" onClick={onClose}>
        Close
      </button>
    </dialog>
  );
}
