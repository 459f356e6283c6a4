import { quoted } from '../quoted.js';
import { closerOf, gap, mistake, place, type Reading, unclosed } from './reading.js';

/** Ends the reading: whatever is still open has no end. */
export function endText(reading: Reading): void {
  const { stack, suspect } = reading;
  const frame = stack.at(-1);
  if (!frame) {
    if (!reading.root && reading.mistakes.length === 0) {
      mistake(reading, [0, 0], 'The file is empty. Fill it, or remove it.');
    }
    return;
  }
  if (suspect && stack.length === 1 && suspect.opener.opener === frame.opener) {
    unclosed(reading, suspect.opener, suspect.end);
    return;
  }
  const opener = quoted(frame.opener);
  const closers = stack.map(closerOf).reverse().join('');
  const others = stack.length > 1 ? `, nor ${stack.length - 1} around it` : '';
  mistake(
    reading,
    gap(reading),
    `The file ends here, but the ${opener} at ${place(reading, frame.start)} is not closed${others}. Add ${quoted(closers)}.`,
    { span: [frame.start, frame.start + 1], message: `This ${opener} is not closed` },
  );
}
