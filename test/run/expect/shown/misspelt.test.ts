import { expect, test } from 'vitest';
import { compareOutput } from '../../../../src/run/expect/shown/compare-output.ts';
import { isMisspelt } from '../../../../src/run/expect/shown/misspelt.ts';

test.each([
  ['entrypoint', 'etnrypoint', true],
  ['redis', 'redit', true],
  ['redis', 'redis', false],
  ['docker-entrypoint.s', '/docker-entrypoint.', false],
  ['python3', 'python2', false],
  ['redis', 'redis-server', false],
])('%s and %s: %s', (one, other, misspelt) => {
  expect(isMisspelt(one, other)).toBe(misspelt);
});

const table = (created: string, command: string): string =>
  `CONTAINER ID   IMAGE   COMMAND   CREATED   NAMES\n0123456789ab   nginx   "${command}"   ${created}   web`;
const printed = table('2 minutes ago', '/docker-entrypoint.…');
const circumstances = {
  ran: 'docker ps',
  said: 'docker run -d --name web nginx',
  onHost: true,
  bindings: {},
} as never;

test.each([
  ['About an hour ago', '/docker-entrypoint.…'],
  ['Less than a second ago', 'docker-entrypoint.s…'],
  ['3 weeks ago', 'nginx -g daemon off'],
  ['2024-01-15 10:12:13 +0100 CET', '/docker-entrypoint.…'],
])('a time “%s” and another command of the image hold', (created, command) => {
  expect(compareOutput(table(created, command), printed, circumstances).held).toBe(true);
});

test.each([
  ['2 mniutes ago', '/docker-entrypoint.…'],
  ['2 minutes aog', '/docker-entrypoint.…'],
  ['2 minutes ago', '/docker-etnrypoint.…'],
])('what is misspelt does not: “%s”, “%s”', (created, command) => {
  expect(compareOutput(table(created, command), printed, circumstances).held).toBe(false);
});

const stopped = 'NAMES   STATUS\nweb     ';

function holdsAs(shown: string, actual: string): boolean {
  return compareOutput(shown, actual, circumstances).held;
}

test.each(['Exited (0) 2 minutes ago', 'Exited (0) about a minute ago', 'Exited (0)'])(
  'a status holds whatever its age: “%s”',
  (status) => {
    expect(holdsAs(`${stopped}${status}`, `${stopped}Exited (0) Less than a second ago`)).toBe(true);
  },
);

test.each(['Exited (0) 2 mniutes ago', 'Exited (0) 2 minutes aog', 'Exited (0) at once'])(
  'a status does not hold whose age is misspelt: “%s”',
  (status) => {
    expect(holdsAs(`${stopped}${status}`, `${stopped}Exited (0) 3 seconds ago`)).toBe(false);
  },
);

test.each([
  ['Up 3 seconds (healthy)', true],
  ['Up 3 sceonds (healthy)', false],
  ['Restarting (1) 3 seconds ago', false],
])('a status with its health: “%s”', (status, holds) => {
  expect(holdsAs(`${stopped}${status}`, `${stopped}Up 2 minutes (healthy)`)).toBe(holds);
});
