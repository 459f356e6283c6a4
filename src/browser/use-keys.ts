import { useEffect } from 'preact/hooks';

/** What keys do, wherever the focus is, save where one types; `Escape` is heard there too. */
export function useKeys(isOn: boolean, actions: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      const isTyping = target instanceof HTMLInputElement && target.type === 'search';
      if (ctrlKey || metaKey || altKey || document.querySelector('dialog[open]')) return;
      if ((isTyping || !isOn) && key !== 'Escape') return;
      const action = actions[key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
}

/** Moves the focus to the problem behind or before the one that has it. */
export function stepProblem(by: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>('[data-problem]')];
  const at = all.findIndex((one) => one.contains(document.activeElement));
  const first = all.findIndex((one) => one.getBoundingClientRect().top >= 100);
  const next = all[at < 0 ? Math.max(0, first) : at + by];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
}
