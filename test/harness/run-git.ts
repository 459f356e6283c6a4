import { type Outcome, runProgram } from './run-cli.js';

const settings = [
  'user.name=Test',
  'user.email=test@example.com',
  'init.defaultBranch=main',
  'commit.gpgsign=false',
  'protocol.file.allow=always',
];

/** Runs git in a directory, free of the user's own settings. Throws when git fails. */
export async function runGit(cwd: string, ...given: readonly string[]): Promise<Outcome> {
  const outcome = await runProgram('git', [...settings.flatMap((one) => ['-c', one]), ...given], { cwd });
  if (outcome.status !== 0) throw new Error(`git ${given.join(' ')}: ${outcome.stderr}`);
  return outcome;
}
