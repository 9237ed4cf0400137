import { nearest } from '../../lib/nearest.ts';
import { readEngineState } from '../engine-state.ts';
import { removerOf } from '../troubles/history.ts';
import { type Blame, type Failure, pageIsWrong } from './failure.ts';

/** A container, volume or network that isn't there, with the nearest that is. */
export async function missingObjectBlame(failure: Failure): Promise<Blame | null> {
  const missing =
    /No such (container|image|volume|network|object): ([^\s,]+)/i.exec(failure.output) ??
    /(network|volume) ([^\s]+) not found/.exec(failure.output);
  if (missing === null) return null;
  const [, sort = '', name = ''] = missing;
  const state = await readEngineState(failure.machine);
  const pool: Record<string, string[]> = {
    container: state.containers.map((one) => one.name),
    image: state.images.flatMap((one) => one.names.flatMap((full) => [full, full.replace(/:latest$/, '')])),
    volume: state.volumes.map((one) => one.name),
    network: state.networks.map((one) => one.name),
  };
  const known = pool[sort.toLowerCase()] ?? Object.values(pool).flat();
  const removed = removerOf(name, failure.done);
  if (removed !== null)
    return pageIsWrong(
      `the ${sort.toLowerCase()} “${name}” is gone at this point of the page`,
      `line ${removed.line} removes it (${removed.ran.split('\n')[0]})`,
      removed.line,
    );
  const meant = nearest(name, known);
  const listed =
    known.length === 0
      ? `there is no ${sort.toLowerCase()} at this point: was a step left out above?`
      : `at this point there is: ${known.join(', ')}`;
  return pageIsWrong(
    `there is no ${sort.toLowerCase()} “${name}” at this point of the page`,
    meant === null ? listed : `did you mean “${meant}”?`,
  );
}
