import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareOutput } from '../../../../src/run/expect/shown/compare-output.ts';

const held = (shown: string, actual: string, ran = '', said = ''): boolean =>
  compareOutput(shown, actual, { ran, said: `${said}\n${ran}`, bindings: {}, onHost: false }).held;

// Name, what a page shows, what another run prints, what a wrong one prints, the command, what the page has said.
const cases: [name: string, shown: string, other: string, wrong: string, ran?: string, said?: string][] = [
  ['an id', 'c51f86c28340', '9f1d2e3a4b5c', 'nothing'],
  [
    'the same id twice',
    'a1b2c3d4e5f6\na1b2c3d4e5f6',
    '0123456789ab\n0123456789ab',
    '0123456789ab\nba9876543210',
  ],
  ['a date', 'Created 2024-01-31', 'Created 2026-11-24', 'Removed 2026-11-24'],
  ['an age', 'Up 5 minutes', 'Up 2 seconds', 'Exited 2 seconds'],
  [
    'the name of a column',
    'NAMES   STATUS\nweb     Up 5 minutes',
    'STATUS         NAMES\nUp 2 seconds   web',
    'SATTUS         NAMES\nUp 2 seconds   web',
  ],
  [
    'the end of an error',
    'docker: Error response from daemon: there is no such path: /srv/a.',
    'docker: Error response from daemon: there is no such path: /srv/a',
    'docker: Error response from daemon: there is no such path: /srv/b',
  ],
  [
    'the address of a link',
    'link/ether 02:42:ac:11:00:02 brd ff:ff:ff:ff:ff:ff\n    inet6 fe80::42:acff:fe11:2/64 scope link',
    'link/ether a6:23:94:9b:0e:ec brd ff:ff:ff:ff:ff:ff',
    'link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00',
    'ip addr show',
  ],
  ['a size', 'Total: 13.3MB', 'Total: 7.8 MB', 'Free: 7.8 MB'],
  ['a generated name', 'happy_turing is up', 'bold_curie is up', 'web is up'],
  ['an echoed number', '5', '5', '6', 'echo $((2 + 3))'],
  ['a count', '3', '3', '4', 'docker ps -q | wc -l'],
  [
    'a status of HTTP',
    'HTTP/1.1 200 OK\nDate: Mon, 01 Jan 2024 10:00:00 GMT',
    'HTTP/1.1 200 OK\nDate: Tue, 24 Nov 2026 15:00:00 GMT',
    'HTTP/1.1 404 Not Found\nDate: Tue, 24 Nov 2026 15:00:00 GMT',
    'curl -I localhost',
  ],
  [
    'a link in a container',
    '1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN qlen 1\n    inet 127.0.0.1/8 scope host lo',
    '1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue qlen 1000\n    inet 127.0.0.1/8 brd 127.0.0.1 scope host',
    '1: lo: <LOOPBACK> mtu 65536 qdisc noqueue qlen 1000\n    inet 127.0.0.1/8 brd 127.0.0.1 scope host',
    'ip a show',
  ],
  [
    'the state of a link',
    '4: eth0@if5: <BROADCAST,UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000',
    '2: eth0@if3: <BROADCAST,UP> mtu 1450 qdisc fq_codel state UP',
    '2: eth0@if3: <BROADCAST,UP> mtu 1500 qdisc noqueue state DOWN mode DEFAULT group default qlen 1000',
    'ip link',
  ],
  [
    'a link whose units are set by the page',
    'inet 10.0.0.1/8 scope global eth0\n4: eth0@if5: <UP> mtu 1400 qdisc noqueue state UP',
    'inet 10.0.0.2/8 scope global eth0\n2: eth0@if3: <UP> mtu 1400 qdisc pfifo state UP',
    'inet 10.0.0.2/8 scope global eth0\n2: eth0@if3: <UP> mtu 1500 qdisc pfifo state UP',
    'ip a',
    'docker network create -o com.docker.network.driver.mtu=1400 net',
  ],
  [
    'the units of a link that the page sets otherwise',
    '4: eth0@if5: <UP> mtu 1500 qdisc noqueue state UP',
    '2: eth0@if3: <UP> mtu 1500 qdisc noqueue state UP',
    '2: eth0@if3: <UP> mtu 1400 qdisc noqueue state UP',
    'ip a',
    'docker network create -o com.docker.network.driver.mtu=1400 net',
  ],
  [
    'the other end of a link',
    '4: eth0@if5: <BROADCAST,UP> mtu 1500 qdisc noqueue',
    '2: eth0@if3: <BROADCAST,UP> mtu 1500 qdisc noqueue',
    '2: eth1@if3: <BROADCAST,UP> mtu 1500 qdisc noqueue',
    'ip address',
  ],
  [
    'the folder of a volume',
    '"/mnt/sda1/var/lib/docker/volumes/data/_data"',
    '"/var/lib/docker/volumes/data/_data"',
    '"/var/lib/docker/volumes/dota/_data"',
    "docker volume inspect -f '{{json .Mountpoint}}' data",
    'docker volume create data',
  ],
  [
    'an age that is cut short',
    'NAMES   CREATED   STATUS\nweb     5 mins    Up',
    'NAMES   CREATED          STATUS\nweb     33 seconds ago   Up 32 seconds',
    'NAMES   CREATED          STATUS\nwob     33 seconds ago   Up 32 seconds',
    'docker ps',
    'docker run -d --name web nginx',
  ],
  [
    'ports that an image exposes',
    'PORTS                           NAMES\n443/tcp, 0.0.0.0:8080->80/tcp   web',
    'PORTS                  NAMES\n0.0.0.0:8080->80/tcp   web',
    'PORTS                  NAMES\n0.0.0.0:8081->80/tcp   web',
    'docker ps',
    'docker run -p 8080:80 --name web nginx',
  ],
  [
    'the target of a push',
    'The push refers to a repository [127.0.0.1:5000/hello]\na55ad2cda2bf: Pushed\nlatest: digest: sha256:0123456789ab size: 948',
    'The push refers to repository [127.0.0.1:5000/hello]\na55ad2cda2bf: Pushed\nlatest: digest: sha256:9876543210ab size: 735',
    'The push refers to repository [127.0.0.1:5001/hello]\na55ad2cda2bf: Pushed\nlatest: digest: sha256:9876543210ab size: 735',
    'docker push 127.0.0.1:5000/hello',
  ],
  [
    'an address of hardware',
    'link/ether 02:42:ac:11:00:02 brd ff:ff:ff:ff:ff:ff',
    'link/ether ea:36:d3:b9:f2:70 brd ff:ff:ff:ff:ff:ff',
    'link/loopback ea:36:d3:b9:f2:70 brd ff:ff:ff:ff:ff:ff',
    'ip link',
  ],
  [
    'a route',
    '172.17.0.0/16 dev eth0  src 172.17.0.2',
    '172.17.0.0/16 dev eth0 proto kernel scope link  src 172.17.0.3',
    '172.17.0.0/16 dev eth1 scope link  src 172.17.0.3',
    'ip route',
  ],
  [
    'a measured time',
    '0% packet loss, time 3999ms',
    '0% packet loss, time 17406ms',
    '0% packet loss, 17406ms',
    'ping web',
  ],
  [
    'a ping that its reader ended',
    '64 bytes from 10.0.0.2: seq=0 ttl=64 time=0.1 ms\n^C\n--- web ping statistics ---\n1 packets transmitted',
    '64 bytes from 10.0.0.9: seq=0 ttl=64 time=0.3 ms\n\n--- web ping statistics ---\n7 packets transmitted',
    "ping: bad address 'web'",
    'ping web',
  ],
  [
    'rows that are left out in words',
    'DRIVER   VOLUME NAME\n[other volumes that you made before]\nlocal    html',
    'DRIVER   VOLUME NAME\nlocal    data\nlocal    html',
    'DRIVER   VOLUME NAME\nlocal    data',
    'docker volume ls',
    'docker volume create html',
  ],
  ['a text', 'Hello, world', 'Hello, world', 'Hello', 'echo hi'],
  ['a file', 'one\ntwo', 'one\ntwo', 'one\ntwo\nthree', 'cat notes.txt'],
  [
    'a load',
    '05:45:21 up  5:58,  0 users,  load average: 0.00, 0.01, 0.04',
    ' 15:01:10 up 1:02,  0 users,  load average: 2.10, 3.00, 2.54',
    'uptime: not found',
    'docker run busybox uptime',
  ],
  [
    'names in columns',
    'bin   dev   etc   home  proc',
    'bin   dev   etc\nhome  proc  sys',
    'bin   dev   etc\nproc  sys',
    'docker run busybox ls',
  ],
  [
    'a long listing',
    'drwxr-xr-x    2 root     root          4096 Mar  2 16:20 bin',
    'drwxr-xr-x 1 root root 60 Nov 24 15:01 bin',
    'drwxr-xr-x 1 root root 60 Nov 24 15:01 lib',
    'ls -l',
  ],
  [
    'an access log',
    '192.168.0.1 - - [01/Jan/2026:00:00:00 +0000] "GET /mark HTTP/1.1" 404 100 "-" "curl/8.0"',
    '172.17.0.1 - - [24/Nov/2026:13:56:55 +0000] "GET /mark HTTP/1.1" 404 153 "-" "curl/8.22.0"',
    '172.17.0.1 - - [24/Nov/2026:13:56:55 +0000] "GET /mark HTTP/1.1" 200 153 "-" "curl/8.22.0"',
    'docker logs web',
  ],
  [
    'a pull',
    'Using default tag: latest\nlatest: Pulling from library/nginx\n5040bd298390: Pull complete\nStatus: Downloaded newer image for nginx:latest',
    'Using default tag: latest\nlatest: Pulling from library/nginx\naaaabbbbcccc: Pull complete\nddddeeeeffff: Pull complete\nDigest: sha256:0123456789abcdef\nStatus: Downloaded newer image for nginx:latest\ndocker.io/library/nginx:latest',
    'Using default tag: latest\nlatest: Pulling from library/httpd\nStatus: Downloaded newer image for httpd:latest',
    'docker pull nginx',
  ],
  [
    'a build of old, by BuildKit',
    'Step 1/2 : FROM busybox\n ---> 8c811b4aec35\nStep 2/2 : RUN touch /mark\n ---> Running in 1a2b3c4d5e6f\nSuccessfully built 7c9d8e1f2a3b\nSuccessfully tagged raft:latest',
    '#1 [internal] load build definition from Dockerfile\n#5 [1/2] FROM docker.io/library/busybox:latest\n#6 [2/2] RUN touch /mark\n#6 DONE 0.3s\n#7 naming to docker.io/library/raft:latest done',
    '#5 [1/2] FROM docker.io/library/busybox:latest\n#6 [2/2] RUN touch /other\n#7 naming to docker.io/library/raft:latest done',
    'docker build -t raft .',
  ],
  [
    'Compose of old',
    'Creating network "shop_default" with the default driver\nCreating shop_web_1 ... done',
    ' Network yard_default  Created\n Container yard-web-1  Started',
    ' Network yard_default  Created\n Container yard-db-1  Started',
    'docker compose up -d',
  ],
  [
    'JSON, whatever its order',
    '{"Name": "data", "Driver": "local"}',
    '[{"Driver":"local","Mountpoint":"/x","Name":"data"}]',
    '[{"Driver":"nfs","Mountpoint":"/x","Name":"data"}]',
    'docker volume inspect data',
  ],
  [
    'an excerpt of JSON',
    '"State": {\n  "Status": "running",\n  ...\n}',
    '[{"Id":"x","State":{"Status":"running","Pid":17}}]',
    '[{"Id":"x","State":{"Status":"exited","Pid":0}}]',
    'docker inspect web',
  ],
  [
    'services in any order',
    'web-1  | up\ndb-1   | ready',
    'db-1  | ready\nweb-1  | up',
    'db-1  | ready\nweb-1  | down',
    'docker compose logs',
  ],
  [
    'a row padded by hand',
    'CONTAINER ID   IMAGE   COMMAND   CREATED   STATUS   PORTS   NAMES\n0a1b2c3d4e5f   nginx   "/docker-entrypoint.…"   5 seconds ago   Exited (0) 4 seconds ago          pier',
    'CONTAINER ID   IMAGE     COMMAND                  CREATED          STATUS                      PORTS     NAMES\n44344d189182   nginx     "/docker-entrypoint.…"   19 seconds ago   Exited (0) 13 seconds ago             pier',
    'CONTAINER ID   IMAGE     COMMAND                  CREATED          STATUS                      PORTS     NAMES\n44344d189182   nginx     "/docker-entrypoint.…"   19 seconds ago   Exited (1) 13 seconds ago             pier',
    'docker ps -a',
    'docker run --name pier nginx',
  ],
  [
    'a version',
    'Docker version 27.5.1, build 9f9e405',
    'Docker version 28.5.2, build ecc6942',
    'Podman version 28.5.2, build ecc6942',
    'docker --version',
  ],
  [
    'a version that the page pins',
    'Python 3.9.18',
    'Python 3.9.21',
    'Python 3.12.1',
    'docker run python:3.9 python --version',
    'docker pull python:3.9',
  ],
  [
    'rows of a database',
    ' id | name\n----+------\n  1 | Ann\n(1 row)',
    ' id | name \n----+------\n  1 | Ann\n(1 row)',
    ' id | name \n----+------\n  1 | Bob\n(1 row)',
    'docker exec db psql -c "SELECT * FROM t"',
  ],
  ['a count of rows', '(1 row)', '(1 row)', '(2 rows)', 'docker exec db psql -c "SELECT 1"'],
  [
    'a published port',
    'CONTAINER ID   PORTS                  NAMES\n0a1b2c3d4e5f   0.0.0.0:8080->80/tcp   web',
    'CONTAINER ID   PORTS                                     NAMES\n123456789abc   0.0.0.0:8080->80/tcp, [::]:8080->80/tcp   web',
    'CONTAINER ID   PORTS                                     NAMES\n123456789abc   0.0.0.0:8081->80/tcp, [::]:8081->80/tcp   web',
    'docker ps',
    'docker run -d -p 8080:80 --name web nginx',
  ],
  [
    'an empty table',
    'CONTAINER ID   IMAGE     COMMAND   CREATED   STATUS    PORTS     NAMES',
    'CONTAINER ID   IMAGE   COMMAND   CREATED   STATUS   PORTS   NAMES',
    'CONTAINER ID   IMAGE   COMMAND   CREATED   STATUS   PORTS   NAMES\n123456789abc   nginx   "x"   1 second ago   Up 1 second   80/tcp   web',
    'docker ps',
  ],
  [
    'a heading over two lines',
    'ID                           HOSTNAME  STATUS  AVAILABILITY  MANAGE\nR STATUS\nkytp4gq5mrvmdbb0qpifdxeiv *  one       Ready   Active        Leader',
    'ID                            HOSTNAME   STATUS    AVAILABILITY   MANAGER STATUS   ENGINE VERSION\nmop0jkq85jkw7mo93iusmwhnu *   one        Ready     Active         Leader           28.5.2',
    'ID                            HOSTNAME   STATUS    AVAILABILITY   MANAGER STATUS   ENGINE VERSION\nmop0jkq85jkw7mo93iusmwhnu *   one        Down      Active         Leader           28.5.2',
    'docker node ls',
  ],
  ['what is left out', 'first\n...\nlast', 'first\nsecond\nlast', 'first\nsecond', 'docker logs web'],
];

