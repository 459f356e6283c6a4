/** A route by its segments; null is a parameter, which stands for any one segment. */
export type Segments = readonly (string | null)[];

export interface RoutePath {
  readonly segments: Segments;
  /** Whether any more segments may follow. */
  readonly isOpen: boolean;
}

/** What is deeper is no route. */
const deepest = 40;
const rest = /^\*+$|\*$|\.\.\.|…|^\{\*|<path:|\(\.[*+]/;

/** The segments of a route, as any language or framework writes its parameters. */
export function routePath(text: string): RoutePath | undefined {
  const parts = split(text);
  if (parts.length > deepest) return undefined;
  const last = parts.at(-1) ?? '';
  const isOpen = rest.test(last);
  const own = isOpen ? parts.slice(0, -1) : parts;
  return { segments: own.map((part) => (isParameter(part) ? null : part)), isOpen };
}

/** At slashes outside of brackets, without empty parts. */
function split(text: string): string[] {
  const parts: string[] = [];
  let [part, depth] = ['', 0];
  for (const character of text) {
    if (/[{<[(]/.test(character)) depth++;
    else if (/[}>\])]/.test(character)) depth--;
    if (character === '/' && depth <= 0) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  return [...parts, part].filter((one) => one !== '');
}

/** `{id}`, `:id`, `<id>`, `[id]`, `$ID`, `%s`, `*`, and a segment that one of them is part of. */
function isParameter(part: string): boolean {
  return /^:|[{}<>[\]()$%*|\\^+#]/.test(part);
}

/** A route as it can be compared and shown: without the names of its parameters. */
export function routeText({ segments, isOpen }: RoutePath): string {
  return `/${segments.map((part) => part ?? '{}').join('/')}${isOpen ? '/*' : ''}`;
}
