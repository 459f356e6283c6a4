import module from 'node:module';
import { answerAgain } from './answer.js';
import { keepCode } from './kept-code.js';
import { optimizeLater } from './optimize-later.js';

/** A reader that leaves early is no error of ours; an output that takes nothing is: nobody got the report. */
function watchStreams(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') return;
      process.exitCode = 2;
      if (stream === process.stdout)
        process.stderr.write(`error: stdout cannot be written: ${error.message}\n`);
    });
  }
}

async function main(): Promise<void> {
  const found = await answerAgain(watchStreams);
  if (found === true) return;
  watchStreams();
  if (!('enableCompileCache' in module)) {
    optimizeLater();
    keepCode();
  }
  const { start } = await import('./start.js');
  await start(found);
}

void main();
