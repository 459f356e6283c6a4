import { createElement, Fragment, type VNode } from 'preact';

/** A path that is broken at its slashes first. */
export function PathText({ path }: { readonly path: string }): VNode {
  const names = path.split('/');
  const pieces = names.flatMap((name, index) =>
    index === 0 ? [name] : ['/', createElement('wbr', null), name],
  );
  return createElement(Fragment, null, ...pieces);
}
