import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareOutput } from '../../src/run/expect/shown/compare-output.ts';
import { matchTyped } from '../../src/run/expect/values/match-typed.ts';
import { typedText } from '../../src/values/typed-text.ts';
import { valueTypes } from '../../src/values/value-types.ts';

/** By type: a shown line, one that means the same, and one that doesn't. */
const cases: [type: string, shown: string, same: string, other: string][] = [
  ['digest', 'Digest: sha256:aabbccddeeff', 'Digest: sha256:0123456789abcdef', 'Digest: md5:0123'],
  ['token', '--token SWMTKN-1-49nj1cmql0jkz5s954yi', '--token SWMTKN-1-3pu6hszjas19xyp7ghgos', '--token abc'],
  [
    'uuid',
    'id 123e4567-e89b-12d3-a456-426614174000',
    'id 9b2e4567-a89b-42d3-8456-426614170001',
    'id 9b2e4567-a89b',
  ],
  ['date', 'at 2023-01-02T03:04:05.678Z', 'at 2026-11-24T14:00:00Z', 'at noon'],
  ['date', '2023/01/02 03:04:05 [notice] ready', '2026/11/24 14:00:00 [notice] ready', '[notice] ready'],
  ['date', 'Mon, 02 Jan 2023 03:04:05 GMT', 'Tue, 24 Nov 2026 14:00:00 GMT', 'Tuesday GMT'],
  ['date', '[02/Jan/2023:03:04:05 +0000] x', '[24/Nov/2026:14:00:00 +0000] x', '[] x'],
  ['date', '1:M 02 Jan 2023 03:04:05.123 * Ready', '1:M 24 Nov 2026 14:00:00.001 * Ready', '1:M * Ready'],
  ['time', 'it is 03:04:05', 'it is 14:00:01', 'it is late'],
  ['moment', '1646634062.732496 "GET"', '1795533975.100000 "GET"', '12 "GET"'],
  ['mac', '02:42:ac:11:00:02 up', '02:42:ac:11:00:03 up', '02:42 up'],
  ['address', 'from 172.17.0.2', 'from 172.18.0.3', 'from host'],
  ['address', 'from fe80::42:acff:fe11:2', 'from fe80::1:2', 'from localhost'],
  ['pointer', 'at 0x7f12ab34cd56>', 'at 0x7f99ab34cd00>', 'at 7>'],
  ['id', 'hello from 92d79b6de29f', 'hello from 4094ff6bffbd', 'hello from world'],
  ['id', 'build 9f9e405', 'build ecc6942', 'build x'],
  ['object', 'kytp4gq5mrvmdbb0qpifdxeiv *', 'lz1j4d6290j8lityk4w0cxls5 *', 'node1 *'],
  ['age', 'Up 5 seconds', 'Up About a minute', 'Up'],
  ['size', 'transferred 3.072kB', 'transferred 13.3 MB', 'transferred 3'],
  ['duration', 'done in 0.05 sec', 'done in 1.20 sec', 'done in 5'],
  ['duration', 'OK (12ms)', 'OK (3 ms)', 'OK (12)'],
  ['percentage', 'cpu 0.05%', 'cpu 100%', 'cpu 5'],
  ['name', 'name vigilant_euler', 'name zen_curie', 'name my_web'],
  ['version', 'v1.2.3', 'v4.5.6-rc1', 'v'],
  ['version', 'Python 3.9', 'Python 3.11', 'Python three'],
  [
    'uptime',
    ' 05:45:21 up  5:58, load average: 0.00, 0.01, 0.04',
    ' 01:02:03 up 2 min, load average: 1.00, 0.50, 0.40',
    'up',
  ],
  ['load', 'load average: 0.00, 0.01, 0.04', 'load average: 1.10, 0.91, 0.14', 'load average: low'],
  ['time of an echo', 'seq=0 ttl=64 time=0.046 ms', 'seq=0 ttl=38 time=9.2 ms', 'seq=1 ttl=64 time=0.046 ms'],
  ['hops', 'ttl=64', 'ttl=38', 'ttl=none'],
  ['times of echoes', 'rtt = 0.046/0.05/0.06 ms', 'rtt = 1.046/2.05/3.06 ms', 'rtt = 1 ms'],
  ['length', 'Content-Length: 615', 'Content-Length: 612', 'Content-Length: none'],
  ['length', '"GET / HTTP/1.1" 200 615 "-"', '"GET / HTTP/1.1" 200 12 "-"', '"GET / HTTP/1.1" 404 615 "-"'],
  ['etag', 'etag "5c21fedf-264"', 'etag "6c21fedf-267"', 'etag none'],
  ['browser', '"Mozilla/5.0 (X11; Linux)"', '"curl/8.1.2"', '"-"'],
  ['pid', 'worker process 31', 'worker process 7', 'worker process'],
  ['pid', '29#29: using', '1#1: using', 'using'],
  ['port', '80/tcp -> 0.0.0.0:49153', '80/tcp -> 0.0.0.0:32768', '80/tcp -> 0.0.0.0:8080'],
  ['count of packages', '5 newly installed', '7 newly installed', 'five newly installed'],
  [
    'line of a library',
    'File "/usr/lib/python3/site.py", line 12, in f',
    'File "/usr/lib/python3/site.py", line 99, in f',
    'File "/app/site.py", line 12, in f',
  ],
  [
    'folder of the engine',
    '/mnt/sda1/var/lib/docker/volumes/data/_data',
    '/var/lib/docker/volumes/data/_data',
    '/var/lib/docker/volumes/data',
  ],
  ['home', '/home/alice/app', '/home/reader/app', '/srv/app'],
  ['host', 'alice@laptop:~', 'root@4f0a:~', 'nobody:~'],
  ['release', 'VERSION_ID="11"', 'VERSION_ID="13"', 'ID="11"'],
  [
    'release',
    'PRETTY_NAME="Debian GNU/Linux 11 (bullseye)"',
    'PRETTY_NAME="Debian GNU/Linux 13 (trixie)"',
    'NAME=Debian',
  ],
];

