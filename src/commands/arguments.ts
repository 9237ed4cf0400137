import { Command, CommanderError } from 'commander';
import { engineHelp, filePath, orPosts, pathsHelp } from './argument-values.ts';
import type { ExitCode } from './context.ts';
import { addDev, type DevArguments } from './dev/dev-arguments.ts';
import { addMutate, type MutateArguments } from './mutate/mutate-arguments.ts';
import type { StartArguments } from './start.ts';
import { addVerify, type VerifyArguments } from './verify/verify-arguments.ts';

/** What a command line asks for. */
export type Invocation =
  | { command: 'build'; options: { paths: string[]; out: string; drafts: boolean; keepGoing: boolean } }
  | { command: 'check'; options: { paths: string[] } }
  | { command: 'dev'; options: DevArguments }
  | { command: 'verify'; options: VerifyArguments }
  | { command: 'mutate'; options: MutateArguments }
  | { command: 'start'; options: StartArguments };

/** Where a command writes for people. */
export interface Output {
  stdout(text: string): void;
  stderr(text: string): void;
}

/** Reads a command line (without node and script); help, version and mistakes are written and give an exit code. */
export function readArguments(
  argv: readonly string[],
  version: string,
  output: Output,
): Invocation | ExitCode {
  let invocation: Invocation | null = null;
  const program = makeProgram(version, output, (asked) => {
    invocation = asked;
  });
  try {
    program.parse([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2;
  }
  return invocation ?? 2;
}

const examples = `
Examples:
  seaworthy build                       posts/ becomes dist/
  seaworthy dev                         see posts/ in a browser while you write
  seaworthy check posts/docker          what can be found without running it
  seaworthy verify posts --record       run every command, keep the proofs
  seaworthy verify post.md --dry-run    what would be done with each block
  seaworthy verify post.md --block 120  the block at line 120, and what it needs

Exit codes:
  0    all is well
  1    the posts are wrong: a failed command, a broken link, bad front matter
  2    wrong usage or configuration, or a file that can't be read or written
  3    something outside is missing, so not all was proven; --allow-blocked: 0
  70   a bug in Seaworthy itself (--debug shows where)
  130  interrupted; everything was cleaned up first
`;

function makeProgram(version: string, output: Output, ask: (invocation: Invocation) => void): Command {
  const program = new Command('seaworthy')
    .description(
      'Turns Markdown tutorials into a static site and proves every command in them on a fresh machine.',
    )
    .version(version, '--version', 'print the version')
    .option('--debug', 'show where an internal error came from')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .addHelpText('after', examples)
    .configureOutput({ writeOut: output.stdout, writeErr: output.stderr })
    .showHelpAfterError('(--help shows what there is)')
    .exitOverride();
  addBuild(program, ask);
  addCheck(program, ask);
  addDev(program, (options) => ask({ command: 'dev', options }));
  addVerify(program, (options) => ask({ command: 'verify', options }));
  addMutate(program, (options) => ask({ command: 'mutate', options }));
  addStart(program, ask);
  return program;
}

type Ask = (invocation: Invocation) => void;
function addBuild(program: Command, ask: Ask): void {
  program
    .command('build')
    .description('make the site')
    .argument('[paths...]', pathsHelp)
    .option('--out <dir>', 'folder for the site', filePath, 'dist')
    .option('--drafts', 'with drafts, and posts of a later or a past time', false)
    .option('--keep-going', 'write the site in spite of errors (the exit code is still 1)', false)
    .action((paths: string[], options: { out: string; drafts: boolean; keepGoing: boolean }) => {
      const { out, drafts, keepGoing } = options;
      ask({ command: 'build', options: { paths: orPosts(paths), out, drafts, keepGoing } });
    });
}

function addCheck(program: Command, ask: Ask): void {
  program
    .command('check')
    .description('find all mistakes that can be found without running anything')
    .argument('[paths...]', pathsHelp)
    .action((paths: string[]) => ask({ command: 'check', options: { paths: orPosts(paths) } }));
}

function addStart(program: Command, ask: Ask): void {
  program
    .command('start')
    .description('verify the posts, make the site with the proofs, and say where it is')
    .option('--out <dir>', 'folder for the site', filePath, 'dist')
    .option('--engine <name>', engineHelp)
    .action(({ out, engine }: { out: string; engine?: string }) =>
      ask({ command: 'start', options: { out, engine: engine ?? null } }),
    );
}