describe('an output is compared by meaning', () => {
  it.each(cases)('%s holds', (...[, shown, other, , ran = '', said = '']) => {
    expect(held(shown, other, ran, said)).toBe(true);
    expect(held(shown, shown, ran, said)).toBe(true);
  });

  it.each(cases)('%s does not hold for anything', (...[, shown, , wrong, ran = '', said = '']) => {
    expect(held(shown, wrong, ran, said)).toBe(false);
    expect(held(shown, '', ran, said)).toBe(false);
  });
});

describe('whatever is shown', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{3,9}$/), { minLength: 1, maxLength: 6 });
  const text = fc.array(
    words.map((line) => line.join(' ')),
    { minLength: 1, maxLength: 8 },
  );

  it('holds against itself', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (shown) => held(shown, shown)));
    fc.assert(fc.property(text, (lines) => held(lines.join('\n'), lines.join('\n'))));
  });

  it('does not hold where a plain word differs', () => {
    fc.assert(
      fc.property(text, fc.nat(), (lines, pick) => {
        const at = pick % lines.length;
        const other = lines.map((line, index) => (index === at ? `${line}x` : line));
        return (
          !held(lines.join('\n'), other.join('\n')) ||
          other.some((line, index) => index !== at && line === lines[at])
        );
      }),
    );
  });

  it('is read to its end, however long a line of one letter', () => {
    for (const letter of ['a', '1', ' ', '.', '-', '{', '"', ':', '0:'])
      expect(held(letter.repeat(200_000).concat('!'), letter.repeat(200_000).concat('?'))).toBe(false);
  });
});
