import { type Command, Option } from 'commander';
import { engineHelp, filePath, orPosts, pathsHelp, positive } from '../argument-values.ts';

/** What `verify` was asked for. */
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
  /** The engine of the machines, by its name; null: the default one. */
  engine: string | null;
  /** How often everything is replayed; null: once, and nothing is compared. */
  repeat: number | null;
  /** Whether posts are left out that have passed before and would do the same again. */
  changed: boolean;
  /** Whether the parts of a series are replayed one after the other on one machine. */
  inOrder: boolean;
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
  engine: null,
  repeat: null,
  changed: false,
  inOrder: false,
  allowBlocked: false,
};

/** Adds `verify` to the commands; `ask` gets what its arguments ask for. */
export function addVerify(program: Command, ask: (options: VerifyArguments) => void): void {
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
    .option('--engine <name>', engineHelp)
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
    .addOption(
      new Option('--in-order', 'the parts of a series one after the other on the same machine').conflicts([
        'dryRun',
        'block',
        'repeat',
        'changed',
        'record',
        'jobs',
      ]),
    )
    .option('--allow-blocked', 'exit 0, not 3, when something outside was missing')
    .action((paths: string[], options: Partial<VerifyArguments>) =>
      ask({ ...verifyDefaults, ...options, paths: orPosts(paths) }),
    );
}
