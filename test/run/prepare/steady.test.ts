import { describe, expect, it } from 'vitest';
import type { Machine } from '../../../src/machine/machine.ts';
import type { ContainerState, EngineState } from '../../../src/run/engine-state.ts';
import type { Moment } from '../../../src/run/lives/deaths.ts';
import { Steady } from '../../../src/run/prepare/steady.ts';

const pier: ContainerState = {
  id: 'pier1e4',
  name: 'pier',
  image: 'nginx',
  command: '/start nginx',
  state: 'running',
  isNew: true,
  ports: [{ host: 8080, container: 80 }],
  addresses: [],
};
const quay: ContainerState = { ...pier, id: 'quay1e4', name: 'quay' };

function state(...containers: ContainerState[]): EngineState {
  return { containers, images: [], networks: [], builtInNetworks: [], volumes: [] };
}

/** Whether a second container like pier is known to stay up without a look at it. */
async function isKnown(steady: Steady): Promise<boolean> {
  let looked = false;
  const machine = {
    async run() {
      looked = true;
      return { exitStatus: 1, stdout: '', stderr: '' };
    },
  } as Partial<Machine> as Machine;
  return (await steady.staysUp(quay, machine)) && !looked;
}

/** What happened to pier: `start` at 10, and the like. */
function lives({ start, end, died }: { start?: number; end?: number; died?: number }) {
  const moments = (at: number | undefined): Moment[] =>
    at === undefined ? [] : [{ container: pier.id, at }];
  const deaths = moments(died).map((one) => ({ ...one, name: 'pier', image: 'nginx', exitStatus: 1 }));
  return { starts: moments(start), ends: [...moments(end), ...moments(died)], deaths };
}

describe('a container is known to stay up like another that', () => {
  it('still ran half a second after its start', async () => {
    const steady = new Steady();
    steady.learn(state(pier));
    steady.learnLives(lives({ start: 10 }), 10.2);
    expect(await isKnown(steady)).toBe(false);
    steady.learnLives(lives({}), 10.6);
    expect(await isKnown(steady)).toBe(true);
  });

  it('ran for half a second before it was told to end', async () => {
    const steady = new Steady();
    steady.learnLives(lives({ start: 10 }), 10.2);
    steady.learn(state(pier));
    steady.learnLives(lives({ end: 10.7 }), 11);
    expect(await isKnown(steady)).toBe(true);
  });

  it('answered on its port', async () => {
    const steady = new Steady();
    steady.learnLives(lives({ start: 10 }), 10.2);
    steady.learn(state(pier));
    steady.answered('http://localhost:80/');
    steady.answered('http://pier.example:8080/');
    expect(await isKnown(steady)).toBe(false);
    steady.answered('http://localhost:8080/');
    expect(await isKnown(steady)).toBe(true);
  });
});

describe('nothing is known of a container like another that', () => {
  it.each([
    ['was told to end at once', lives({ start: 10, end: 10.3 })],
    ['died by itself', lives({ start: 10, died: 10.9 })],
    ['was there before', lives({})],
  ])('%s', async (_, told) => {
    const steady = new Steady();
    steady.learn(state(pier));
    steady.learnLives(told, 20);
    expect(await isKnown(steady)).toBe(false);
  });

  it('had stayed up for a while when it died by itself', async () => {
    const steady = new Steady();
    steady.learn(state(pier));
    steady.learnLives(lives({ start: 10 }), 11);
    steady.learnLives(lives({ died: 12 }), 13);
    expect(await isKnown(steady)).toBe(false);
  });

  it('has ended when its address answers', async () => {
    const steady = new Steady();
    steady.learn(state(pier));
    steady.learnLives(lives({ start: 10, end: 10.2 }), 11);
    steady.answered('http://localhost:8080/');
    expect(await isKnown(steady)).toBe(false);
  });
});
