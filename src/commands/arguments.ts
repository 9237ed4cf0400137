import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { ExitCode } from './context.ts';

/** What a command line asks for. */
export type Invocation =
  | { command: 'build'; options: { paths: string[]; out: string; drafts: boolean; keepGoing: boolean } }
  | { command: 'check'; options: { paths: string[] } }
  | { command: 'verify'; options: VerifyArguments }
  | { command: 'mutate'; options: MutateArguments }
  | { command: 'start'; options: { out: string } };

export interface MutateArguments {
  paths: string[];
  /** Percent of the mutants that must turn red. */
  aim: number;
  /** How many mutants by chance; null: all. */
  sample: number | null;
  seed: number;
  /** Only the mutants of these; null: of all. */
  operators: string[] | null;
  line: number | null;
  jobs: number | null;
  /** Forgets what earlier runs have shown. */
  fresh: boolean;
  /** Lists the mutants and runs nothing. */
  list: boolean;
}

export interface VerifyArguments {
  paths: string[];
  /** Where the report goes besides `.seaworthy/report.json`. */
  json: string | null;
  /** Where it goes in other formats. */
  junit: string | null;
  sarif: string | null;
  html: string | null;
  record: boolean;
  dryRun: boolean;
  /** A line of the block to run, with what it needs before it. */
  block: number | null;
  keep: boolean;
  jobs: number | null;
  /** How often everything is replayed; null: once, and nothing is compared. */
  repeat: number | null;
  /** Whether posts are left out that have passed before and would do the same again. */
  changed: boolean;
  allowBlocked: boolean;
}

/** What `seaworthy verify` does without arguments. */
export const verifyDefaults: Readonly<VerifyArguments> = {
  paths: ['posts'],
  json: null,
  junit: null,
  sarif: null,
  html: null,
  record: false,
  dryRun: false,
  block: null,
  keep: false,
  jobs: null,
  repeat: null,
  changed: false,
  allowBlocked: false,
};

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
  addVerify(program, ask);
  addMutate(program, ask);
  addStart(program, ask);
  return program;
}

type Ask = (invocation: Invocation) => void;
const pathsHelp = 'Markdown files, or folders of them (default: posts)';

function addBuild(program: Command, ask: Ask): void {
  program
    .command('build')
    .description('make the site')
    .argument('[paths...]', pathsHelp)
    .option('--out <dir>', 'folder for the site', filePath, 'dist')
    .option('--drafts', 'with the posts that are drafts', false)
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

function addVerify(program: Command, ask: Ask): void {
  program
    .command('verify')
    .description('run every command of the posts on fresh machines, each with a Docker Engine of its own')
    .argument('[paths...]', pathsHelp)
    .option('--json <file>', 'write the report there too', filePath)
    .option('--junit <file>', 'write it as JUnit XML, for CI servers', filePath)
    .option('--sarif <file>', 'write it as SARIF, for code scanning and editors', filePath)
    .option('--html <file>', 'write it as one page with the transcript of every terminal', filePath)
    .addOption(
      new Option('--record', 'keep the proof beside each post (proof.json)').conflicts(['dryRun', 'block']),
    )
    .addOption(new Option('--dry-run', 'show the plan, run nothing').conflicts(['keep']))
    .option('--block <line>', 'only the block at this line, with what it needs before it', positive)
    .option('--keep', 'leave the machine of a failed post, and say how to enter it')
    .option('--jobs <n>', 'how many posts at the same time', positive)
    .addOption(
      new Option('--repeat <n>', 'replay everything n times and report what changes')
        .argParser(positive)
        .conflicts(['dryRun']),
    )
    .addOption(
      new Option('--changed', 'leave out what passed before and has not changed since').conflicts([
        'dryRun',
        'block',
        'repeat',
      ]),
    )
    .option('--allow-blocked', 'exit 0, not 3, when something outside was missing')
    .action((paths: string[], options: Partial<VerifyArguments>) =>
      ask({ command: 'verify', options: { ...verifyDefaults, ...options, paths: orPosts(paths) } }),
    );
}

function addMutate(program: Command, ask: Ask): void {
  program
    .command('mutate')
    .description('break passing posts one small way at a time, and count how many of them turn red')
    .argument('[paths...]', pathsHelp)
    .option('--aim <percent>', 'end with 1 when fewer turn red', percent, 97)
    .option('--sample <n>', 'only so many, by chance', positive)
    .option('--seed <n>', 'which ones by chance', positive, 1)
    .option('--operator <names>', 'only the mutants of these operators (with commas between)')
    .option('--line <n>', 'only the mutants at this line', positive)
    .option('--jobs <n>', 'how many machines at the same time', positive)
    .option('--fresh', 'run those again whose outcome is known', false)
    .option('--list', 'list the mutants, run nothing', false)
    .action(
      (
        paths: string[],
        options: Partial<MutateArguments> & Pick<MutateArguments, 'aim' | 'seed'> & { operator?: string },
      ) => {
        const { aim, seed, sample = null, line = null } = options;
        const { jobs = null, fresh = false, list = false } = options;
        const operators = options.operator?.split(',') ?? null;
        const mutate = { paths: orPosts(paths), aim, sample, seed, operators, line, jobs, fresh, list };
        ask({ command: 'mutate', options: mutate });
      },
    );
}

function addStart(program: Command, ask: Ask): void {
  program
    .command('start')
    .description('verify the posts, make the site with the proofs, and say where it is')
    .option('--out <dir>', 'folder for the site', filePath, 'dist')
    .action((options: { out: string }) => ask({ command: 'start', options: { out: options.out } }));
}

function orPosts(paths: string[]): string[] {
  return paths.length === 0 ? ['posts'] : paths;
}

function positive(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number from 1.');
}

function percent(text: string): number {
  if (/^\d{1,3}(?:\.\d+)?$/.test(text) && Number(text) <= 100) return Number(text);
  throw new InvalidArgumentError('It must be a number from 0 to 100.');
}

// Commander takes whatever follows for the value, so a forgotten one would swallow the next option.
function filePath(text: string): string {
  if (text !== '' && !text.startsWith('-')) return text;
  throw new InvalidArgumentError('It must be a path (./ in front of one that starts with a dash).');
}
