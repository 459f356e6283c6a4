/** How serde spells the name of a variant; undefined for a rule that it does not know. */
export function serdeCase(rule: string, name: string): string | undefined {
  const snake = () => name.replace(/(?<!^)\p{Lu}/gu, '_$&').toLowerCase();
  switch (rule) {
    case 'lowercase':
      return name.toLowerCase();
    case 'UPPERCASE':
      return name.toUpperCase();
    case 'PascalCase':
      return name;
    case 'camelCase':
      return name.charAt(0).toLowerCase() + name.slice(1);
    case 'snake_case':
      return snake();
    case 'SCREAMING_SNAKE_CASE':
      return snake().toUpperCase();
    case 'kebab-case':
      return snake().replaceAll('_', '-');
    case 'SCREAMING-KEBAB-CASE':
      return snake().toUpperCase().replaceAll('_', '-');
  }
  return undefined;
}

/** How strum spells it. */
export function strumCase(rule: string, name: string): string | undefined {
  switch (rule) {
    case 'camel_case':
      return joined(name, '', capital);
    case 'title_case':
      return joined(name, ' ', capital);
    case 'mixed_case':
      return camel(name);
    case 'kebab_case':
      return joined(name, '-');
    case 'snek_case':
      return joined(name, '_');
    case 'shouty_snake_case':
    case 'shouty_snek_case':
      return joined(name, '_', upper);
    case 'lowercase':
      return name.toLowerCase();
    case 'UPPERCASE':
      return name.toUpperCase();
  }
  return wordCase(rule, name);
}

/** How clap spells it. */
export function clapCase(rule: string, name: string): string | undefined {
  switch (
    rule
      .replace(/[-_\s]/g, '')
      .toLowerCase()
      .replace(/case$/, '')
  ) {
    case 'camel':
      return camel(name);
    case 'kebab':
      return joined(name, '-');
    case 'pascal':
      return joined(name, '', capital);
    case 'screamingsnake':
      return joined(name, '_', upper);
    case 'snake':
      return joined(name, '_');
    case 'lower':
      return joined(name, '');
    case 'upper':
      return joined(name, '', upper);
    case 'verbatim':
      return name;
  }
  return undefined;
}

function wordCase(rule: string, name: string): string | undefined {
  switch (rule) {
    case 'PascalCase':
      return joined(name, '', capital);
    case 'camelCase':
      return camel(name);
    case 'snake_case':
      return joined(name, '_');
    case 'kebab-case':
      return joined(name, '-');
    case 'SCREAMING_SNAKE_CASE':
      return joined(name, '_', upper);
    case 'SCREAMING-KEBAB-CASE':
      return joined(name, '-', upper);
    case 'Train-Case':
      return joined(name, '-', capital);
  }
  return undefined;
}

const lower = (word: string): string => word.toLowerCase();
const upper = (word: string): string => word.toUpperCase();
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

function joined(name: string, mark: string, spell = lower): string {
  return wordsOf(name).map(spell).join(mark);
}

function camel(name: string): string {
  const whole = joined(name, '', capital);
  return whole.charAt(0).toLowerCase() + whole.slice(1);
}

/** Words begin at a capital behind a small letter, and at the last capital of a row before a small letter. */
function wordsOf(name: string): string[] {
  const broken = name
    .replace(/(\p{Ll}[^\p{L}_]*)(?=\p{Lu})/gu, '$1_')
    .replace(/(\p{Lu}[^\p{L}_]*)(?=\p{Lu}\p{Ll})/gu, '$1_');
  return broken.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}
