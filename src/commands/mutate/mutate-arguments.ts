import type { Command } from 'commander';
import { engineHelp, orPosts, pathsHelp, percent, positive } from '../argument-values.ts';

/** What `mutate` was asked for. */
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
  /** The engine of the machines, by its name; null: the default one. */
  engine: string | null;
  /** Forgets what earlier runs have shown. */
  fresh: boolean;
  /** Lists the mutants and runs nothing. */
  list: boolean;
}

/** Adds `mutate` to the commands; `ask` gets what its arguments ask for. */
export function addMutate(program: Command, ask: (options: MutateArguments) => void): void {
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
    .option('--engine <name>', engineHelp)
    .option('--fresh', 'run those again whose outcome is known', false)
    .option('--list', 'list the mutants, run nothing', false)
    .action(
      (
        paths: string[],
        options: Partial<MutateArguments> & Pick<MutateArguments, 'aim' | 'seed'> & { operator?: string },
      ) => {
        const { aim, seed, sample = null, line = null } = options;
        const { jobs = null, engine = null, fresh = false, list = false } = options;
        const operators = options.operator?.split(',') ?? null;
        ask({ paths: orPosts(paths), aim, sample, seed, operators, line, jobs, engine, fresh, list });
      },
    );
}
