import { describe, expect, it } from 'vitest';
import { type ContainerEvent, deathsIn } from '../../../src/run/lives/deaths.ts';

const second = 1e9;

function events(...told: [action: string, container: string, at: number][]): ContainerEvent[] {
  return told.map(([Action, ID, at]) => ({
    Action: Action.split(' ')[0]!,
    Actor: { ID, Attributes: { name: ID, ...detail(Action) } },
    timeNano: at * second,
  }));
}

/** `die 1` and `kill 15` as the engine's API says them; 137 and SIGTERM when nothing else is said. */
function detail(action: string): Record<string, string> {
  const [name, number] = action.split(' ');
  if (name === 'die') return { exitCode: number ?? '137' };
  return name === 'kill' ? { signal: number ?? '15' } : {};
}

const names = (told: ContainerEvent[]): string[] => deathsIn(told).map(({ name }) => name);

describe('deathsIn', () => {
  it('finds who ended by itself', () => {
    expect(deathsIn(events(['start', 'pier', 1], ['die', 'pier', 2]))).toEqual([
      { container: 'pier', name: 'pier', image: '', exitStatus: 137, at: 2 },
    ]);
  });

  it.each([
    ['told before', events(['start', 'pier', 1], ['kill', 'pier', 2], ['die', 'pier', 2.1])],
    ['told after', events(['start', 'pier', 1], ['die', 'pier', 2], ['kill', 'pier', 2.001])],
    ['long before its end', events(['kill', 'pier', 2], ['die', 'pier', 12])],
    ['which its exit status names', events(['kill 1', 'pier', 2], ['die 129', 'pier', 2.1])],
    ['that its image names', events(['kill 28', 'pier', 2], ['die 1', 'pier', 4], ['stop', 'pier', 4.1])],
  ])('leaves out who was sent a signal, %s', (_, told) => expect(names(told)).toEqual([]));

  it('looks for the signal before the moment from which it counts deaths', () => {
    const told = events(['die', 'quay', 1], ['kill', 'pier', 2], ['die', 'pier', 2.2], ['die', 'buoy', 3]);
    expect(deathsIn(told, 2.1).map(({ name }) => name)).toEqual(['buoy']);
  });

  it.each([
    ['another one was sent a signal', events(['kill', 'quay', 2], ['die', 'pier', 2.1])],
    [
      'it was started again',
      events(['kill', 'pier', 1], ['die', 'pier', 1.1], ['start', 'pier', 2], ['die', 'pier', 3]),
    ],
    ['the signal was to load its settings again', events(['kill 1', 'pier', 2], ['die 1', 'pier', 3])],
    ['the signal came long before', events(['kill', 'pier', 2], ['die 1', 'pier', 62])],
    ['the signal came much later', events(['die', 'pier', 1], ['kill', 'pier', 9])],
    [
      'the signal met its next life',
      events(['die', 'pier', 1], ['start', 'pier', 1.1], ['kill', 'pier', 1.2]),
    ],
  ])('counts a death where %s', (_, told) => expect(names(told)).toEqual(['pier']));
});