const matches = (shown: string, actual: string): boolean => matchTyped(typedText(shown), actual) !== null;

describe('the types of values', () => {
  it.each(cases)('take a %s for another: “%s” for “%s”', (_, shown, same) => {
    expect(matches(shown, same)).toBe(true);
  });

  it.each(cases)(
    'don’t take anything for a %s: not “%s” stands for “%s”, not for “%s”',
    (_, shown, _same, other) => {
      expect(matches(shown, other)).toBe(false);
    },
  );

  it('all have an example', () => {
    expect(
      [...new Set(valueTypes.map(({ name }) => name))].filter(
        (name) => !cases.some(([type]) => type === name),
      ),
    ).toEqual([]);
  });

  it.each([
    ['5', '6'],
    ['3.14', '2.71'],
    ['HTTP/1.1 200 OK', 'HTTP/1.1 404 Not Found'],
    ['2 time(s)', '3 time(s)'],
    ['Exited (0)', 'Exited (1)'],
    ['127.0.0.1', '10.0.0.1'],
    ['0.0.0.0:8080->80/tcp', '0.0.0.0:8081->80/tcp'],
    ['Hello, world', 'Hello'],
    ['Hello', 'Hello, world'],
    ['PATH=/a', 'PATH=/b'],
    ['(2 rows)', '(3 rows)'],
    ['12 app.txt', '13 app.txt'],
  ])('leave content alone: “%s” is not “%s”', (shown, actual) => {
    expect(matches(shown, actual)).toBe(false);
  });

  it('don’t free what the page has said itself', () => {
    const circumstances = { ran: '', said: 'docker pull nginx:1.25.3', onHost: true, bindings: {} };
    const typed = typedText('nginx/1.25.3', circumstances);
    expect(matchTyped(typed, 'nginx/1.27.0')).toBeNull();
    expect(matchTyped(typed, 'nginx/1.25.3')).not.toBeNull();
  });

  it('match any line with itself', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (line) => matches(line, line)));
    const words = cases.flatMap(([, ...lines]) => lines.join(' ').split(' '));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 12 }), (some) =>
        matches(some.join(' '), some.join(' ')),
      ),
      { numRuns: 2_000 },
    );
  });
});

it('takes an id that was cut by hand for any id', () => {
  const circumstances = { ran: 'docker volume rm notes', said: '', onHost: true, bindings: {} } as never;
  const said = (id: string): string => `volume is in use - [${id}]`;
  const printed = said('9699e278d70f7b1b02936396a99f02cc47065a075748406a7ec40e611136e5ab');
  expect(compareOutput(said('4f5e6d...'), printed, circumstances).held).toBe(true);
  expect(compareOutput('counted to 1000...', 'counted to 2000...', circumstances).held).toBe(false);
});
