import { type Command, InvalidArgumentError, Option } from 'commander';
import { engineHelp, orPosts, pathsHelp } from '../argument-values.ts';

/** What `dev` was asked for. */
export interface DevArguments {
  paths: string[];
  /** Null: the first free one. 0: any free one. */
  port: number | null;
  drafts: boolean;
  /** Whether posts are verified in the background after a save. */
  verify: boolean;
  /** The engine of the machines then, by its name; null: the default one. */
  engine: string | null;
}

type GivenOptions = Pick<DevArguments, 'drafts' | 'verify'> & { port?: number; engine?: string };

/** Adds `dev` to the commands; `ask` gets what its arguments ask for. */
export function addDev(program: Command, ask: (options: DevArguments) => void): void {
  program
    .command('dev')
    .description('show the site in a browser, and keep it up to date while you write')
    .argument('[paths...]', pathsHelp)
    .option('--port <n>', 'the port on this computer (default: the first free one from 4747)', portNumber)
    .option('--no-drafts', 'without drafts, and posts of a later or a past time')
    .option('--verify', 'verify each saved post in the background, and show what came of it', false)
    .addOption(
      new Option('--engine <name>', `${engineHelp}; with it, --verify is on`).implies({ verify: true }),
    )
    .action((paths: string[], { port, engine, ...options }: GivenOptions) =>
      ask({ ...options, paths: orPosts(paths), port: port ?? null, engine: engine ?? null }),
    );
}

function portNumber(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new InvalidArgumentError('It must be a number from 0 (any free one) to 65535.');
}
