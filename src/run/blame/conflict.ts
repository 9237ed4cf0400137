import { readEngineState } from '../engine-state.ts';
import { makerOf } from '../troubles/history.ts';
import { type Blame, type Failure, pageIsWrong } from './failure.ts';

/** A name or a port that something made earlier on the page still holds, and a container in the wrong state. */
export async function conflictBlame(failure: Failure): Promise<Blame | null> {
  const { output } = failure;
  const name = /The container name "\/?([^"]+)" is already in use/.exec(output)?.[1];
  if (name !== undefined) {
    const line = makerOf(name, failure.done)?.line ?? null;
    return pageIsWrong(
      `a container named “${name}” is still there from ${line === null ? 'an earlier step' : `line ${line}`}`,
      `remove it first (docker rm -f ${name}), or use another name`,
      line,
    );
  }
  const port = /(?:Bind for [\d.:[\]]*?:(\d+) failed: port is already allocated|address already in use)/.exec(
    output,
  );
  if (port !== null) {
    const holder = (await readEngineState(failure.machine)).containers.find((one) =>
      one.ports.some((published) => published.host === Number(port[1])),
    );
    return pageIsWrong(
      `port ${port[1] ?? ''} is taken${holder === undefined ? '' : ` by the container “${holder.name}”`}`.replace(
        '  ',
        ' ',
      ),
      holder === undefined ? 'use another port' : `stop “${holder.name}” first, or publish another port`,
    );
  }
  if (
    /container is running: stop the container before removing|You cannot remove a running container/i.test(
      output,
    )
  )
    return pageIsWrong('a running container can only be removed by force', 'stop it first, or add -f');
  if (/is not running/.test(output) && /container/i.test(output))
    return pageIsWrong(
      'the container is not running at this point of the page',
      'was a step left out above? start it first',
    );
  if (/is not paused/.test(output))
    return pageIsWrong('the container is not paused at this point of the page', 'pause it first');
  return null;
}
