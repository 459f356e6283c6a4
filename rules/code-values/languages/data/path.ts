/** One step of a path through data. */
export type Step =
  | { readonly key: string }
  /** Every entry or element; only those whose key begins so. */
  | { readonly all: string }
  /** The elements that have an entry of this value. */
  | { readonly where: string; readonly is: string };

const step =
  /\.?(?:\[\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([^\]=]*)(?:=([^\]]*))?)\s*\]|((?:[^.[\\]|\\.)+))/gy;

/** `a.b`, `a["b.c"]`, `a[0]`, `a.*`, `a.b*`, `a[name=x]`, or a JSON pointer. Undefined for what is no path. */
export function readPath(path: string): readonly Step[] | undefined {
  if (path.startsWith('#/') || path.startsWith('/') || path === '#')
    return pointer(path.replace(/^#/, ''), path[0] === '#');
  const steps: Step[] = [];
  let end = 0;
  for (const match of path.matchAll(step)) {
    const [whole, double, single, inner, is, name] = match;
    end = match.index + whole.length;
    if (double !== undefined) steps.push({ key: double.replace(/\\(.)/g, '$1') });
    else if (single !== undefined) steps.push({ key: single });
    else if (is !== undefined)
      steps.push({ where: (inner ?? '').trim(), is: is.trim().replace(/^(["'])(.*)\1$/, '$2') });
    else if (inner !== undefined)
      steps.push(inner.trim() === '' || inner.trim() === '*' ? { all: '' } : { key: inner.trim() });
    else if (name !== undefined) steps.push(named(name));
  }
  return end === path.length ? steps : undefined;
}

function named(name: string): Step {
  const plain = name.replace(/\\(.)/g, '$1');
  return name.endsWith('*') && !name.endsWith('\\*') ? { all: plain.slice(0, -1) } : { key: plain };
}

function pointer(path: string, isEncoded: boolean): readonly Step[] | undefined {
  try {
    const text = isEncoded ? decodeURIComponent(path) : path;
    return text
      .split('/')
      .slice(1)
      .map((key) => ({ key: key.replaceAll('~1', '/').replaceAll('~0', '~') }));
  } catch {
    return undefined;
  }
}
