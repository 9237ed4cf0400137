import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareOutput } from '../../../../src/run/expect/shown/compare-output.ts';

const held: [string, string, string][] = [
  [
    'a column that has gone',
    'REPOSITORY   TAG      VIRTUAL SIZE\nnginx        latest   133MB',
    'REPOSITORY   TAG      SIZE\nnginx        latest   140MB',
  ],
  ['a version of its own time', 'Docker version 27.5.1, build...', 'Docker version 28.5.2, build ecc6942'],
  ['a full version', 'Docker version 27.5.1, build 9f9e405', 'Docker version 28.5.2+dfsg1, build ecc6942'],
  [
    'other ids',
    'b927dae64901b927dae64901b927dae64901b927dae64901b927dae64901abcd',
    'c27d11e64901b927dae64901b927dae64901b927dae64901b927dae64901abc1',
  ],
  ['an ellipsis over lines', 'one\n...\nfour', 'one\ntwo\nthree\nfour'],
  ['other ages', 'Up 3 seconds (Paused)', 'Up Less than a second (Paused)'],
  [
    'a generated name',
    'CONTAINER ID   NAMES\nb927dae64901   vigilant_euler',
    'CONTAINER ID   NAMES\nc123dae64901   zen_dubinsky',
  ],
  ['blank lines and widths', 'a  b\n\nc', '\na b\nc\n'],
  [
    'a table with other ids, ages and an additional column',
    'CONTAINER ID   IMAGE   STATUS         NAMES\nb927dae64901   nginx   Up 5 seconds   web',
    'CONTAINER ID   IMAGE     COMMAND   STATUS                  NAMES\nc123dae64901   nginx     "/x y"    Up About a minute       web',
  ],
  [
    'a row among others',
    'NETWORK ID     NAME      DRIVER    SCOPE\n0123456789ab   app       bridge    local',
    'NETWORK ID     NAME      DRIVER    SCOPE\n1f5a3c9e0d7b   app       bridge    local\naaa23456789b   bridge    bridge    local',
  ],
  [
    'an empty cell',
    'CONTAINER ID   PORTS   NAMES\nb927dae64901           web',
    'CONTAINER ID   PORTS   NAMES\na027dae64901           web',
  ],
];

const broken: [string, string, string, RegExp][] = [
  ['another word', 'hello', 'hullo', /“hello”, which was not printed/],
  ['nothing', 'hello', '', /nothing was printed/],
  ['another exit status', 'Exited (1) 2 seconds ago', 'Exited (0) 3 seconds ago', /not printed/],
  ['other order', 'a\nb', 'b\na', /“b”/],
  [
    'an id that must be the same twice',
    'aaaaaaaaaa01\naaaaaaaaaa01',
    'bbbbbbbbbb01\nbbbbbbbbbb02',
    /not printed/,
  ],
  [
    'rows where none are shown',
    'CONTAINER ID   IMAGE\n',
    'CONTAINER ID   IMAGE\nc123dae64901   nginx',
    /empty table/,
  ],
  [
    'a crashed container',
    'CONTAINER ID   STATUS\nb927dae64901   Up 5 seconds',
    'CONTAINER ID   STATUS\nb927dae64901   Exited (1) 5 seconds ago',
    /the row/,
  ],
  ['another name that the page chose', 'my_web', 'my_wbe', /“my_web”/],
  [
    'an empty table',
    'CONTAINER ID   STATUS\nb927dae64901   Up 5 seconds',
    'CONTAINER ID   STATUS',
    /was empty/,
  ],
];

describe('compareOutput', () => {
  it.each(held)('accepts %s', (_, shown, actual) => {
    expect(compareOutput(shown, actual)).toMatchObject({ held: true });
  });

  it.each(broken)('rejects %s', (_, shown, actual, message) => {
    const comparison = compareOutput(shown, actual);
    expect(comparison.held).toBe(false);
    expect(comparison.held === false && comparison.message).toMatch(message);
  });

  it('notes a version that differs', () => {
    expect(compareOutput('v 27.5.1', 'v 28.5.2')).toEqual({
      held: true,
      notes: ['the post says 27.5.1, this was 28.5.2'],
    });
  });

  it('accepts any text as the output of itself', () => {
    fc.assert(fc.property(fc.string(), (text) => compareOutput(text, text).held));
  });
});

it('reads the words of the first Compose, with the name right in front of their dots', () => {
  const circumstances = { ran: 'docker compose up -d', said: '', onHost: true, bindings: {} } as never;
  const printed = '[+] Running 1/1\n ✔ Container counter-redis-1  Started   0.2s';
  expect(compareOutput('Starting counter_redis_1...', printed, circumstances).held).toBe(true);
  expect(compareOutput('Starting counter_db_1...', printed, circumstances).held).toBe(false);
});
