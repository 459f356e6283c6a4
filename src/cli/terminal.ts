import { Chalk, type ColorSupportLevel, supportsColor, supportsColorStderr } from 'chalk';

/** What a stream can show. Colour only on a terminal, unless FORCE_COLOR or `--color` says otherwise. */
export function terminal(stream: NodeJS.WriteStream): {
  readonly color: ColorSupportLevel;
  readonly hyperlinks: boolean;
  readonly width: number;
} {
  const support = stream === process.stderr ? supportsColorStderr : supportsColor;
  const color = new Chalk({ level: support === false ? 0 : support.level }).level;
  return {
    color,
    hyperlinks: color > 0 && stream.isTTY === true && knowsHyperlinks(),
    width: stream.columns ?? 100,
  };
}

/** Terminals that are known to understand OSC 8; the others might print it. */
function knowsHyperlinks(): boolean {
  const {
    TERM_PROGRAM = '',
    VTE_VERSION = '0',
    WT_SESSION,
    KITTY_WINDOW_ID,
    KONSOLE_VERSION,
    TERM = '',
    CI,
  } = process.env;
  if (CI) return false;
  if (['iTerm.app', 'WezTerm', 'vscode', 'Hyper', 'ghostty', 'rio', 'Tabby'].includes(TERM_PROGRAM))
    return true;
  if (WT_SESSION || KITTY_WINDOW_ID || KONSOLE_VERSION) return true;
  return Number(VTE_VERSION) >= 5000 || /^(?:alacritty|foot|xterm-kitty|xterm-ghostty)/.test(TERM);
}
