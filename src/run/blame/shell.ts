import { nearest } from '../../lib/nearest.ts';
import { type Blame, type Failure, pageIsWrong, wordIsWrong } from './failure.ts';

// What the shell, its programs and Docker's own command line say of a file that the reader hasn't.
const absentFiles = [
  /(?:cannot access|cannot open|can't open|cd:|cat:|stat) ['"]?([^'":\n]+)['"]?: No such file or directory/,
  /^docker: open (\S+): no such file or directory/m,
  /\bbind source path does not exist: (\S+?)\.?$/m,
  /\benv file (\S+) not found\b/,
  /\bfailed to read dockerfile: open (\S+): no such file or directory/,
  /\bunable to prepare context: path "([^"]+)" not found/,
];

// A program that only root may use says so; so do the kernel, and whatever ends processes.
const lacksRights =
  /: Permission denied$|\bare you root\?|^(?:pkill|kill|killall|bash: kill)\b.*: Operation not permitted$/m;

/** A program that isn't on a fresh machine, or a file that isn't there. */
export function shellBlame(failure: Failure): Blame | null {
  const command = /(?:bash|sh|sudo): (?:line \d+: |\d+: )?([^\s:]+): (?:command )?not found/.exec(
    failure.output,
  )?.[1];
  if (command === 'docker-compose')
    return wordIsWrong(
      'docker-compose (version 1) is not part of a current Docker',
      'write “docker compose …”',
      { wrong: 'docker-compose', right: 'docker compose' },
    );
  if (command !== undefined) {
    const meant = nearest(command, [
      'docker',
      'sudo',
      'curl',
      'cat',
      'echo',
      'mkdir',
      'touch',
      'grep',
      'exit',
      'ls',
      'apt',
      'apt-get',
      'git',
    ]);
    if (meant === command)
      return pageIsWrong(
        `“${command}” is not there any more`,
        'what has the page removed, or what has it made of PATH?',
      );
    const where = failure.inside ? 'the container' : 'a fresh machine';
    const install = `let the reader install it${failure.inside ? ' there' : ''} first`;
    return pageIsWrong(
      `${where} has no command “${command}”`,
      meant === null ? install : `did you mean “${meant}”?`,
    );
  }
  if (lacksRights.test(failure.output) && !/\bsudo\b/.test(failure.ran))
    return pageIsWrong(
      'an ordinary user may not do this',
      'write sudo in front of it, or tell the reader to become root',
    );
  const file = absentFiles
    .map((pattern) => pattern.exec(failure.output)?.[1])
    .find((one) => one !== undefined);
  if (file !== undefined)
    return pageIsWrong(
      `there is no ${file.trim()} at this point of the page`,
      'was a step left out above? show how the reader gets it',
    );
  return null;
}
