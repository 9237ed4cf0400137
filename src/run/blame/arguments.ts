import { callName, dockerCall, flagValues } from '../../shell/docker-call.ts';
import { type Blame, type Failure, pageIsWrong } from './failure.ts';

/** Too few or too many words behind a command of docker. */
export function argumentsBlame({ output, commands }: Failure): Blame | null {
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
  return pageIsWrong(
    `${tool} takes ${count} argument${/(?:^| )1$/.test(count ?? '') ? '' : 's'}`,
    `compare it with ${tool} --help`,
  );
}
