import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

const key = 'docs-lint-theme';
const themes = ['auto', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];
const signs: Readonly<Record<Theme, string>> = { auto: '◐', light: '☀', dark: '☾' };

/** Light, dark, or as the system has it. */
export function ThemeButton({ onTheme }: { readonly onTheme: () => void }): VNode {
  const [theme, setTheme] = useState<Theme>(kept);
  document.documentElement.dataset.theme = theme;
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'auto';
  const turn = (): void => {
    keep(next);
    setTheme(next);
    document.documentElement.dataset.theme = next;
    onTheme();
  };
  return (
    <button
      type="button"
      class="icon"
      title={`Colours: ${theme}`}
      aria-label={`Colours: ${theme}. Change to ${next}`}
      onClick={turn}
    >
      <span aria-hidden="true">{signs[theme]}</span>
    </button>
  );
}

/** A browser may forbid a page on the disk to keep anything. */
function kept(): Theme {
  try {
    return themes.find((theme) => theme === localStorage.getItem(key)) ?? 'auto';
  } catch {
    return 'auto';
  }
}

function keep(theme: Theme): void {
  try {
    localStorage.setItem(key, theme);
  } catch {
    return;
  }
}
