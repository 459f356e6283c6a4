import { type ParseError, parse as parseJsonc, printParseErrorCode } from 'jsonc-parser';
import { parse as parseYamlText, YAMLParseError } from 'yaml';
import { UserError } from '../../src/errors.js';
import { type Json, lineColumn, lineStarts, readToml } from '../../src/rule.js';

export type Members = { readonly [key: string]: Json | undefined };

/** A config file as it was read. `path` is relative to the workspace, absolute outside of it. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

class Mistake extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** The parser of YAML takes a long map time by the square of its keys. No settings are that long. */
const longest = 200_000;

/** JSON with comments and trailing commas. Throws. */
export function parseJson(text: string): Json {
  refuseLong(text);
  const errors: ParseError[] = [];
  const value: Json = parseJsonc(text, errors, { allowTrailingComma: true }) ?? null;
  const [first] = errors;
  if (!first) return value;
  const what = printParseErrorCode(first.error)
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
  throw new Mistake(`This is no JSON: ${what}.`, first.offset);
}

/** Throws. */
function parseYaml(text: string): Json {
  refuseLong(text);
  try {
    return parseYamlText(text, { merge: true, prettyErrors: false, logLevel: 'error' }) ?? null;
  } catch (error) {
    const what = (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
    throw new Mistake(`This is no YAML: ${what}.`, error instanceof YAMLParseError ? error.pos[0] : 0);
  }
}

/** Throws for a text that does not begin as TOML does. */
function parseToml(text: string): Json {
  refuseLong(text);
  const first = text.split('\n').find((line) => !/^\s*(?:#|$)/.test(line)) ?? '';
  if (/^\s*(?:\[[^[\]=]+\]|\[\[[^[\]=]+\]\]|[\w."'-]+[ \t]*=)/.test(first)) return readToml(text);
  throw new Mistake('This is no TOML.', 0);
}

/** In the order in which they are tried, whatever the name of the file; one has to take the text. */
export const parsers = [parseJson, parseToml, parseYaml];

/** The one that the name of a file calls for. */
export function parserFor(path: string): (text: string) => Json {
  if (/\.jsonc?$/.test(path)) return parseJson;
  return path.endsWith('.toml') ? parseToml : parseYaml;
}

/** The object that a config file holds; an empty one where it holds anything else. */
export function parseConfig(source: Source): Members {
  let mistake: unknown;
  for (const parser of parsers) {
    try {
      return membersOf(parser(source.text)) ?? {};
    } catch (error) {
      if (parser === parserFor(source.path)) mistake = error;
    }
  }
  throw configError(mistake, source);
}

/** What one parser makes of a file; undefined for what is no object. */
export function parseWith(parser: (text: string) => Json, source: Source): Members | undefined {
  try {
    return membersOf(parser(source.text));
  } catch (error) {
    throw configError(error, source);
  }
}

/** Something that is wrong in a config file, at an offset of its text. */
export function wrong({ path, text }: Source, message: string, offset: number): UserError {
  return new UserError(`${message} Until it is mended, markdownlint does not run on the pages it is for.`, {
    path,
    ...lineColumn(lineStarts(text), offset),
  });
}

export function membersOf(value: Json | undefined): Members | undefined {
  return typeof value === 'object' && value !== null && !isList(value) ? value : undefined;
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function refuseLong(text: string): void {
  if (text.length > longest) throw new Mistake(`This is longer than ${longest} characters.`, 0);
}

function configError(error: unknown, source: Source): UserError {
  if (error instanceof Mistake) return wrong(source, error.message, error.offset);
  return wrong(source, `This cannot be read: ${error instanceof Error ? error.message : error}.`, 0);
}
