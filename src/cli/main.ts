import { exit } from './exit.js';
import { program } from './program.js';

/** A reader that leaves early is no error of ours; an output that takes nothing is: nobody got the report. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.exitCode = 2;
    if (stream === process.stdout)
      process.stderr.write(`error: stdout cannot be written: ${error.message}\n`);
  });
}

try {
  await program().parseAsync();
} catch (error) {
  exit(error);
}
