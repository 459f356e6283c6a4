import type { Grammar, Outline } from './symbol.js';

const keywords =
  `function class interface type enum const let var val def fun func fn struct trait impl mod module namespace union
  static record object message service rpc extension protocol macro_rules! #define typedef actor annotation concept`.split(
    /\s+/,
  );
/** What may stand before a name and its parentheses where it is called, and not declared. */
const calls =
  /(?:^|[^\w$])(?:if|else|for|while|switch|catch|return|await|yield|new|throw|do|case|go|defer|match|typeof|in|of|using|lock)\s/;

/** By brackets: C and all that looks like it. */
export const braces: Grammar = {
  declared(outline, name, [from, to]) {
    const { masked, depths } = outline;
    const pattern = declarationOf(name);
    const found: { line: number; depth: number }[] = [];
    for (let line = from; line <= to; line++) {
      const text = masked[line - 1] as string;
      if (text.length > 2000 || !text.includes(name)) continue;
      if (
        pattern.keyword.test(text) ||
        pattern.member.test(text) ||
        isFunction(outline, line, pattern.called)
      )
        found.push({ line, depth: depths[line - 1] as number });
    }
    const least = Math.min(...found.map(({ depth }) => depth));
    const lines = found.filter(({ depth }) => depth === least).map(({ line }) => line);
    const whole = lines.filter((line) => hasBody(outline, line));
    return whole.length === 1 ? whole : lines;
  },
  end({ masked, depths }, line) {
    const own = depths[line - 1] as number;
    for (let end = line; end <= masked.length; end++) {
      if (depths[end] !== own) {
        if ((depths[end] as number) < own) return undefined;
        continue;
      }
      const text = (masked[end - 1] as string).trimEnd();
      if (text.trim() === '') continue;
      // Within brackets a comma ends an entry.
      if ((own > 0 && text.endsWith(',')) || (!continues(text) && !isContinued(masked, end))) return end;
    }
    return undefined;
  },
};

function declarationOf(name: string): {
  readonly keyword: RegExp;
  readonly member: RegExp;
  readonly called: RegExp;
} {
  const words = keywords.join('|');
  const end = '(?![\\w$])';
  return {
    // `impl Trait for Name` is another matter than `impl Name`, and `func (r *T) Name` has a receiver.
    keyword: new RegExp(
      `(?:^|[^\\w$.])(?:${words})\\*?\\s+(?:\\([^()]{0,200}\\)\\s*)?(?:\\*\\s*)?${name}${end}`,
      'u',
    ),
    // A constant in a block, a field, a property, an entry of an enum.
    member: new RegExp(
      `^\\s*(?:(?:public|private|protected|internal|static|readonly|final|pub|export|async|override)\\s+)*${name}[?!]?\\s*(?:[:=,{]|\\w[\\w.*[\\]]*\\s*=|$)`,
      'u',
    ),
    called: new RegExp(`(?:^|[^\\w$.])${name}\\s*(?:<[^()]{0,200}>)?\\s*\\(`, 'u'),
  };
}

/** A name with parentheses and a body behind them, with nothing before it but what its type may be made of. */
function isFunction(outline: Outline, line: number, called: RegExp): boolean {
  const text = outline.masked[line - 1] as string;
  const match = called.exec(text);
  if (!match) return false;
  const before = text.slice(0, match.index + 1);
  if (/[=(.!?;{}]|=>/.test(before) || calls.test(before)) return false;
  return hasBody(outline, line);
}

/** Whether braces open, and not within other brackets, before the statement ends. */
function hasBody({ masked }: Outline, line: number): boolean {
  let depth = 0;
  for (let at = line; at <= masked.length && at < line + 100; at++) {
    const text = masked[at - 1] as string;
    for (const character of text) {
      if (character === '{' && depth === 0) return true;
      if (character === ';' && depth === 0) return false;
      if ('([{'.includes(character)) depth++;
      else if (')]}'.includes(character)) depth--;
      if (depth < 0) return false;
    }
    if (depth === 0 && !continues(text.trimEnd()) && !isContinued(masked, at)) return false;
  }
  return false;
}

/** Whether a statement goes on behind a line that ends so. */
function continues(text: string): boolean {
  return (
    /(?:[=+\-*/%&|^<?:,.\\~!]|=>|->|\b(?:extends|implements|where|return|else|throws))$/.test(text) &&
    !/(?:\+\+|--|\w!|\*)$/.test(text)
  );
}

/** Whether the next line is part of the same statement. */
function isContinued(masked: readonly string[], end: number): boolean {
  const text = masked[end - 1] as string;
  const next = masked[end];
  if (next === undefined || /;\s*$/.test(text)) return false;
  return (
    /^\s*(?:\{|[?:|&+.]|=>|->|=[^=]|&&|extends\b|implements\b|where\b|throws\b|else\b|catch\b|finally\b|as\b|satisfies\b|while\s*\(.*\)\s*;)/.test(
      next,
    ) && !/^\s*(?:&mut|&\w|\.\.\.|\+\+|::)/.test(next)
  );
}
