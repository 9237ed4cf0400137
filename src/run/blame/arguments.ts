import { callName, dockerCall, flagValues } from '../../shell/docker-call.ts';
import { type Blame, type Failure, pageIsWrong } from './failure.ts';

/** Too few or too many words behind a command of docker. */
export function argumentsBlame({ ran, output, commands }: Failure): Blame | null {
  const refused =
    /['"]?(docker [\w -]+?)['"]? (?:requires|accepts) ((?:(?:exactly|at least|at most) )?\d+|no) arguments?/.exec(
      output,
    );
  if (refused === null) return null;
  const [, tool, count] = refused;
  const build = commands
    .map(dockerCall)
    .find((call) => call !== null && /^(?:image|buildx) build$/.test(callName(call)));
  if (build != null && build.args.length === 0) {
    const name = flagValues(build, '-t', '--tag')[0];
    const example = name === undefined ? 'docker build .' : `docker build -t ${name} .`;
    return pageIsWrong('the build has no context', `name the folder to build from, as in “${example}”`);
  }
  const empty = standsForNothing(ran);
  if (empty !== null)
    return pageIsWrong(`${empty}, so ${tool} has nothing to work on`, 'was a step left out above?');
  return pageIsWrong(
    `${tool} takes ${count} argument${/(?:^| )1$/.test(count ?? '') ? '' : 's'}`,
    `compare it with ${tool} --help`,
  );
}

// What a shell has put in the place of a substitution or a variable was nothing: that is no slip of the pen.
function standsForNothing(ran: string): string | null {
  const [, list, older] = /\$\(\s*(docker\b[^()]*)\)|`\s*(docker\b[^`]*)`/.exec(ran) ?? [];
  const listing = list ?? older;
  if (listing !== undefined) return `“${listing.trim()}” lists nothing at this point of the page`;
  const variable = /(?<![\\\w])\$\{?([A-Za-z_]\w*)/.exec(ran)?.[1];
  return variable === undefined ? null : `$${variable} is empty at this point, in this terminal`;
}
