import { dockerCall, hasFlag } from '../../shell/docker-call.ts';
import { type Blame, type Failure, pageIsWrong, somethingIsMissing } from './failure.ts';
import { injuryBlame } from './injury.ts';

const exhausted =
  /Cannot connect to the Docker daemon|Is the docker daemon running|no space left on device|Cannot allocate memory|fork: (?:retry|Resource temporarily unavailable)|"OOMKilled": ?true/i;

/** The engine or the machine itself gave up: the page's doing where it has harmed them, else nothing is known about it. */
export async function engineBlame(failure: Failure): Promise<Blame | null> {
  if (/File too large|File size limit exceeded/.test(failure.output))
    return pageIsWrong('fills the disk: no file may be larger than 10 GB in a machine', null);
  const other = otherEngine(failure.output);
  if (other !== null)
    return somethingIsMissing(
      'network',
      `the engine at ${other} can't be reached from here`,
      `verify where ${other} can be reached`,
    );
  if (!exhausted.test(failure.output)) return null;
  const injury = await failure.machine.injury();
  if (injury !== null) return injuryBlame(injury);
  if (/no space left on device/i.test(failure.output))
    return somethingIsMissing('machine', "the machine's disk is full", 'free some space on this computer');
  if (/Docker daemon/i.test(failure.output))
    return somethingIsMissing(
      'engine',
      "the machine's engine does not answer",
      'look at the engine on this computer and run it again',
    );
  if (setsOwnLimit(failure)) return null;
  return somethingIsMissing('machine', 'the machine ran out of memory or processes', null);
}

// The command line speaks to the engine of another computer, to which the page has turned it. A name without a dot is this
// computer, or a container of the page.
function otherEngine(output: string): string | null {
  const host = /error during connect: \w+ "https?:\/\/([\w-]+(?:\.[\w-]+)+)/.exec(output)?.[1] ?? null;
  return host === null || host.startsWith('127.') ? null : host;
}

// A container that may use little runs out of it long before the machine does.
function setsOwnLimit({ commands }: Failure): boolean {
  return commands.some((words) => {
    const call = dockerCall(words);
    const starts = call !== null && ['run', 'create', 'update'].includes(call.verb);
    return starts && hasFlag(call, '--pids-limit', '--memory', '-m', '--ulimit');
  });
}
