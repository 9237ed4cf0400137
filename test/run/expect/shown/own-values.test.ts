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

const tasks = 'ID  NAME  IMAGE  NODE  DESIRED STATE  CURRENT STATE';
const ps = 'CONTAINER ID  IMAGE   COMMAND       CREATED        STATUS        PORTS  NAMES';

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
  {
    title: 'a version that is not the one of the image’s tag',
    page: 'FROM python:3.9\ndocker run --rm app python --version',
    shown: 'Python 3.12.1',
    holds: ['Python 3.12.4'],
    breaks: ['Python 3.9.18'],
  },
  {
    title: 'a version of the image without the tag that another step has',
    page: 'docker run -d redis:7\ndocker run --rm redis redis-server --version',
    shown: 'Redis server v=6.2.6',
    holds: ['Redis server v=7.4.1'],
  },
  {
    title: 'the state of a task',
    page: 'docker service ps web',
    shown: `${tasks}\n9uk4639qpg7n  web.1  nginx:latest  manager1  Running  Running 2 minutes ago`,
    holds: [`${tasks}\ndmu1ept4cxcf  web.1  nginx:latest  laptop  Running  Running 5 seconds ago`],
    breaks: [
      `${tasks}\ndmu1ept4cxcf  web.1  nginx:latest  laptop  Running  Rejected 5 seconds ago`,
      `${tasks}\ndmu1ept4cxcf  web.2  nginx:latest  laptop  Running  Running 5 seconds ago`,
    ],
  },
  {
    title: 'nodes of a swarm, whose names the page has not chosen',
    page: 'docker node ls',
    shown:
      'ID                           HOSTNAME  STATUS  AVAILABILITY  MANAGER STATUS\nkytp4gq5mrvmdbb0qpifdxeiv *  node1     Ready   Active        Leader',
    holds: [
      'ID                            HOSTNAME   STATUS    AVAILABILITY   MANAGER STATUS   ENGINE VERSION\nmop0jkq85jkw7mo93iusmwhnu *   laptop     Ready     Active         Leader           28.5.2',
    ],
    breaks: [
      'ID                            HOSTNAME   STATUS    AVAILABILITY   MANAGER STATUS   ENGINE VERSION\nmop0jkq85jkw7mo93iusmwhnu *   laptop     Down      Active         Leader           28.5.2',
      'ID                            HOSTNAME   STATUS    AVAILABILITY   MANAGER STATUS   ENGINE VERSION\nmop0jkq85jkw7mo93iusmwhnu     laptop     Ready     Active         Leader           28.5.2',
    ],
  },
  {
    title: 'a node that the page has named',
    page: 'docker node update --label-add a=b worker2\ndocker service ps web',
    shown: `${tasks}\n9uk4639qpg7n  web.1  nginx:latest  worker2  Running  Running 2 minutes ago`,
    breaks: [`${tasks}\ndmu1ept4cxcf  web.1  nginx:latest  laptop  Running  Running 5 seconds ago`],
  },
  {
    title: 'the processes of a container',
    page: 'docker run -d --name web nginx\ndocker top web',
    shown:
      'UID   PID   PPID  C  STIME  TTY  TIME      CMD\nroot  1234  1200  0  10:00  ?    00:00:00  nginx: master process nginx -g daemon off;',
    holds: [
      'UID   PID   PPID  C  STIME  TTY  TIME      CMD\nroot  5555  4444  0  14:00  ?    00:00:01  nginx: master process /usr/sbin/nginx',
    ],
    breaks: [
      'UID   PID   PPID  C  STIME  TTY  TIME      CMD\nroot  5555  4444  0  10:00  ?    00:00:00  redis-server *:6379',
    ],
  },
  {
    title: 'the processes that a container sees',
    page: 'docker exec web ps',
    shown:
      'PID   USER     TIME  COMMAND\n1 root      0:00 nginx: master process\n7 root 0:00 {entry.sh} /bin/bash /entry.sh',
    holds: ['PID   USER     TIME  COMMAND\n1 root 0:01 /usr/sbin/nginx\n31 root 0:00 bash /entry.sh'],
    breaks: ['PID   USER     TIME  COMMAND\n    1 root      0:00 sleep 1000\n7 root 0:00 bash /entry.sh'],
  },
  {
    title: 'a command that the page has given otherwise',
    page: 'docker run -d --name box alpine \\\n  sleep 1000\ndocker ps',
    shown: `${ps}\n1b2c3d4e5f6a  alpine  "sleep 500"   2 minutes ago  Up 2 minutes         box`,
    breaks: [`${ps}\n1b2c3d4e5f6b  alpine  "sleep 1000"  2 minutes ago  Up 2 minutes         box`],
  },
  {
    title: 'a command of an image that is called like it',
    page: 'docker run -d --name m mongo\ndocker ps',
    shown: `${ps}\n1b2c3d4e5f6a  mongo   "mongo"       2 minutes ago  Up 2 minutes         m`,
    holds: [`${ps}\n1b2c3d4e5f6b  mongo   "docker-e…"   2 minutes ago  Up 2 minutes         m`],
  },
  {
    title: 'a JSON file in a container',
    page: 'docker exec web cat /app/config.json',
    shown: '{"pageSize": 10, "Labels": {"a": "b"}}',
    holds: ['{"pageSize": 10, "Labels": {"a": "b"}}'],
    breaks: ['{"pageSize": 20, "Labels": {"a": "b"}}', '{"pageSize": 10, "Labels": {"a": "c"}}'],
  },
  {
    title: 'a label that the page has set',
    page: 'docker run -d --label env=dev --shm-size 64m nginx\ndocker inspect web',
    shown: '[{"Config": {"Labels": {"maintainer": "x", "env": "prod"}}, "ShmSize": 1}]',
    breaks: [
      '[{"Config": {"Labels": {"maintainer": "y", "env": "dev"}}, "ShmSize": 1}]',
      '[{"Config": {"Labels": {"maintainer": "x", "env": "prod"}}, "ShmSize": 2}]',
    ],
  },
  {
    title: 'labels and options of which the page has said nothing',
    page: 'docker inspect web',
    shown: '[{"Labels": {"maintainer": "x"}, "Options": {"com.example.mtu": "1500"}, "Size": 5}]',
    holds: ['[{"Labels": {"maintainer": "y"}, "Options": {}, "Size": 7}]'],
  },
  {
    title: 'an option that the page has set',
    page: 'docker network create -o com.docker.network.driver.mtu=9000 n\ndocker network inspect n',
    shown: '[{"Name": "n", "Options": {"com.docker.network.driver.mtu": "9000"}}]',
    breaks: ['[{"Name": "n", "Options": {}}]', '[{"Name": "n", "Options": null}]'],
  },
  {
    title: 'a column that the page does not ask for',
    page: "docker ps --format 'table {{.Names}}\\t{{.Image}}'",
    shown: 'NAMES   IMAGE   STATUS\nweb     nginx   Up 2 minutes',
    breaks: ['NAMES   IMAGE\nweb     nginx'],
  },
  {
    title: 'a column that Docker has dropped',
    page: 'docker search nginx',
    shown: 'NAME    DESCRIPTION     STARS   OFFICIAL   AUTOMATED\nnginx   Official build  17000   [OK]',
    holds: ['NAME    DESCRIPTION     STARS   OFFICIAL\nnginx   Official build  20000   [OK]'],
  },
  {
    title: 'a column that Docker never had',
    page: 'docker network ls',
    shown: 'NAME   DRIVER   SUBNET\nshop   bridge   10.0.0.0/8',
    breaks: ['NETWORK ID     NAME   DRIVER   SCOPE\n1f5a3c9e0d7b   shop   bridge   local'],
  },
  {
    title: 'what may be executed',
    page: 'chmod +x run.sh\nls -l',
    shown: '-rwxrwxr-x 1 me me 20 Jan 1 10:00 run.sh',
    holds: ['-rwxr-xr-x 1 root root 20 Jan 1 10:00 run.sh'],
    breaks: ['-rw-r--r-- 1 root root 20 Jan 1 10:00 run.sh'],
  },
  {
    title: 'a mode that the page has set',
    page: 'chmod 600 key.pem\nls -l',
    shown: '-rw------- 1 me me 20 Jan 1 10:00 key.pem',
    breaks: ['-rw-r--r-- 1 root root 20 Jan 1 10:00 key.pem'],
  },
  {
    title: 'modes and owners of the author’s own computer',
    page: 'ls -l',
    shown: '-rwxrwxrwx 1 me me 20 Jan 1 10:00 notes.txt',
    holds: ['-rw-r--r-- 1 reader reader 20 Jan 1 10:00 notes.txt'],
  },
  {
    title: 'the owner of a file in a container',
    page: 'docker exec web ls -l /f',
    shown: '-rw-r--r-- 1 app app 20 Jan 1 10:00 /f',
    holds: ['-rw-r--r-- 1 app app 20 Jan 1 10:00 /f'],
    breaks: ['-rw-r--r-- 1 root root 20 Jan 1 10:00 /f'],
  },
  {
    title: 'the owner of a file that comes from the reader',
    page: 'docker run --rm -v "$PWD":/app alpine ls -l /app',
    shown: '-rw-r--r-- 1 node node 20 Jan 1 10:00 a.js',
    holds: ['-rw-r--r-- 1 root root 20 Jan 1 10:00 a.js'],
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
