import { describe, expect, it } from 'vitest';
import { compareOutput } from '../../../../src/run/expect/shown/compare-output.ts';

/** What looks free, because computers differ in it, and is the page's own all the same; and the other way round. */
interface Case {
  title: string;
  /** The page's commands so far; the last one printed the output. */
  page: string;
  shown: string;
  holds?: string[];
  breaks?: string[];
}

const cases: Case[] = [
  {
    title: 'the user of a container',
    page: 'docker exec web whoami',
    shown: 'nginx',
    breaks: ['root', ''],
  },
  {
    title: 'the user that sudo makes one',
    page: 'sudo whoami',
    shown: 'root',
    holds: ['root'],
    breaks: ['reader'],
  },
  { title: 'the reader', page: 'whoami', shown: 'alice', holds: ['reader'], breaks: [''] },
  {
    title: 'numbers of a container’s user',
    page: 'docker run --rm --user 1000:1000 alpine id',
    shown: 'uid=1000 gid=1000',
    holds: ['uid=1000 gid=1000 groups=1000', 'uid=1000(node) gid=1000(node) groups=1000(node)'],
    breaks: ['uid=0(root) gid=0(root) groups=0(root)', 'uid=1000 gid=0(root)', ''],
  },
  {
    title: 'further groups of root, of which each release has others',
    page: 'docker run --rm busybox id',
    shown: 'uid=0(root) gid=0(root) groups=10(wheel)',
    holds: ['uid=0(root) gid=0(root) groups=0(root),10(wheel)'],
    breaks: ['uid=0(toor) gid=0(root)'],
  },
  {
    title: 'a container’s user that is the reader’s own',
    page: 'docker run --rm --user "$(id -u):$(id -g)" alpine id',
    shown: 'uid=501 gid=20(dialout)',
    holds: ['uid=1000 gid=1000'],
  },
  {
    title: 'a container’s name as a host',
    page: 'docker run --rm --hostname web alpine hostname',
    shown: 'web',
    breaks: ['4f2a1b3c5d6e'],
  },
  {
    title: 'a container’s host name that Docker gives',
    page: 'docker run --rm alpine hostname',
    shown: '1f2a1b3c5d6e',
    holds: ['4f2a1b3c5d6e'],
  },
  {
    title: 'the computer’s name in its own network',
    page: 'docker run --rm --network host alpine hostname',
    shown: 'ubuntu',
    holds: ['laptop'],
  },
  {
    title: 'a time zone',
    page: 'docker run --rm -e TZ=Europe/Berlin alpine date +%Z',
    shown: 'CET',
    holds: ['CET', 'CEST'],
    breaks: ['UTC'],
  },
  {
    title: 'a day’s name',
    page: 'docker run --rm alpine date "+%A, %H:%M of %B"',
    shown: 'Monday, 09:05 of March',
    holds: ['Tuesday, 19:45 of November'],
    breaks: ['19:45', 'date: invalid date'],
  },
  {
    title: 'an echoed size',
    page: 'docker run --rm alpine echo "limit 512MB"',
    shown: 'limit 256MB',
    breaks: ['limit 512MB'],
  },
  {
    title: 'an echoed span of time',
    page: 'echo "365 days"',
    shown: '30 days',
    breaks: ['365 days'],
  },
  {
    title: 'an echoed number of twelve digits',
    page: 'echo 999999999999',
    shown: '123456789012',
    breaks: ['999999999999'],
  },
  {
    title: 'an echoed moment',
    page: 'echo "$(date)"',
    shown: 'Mon Jan  2 03:04:05 UTC 2023',
    holds: ['Tue Nov 24 14:00:00 UTC 2026'],
  },
  {
    title: 'a version that the page has set',
    page: 'ENV APP_VERSION=1.2.3\ndocker run --rm app',
    shown: 'app 1.2.4',
    holds: ['app 1.3.0'],
    breaks: ['app 1.2.3', 'app v1.2.3'],
  },
  {
    title: 'an address that the page has chosen',
    page: 'docker run -d --name web --ip 172.20.0.5 nginx\ndocker exec web nslookup web',
    shown: 'Address: 172.20.0.6',
    holds: ['Address: 172.21.0.3'],
    breaks: ['Address: 172.20.0.5'],
  },
  {
    title: 'an address with its mask',
    page: 'docker run -d --name web --ip 172.20.0.5 nginx\ndocker exec web ip addr show eth0',
    shown: 'inet 172.20.0.6/16 scope global eth0',
    holds: ['inet 172.21.0.3/16 scope global eth0'],
    breaks: ['inet 172.20.0.5/16 scope global eth0'],
  },
  {
    title: 'a date of a file that the page has written',
    page: 'released 2023-05-06\ncat release.txt',
    shown: 'released 2024-01-02',
    holds: ['released 2026-11-24'],
    breaks: ['released 2023-05-06'],
  },
  {
    title: 'a name that the page has written',
    page: "user: mad_max\nprint(open('user').read())\ndocker run --rm app",
    shown: 'user: happy_path',
    holds: ['user: zen_curie'],
    breaks: ['user: mad_max'],
  },
  {
    title: 'a share that the page’s program prints',
    page: 'print("90% done")\ndocker run --rm app',
    shown: '20% done',
    holds: ['35% done'],
    breaks: ['90% done'],
  },
  {
    title: 'a span of time that is like one of the page by accident',
    page: 'HEALTHCHECK --interval=5s CMD true\nsleep 10s\ndocker run --rm app',
    shown: 'took 4.8s, 4 seconds, 80% of 12MB, pid 7',
    holds: ['took 5s, 10 seconds, 80% of 13MB, pid 1'],
  },
];

const circumstances = ({ page }: Case) => ({
  ran: page.split('\n').at(-1)!,
  said: page,
  onHost: true,
  bindings: {},
});
const flat = (which: 'holds' | 'breaks') =>
  cases.flatMap((one) =>
    (one[which] ?? []).map((actual): [string, string, Case] => [one.title, actual, one]),
  );

describe('what is the page’s own', () => {
  it.each(flat('holds'))('holds %s: “%s”', (_, actual, one) => {
    expect(compareOutput(one.shown, actual, circumstances(one))).toMatchObject({ held: true });
  });

  it.each(flat('breaks'))('tells when it breaks: %s: “%s”', (_, actual, one) => {
    expect(compareOutput(one.shown, actual, circumstances(one))).toMatchObject({ held: false });
  });

  it.each(cases)('holds $title against itself', (one) => {
    expect(compareOutput(one.shown, one.shown, circumstances(one))).toMatchObject({ held: true });
  });
});
