import { type ColorSupportLevel, supportsColor, supportsColorStderr } from 'chalk';

/** What a stream can show. Colour only on a terminal, unless FORCE_COLOR or `--color` says otherwise. */
export function terminal(stream: NodeJS.WriteStream): {
  readonly color: ColorSupportLevel;
  readonly hyperlinks: boolean;
  readonly width: number;
} {
  const color = levelOf(stream);
  return {
    color,
    hyperlinks: color > 0 && stream.isTTY === true && knowsHyperlinks(),
    width: stream.columns ?? 100,
  };
}

/** An option wins over the environment, and `NO_COLOR` over what the terminal can do. */
function levelOf(stream: NodeJS.WriteStream): ColorSupportLevel {
  const { NO_COLOR = '', FORCE_COLOR } = process.env;
  if (process.argv.includes('--no-color')) return 0;
  const support = stream === process.stderr ? supportsColorStderr : supportsColor;
  const level = support === false ? 0 : support.level;
  if (process.argv.includes('--color') || FORCE_COLOR !== undefined) return level;
  return NO_COLOR === '' ? level : 0;
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
