import type { VNode } from 'preact';

/** Text with code in backticks. */
export function Prose({ text }: { readonly text: string }): VNode {
  const parts = text.split(/`([^`]+)`/);
  return <>{parts.map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part))}</>;
}
