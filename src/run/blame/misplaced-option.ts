import { callName, dockerCall } from '../../shell/docker-call.ts';
import { type Blame, type Failure, failedWords, pageIsWrong } from './failure.ts';

// What a runtime or an entry point says that was given an option in the place of a program.
const noProgram =
  /exec: (?:line \d+: )?"?(-\w[\w-]*)"?: (?:not found|invalid option|executable file not found)/;

/** An option of `docker run` that stands behind the image, so that the container gets it as its command. */
export function misplacedOptionBlame(failure: Failure): Blame | null {
  const option = noProgram.exec(failure.output)?.[1];
  const call = dockerCall(failedWords(failure));
  if (option === undefined || call === null) return null;
  const [image, first] = call.args.map(({ text }) => text);
  if (!['container run', 'container create'].includes(callName(call)) || first !== option) return null;
  return pageIsWrong(
    `${option} stands behind the image, so it is taken for the container's command`,
    `write it before “${image}”`,
  );
}
