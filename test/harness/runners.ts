/** What a runner makes of a line of its log. */
export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** Whether ICU, which both runners compare with, takes no notice of a character. */
const collator = new Intl.Collator('en', { sensitivity: 'variant' });
export const isWeightless = (char: string): boolean => collator.compare(char, '') === 0;

/** What a runner sees of a line when it looks for a command. */
function seen(line: string): string {
  const others = new Set(line.replace(/[\x20-\x7e]/g, ''));
  const overlooked = new Set([...others].filter(isWeightless));
  return overlooked.size === 0 ? line : [...line].filter((char) => !overlooked.has(char)).join('');
}

/** Lines as a runner gets them: each of these ends one. */
export function linesOf(output: string): string[] {
  return output.split(/\r\n?|\n/);
}

/**
 * GitHub's runner: `::name properties::data` at the start of a line, white space aside; and `##[name properties]data`
 * anywhere in it, of which we let no name pass, known or not.
 */
export function githubCommand(line: string): Command | undefined {
  const text = seen(line).trimStart();
  if (text.startsWith('::')) {
    const end = text.indexOf('::', 2);
    if (end < 0) return { name: text.slice(2), properties: {}, data: '' };
    const [name, properties] = halves(text.slice(2, end), ' ');
    const unescaped = unescaping({ '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',', '%25': '%' });
    const data = unescaping({ '%0D': '\r', '%0A': '\n', '%25': '%' })(text.slice(end + 2));
    return { name, properties: propertiesOf(properties.trim(), ',', unescaped), data };
  }
  return bracketCommand(
    text,
    /##\[/,
    unescaping({ '%3B': ';', '%0D': '\r', '%0A': '\n', '%5D': ']', '%25': '%' }),
  );
}

/** Azure's agent: `##vso[area.name properties]data` anywhere in a line; its log styles lines by `##[name]`. */
export function azureCommand(line: string): Command | undefined {
  const unescaped = unescaping({ '%3B': ';', '%0D': '\r', '%0A': '\n', '%5D': ']', '%AZP25': '%' });
  return bracketCommand(seen(line), /##(?:vso)?\[/i, unescaped);
}

/** TeamCity: `##teamcity[name attributes]` anywhere in a line. */
export function teamcityCommand(line: string): Command | undefined {
  return bracketCommand(seen(line), /##teamcity\[/i, (text) => text);
}

/** GitLab's log: sections by `section_start:time:name`, a carriage return and `ESC [0K`. */
export function gitlabCommand(output: string): Command | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
  const found = /section_(start|end):\d+:([\w.-]+)(?:\[[^\]]*\])?\r\u001b\[0K/.exec(output);
  return found ? { name: `section_${found[1]}`, properties: {}, data: found[2] ?? '' } : undefined;
}

/** A terminal: all that is no text, where the colours and hyperlinks that a report makes are taken away. */
export function terminalCommand(output: string): Command | undefined {
  const found =
    /[^\P{Cc}\n]|\p{Cs}|\p{Bidi_Control}|[\u00ad\u200b\u2028\u2029\u2060\ufeff\u{e0000}-\u{e0fff}]/u.exec(
      output,
    );
  return found ? { name: `U+${found[0].codePointAt(0)?.toString(16)}`, properties: {}, data: '' } : undefined;
}

function bracketCommand(
  line: string,
  prefix: RegExp,
  unescaped: (text: string) => string,
): Command | undefined {
  const start = prefix.exec(line);
  if (!start) return undefined;
  const inside = start.index + start[0].length;
  const end = line.indexOf(']', inside);
  if (end < 0) return { name: line.slice(inside), properties: {}, data: '' };
  const [name, properties] = halves(line.slice(inside, end), ' ');
  return { name, properties: propertiesOf(properties, ';', unescaped), data: unescaped(line.slice(end + 1)) };
}

function propertiesOf(
  text: string,
  separator: string,
  unescaped: (text: string) => string,
): Readonly<Record<string, string>> {
  const pairs = text.split(separator).filter((pair) => pair.includes('='));
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name, value] = halves(pair, '=');
      return [name, unescaped(value)];
    }),
  );
}

function halves(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}

/** One after the other, in their order. */
function unescaping(marks: Readonly<Record<string, string>>): (text: string) => string {
  return (text) => Object.entries(marks).reduce((all, [mark, char]) => all.replaceAll(mark, char), text);
}
