import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareOutput } from '../../../../src/run/expect/shown/compare-output.ts';
import { visibleText } from '../../../../src/run/expect/shown/page-text.ts';
import { unknownCircumstances } from '../../../../src/values/circumstances.ts';

interface Case {
  title: string;
  ran?: string;
  said?: string;
  shown: string;
  /** Outputs in which it holds. */
  holds?: string[];
  /** Outputs in which it doesn't. */
  breaks?: string[];
}

const ps = 'CONTAINER ID   IMAGE     COMMAND   CREATED   STATUS   PORTS   NAMES';
const row = (...cells: string[]): string => cells.map((cell) => cell.padEnd(28)).join('  ');
const psTable = (...rows: string[][]): string =>
  [
    row('CONTAINER ID', 'IMAGE', 'COMMAND', 'CREATED', 'STATUS', 'PORTS', 'NAMES'),
    ...rows.map((cells) => row(...cells)),
  ].join('\n');

const cases: Case[] = [
  {
    title: 'what stands in one cell of a table',
    ran: 'docker ps',
    shown: '0.0.0.0:8080->80/tcp',
    holds: [
      psTable(['0123456789ab', 'nginx', '"x"', '1 second ago', 'Up 1 second', '0.0.0.0:8080->80/tcp', 'web']),
    ],
    breaks: [
      psTable(['0123456789ab', 'nginx', '"x"', '1 second ago', 'Up 1 second', '0.0.0.0:9090->80/tcp', 'web']),
      psTable(['0123456789ab', 'nginx', '"x"', '1 second ago', 'Exited (1) 1 second ago', '', 'web']),
    ],
  },
  {
    title: 'a service that has come up, as older versions say it',
    ran: 'docker service scale web=3',
    shown: 'web scaled to 3\nverify: Service converged',
    holds: ['web scaled to 3\nverify: Service web converged'],
    breaks: ['web scaled to 2\nverify: Service web converged', 'web scaled to 3'],
  },
  {
    title: 'what containers of a project print',
    ran: 'docker compose up',
    shown: 'web-1  | listening\nweb-1 exited with code 0',
    holds: ['[+] Running 1/1\n ✔ Container x-web-1  Created\nweb-1  | listening\nweb-1 exited with code 0'],
    breaks: ['web-1  | listening\nweb-1 exited with code 1', 'web-1 exited with code 0'],
  },
  {
    title: 'a line of a program that looks like progress',
    ran: 'docker logs worker',
    shown:
      'INFO: Downloaded 10 records\n=> server is listening\n#1 Alice\n[+] all 12 tests passed\nworker: Waiting',
    holds: [
      'INFO: Downloaded 10 records\n=> server is listening\n#1 Alice\n[+] all 12 tests passed\nworker: Waiting',
    ],
    breaks: [
      'INFO: no records\n=> server is listening\n#1 Alice\n[+] all 12 tests passed\nworker: Waiting',
      'INFO: Downloaded 10 records\n=> crash\n#1 Alice\n[+] all 12 tests passed\nworker: Waiting',
      'INFO: Downloaded 10 records\n=> server is listening\n[+] all 12 tests passed\nworker: Waiting',
      'INFO: Downloaded 10 records\n=> server is listening\n#1 Alice\n[-] 3 tests failed\nworker: Waiting',
      'INFO: Downloaded 10 records\n=> server is listening\n#1 Alice\n[+] all 12 tests passed\nworker: died',
    ],
  },
  {
    title: 'a line in brackets of a program’s own',
    ran: 'cat status',
    shown: 'On branch main\n(other changes not staged for commit)\n[other workers are idle]',
    holds: ['On branch main\n(other changes not staged for commit)\n[other workers are idle]'],
    breaks: [
      'On branch main\nclean\n[other workers are idle]',
      'On branch main\n(other changes not staged for commit)\nno workers',
    ],
  },
  { title: 'a REPL’s answer', ran: '6 * 7', shown: '=> 42', holds: ['=> 42'], breaks: ['=> 41'] },
  {
    title: 'what a program in a container says in the words of a pull',
    ran: 'docker run --rm job',
    shown: 'Pulling data...\nworker: Pushed',
    holds: ['Pulling data...\nworker: Pushed'],
    breaks: ['worker: Pushed', 'Pulling data...'],
  },
  {
    title: 'what a step of a build prints, with plain progress',
    ran: 'docker build --progress=plain -t app .',
    shown: '#7 [3/3] RUN echo secret=42\n#7 0.412 secret=42\n#7 DONE 0.5s',
    holds: ['#6 [3/3] RUN echo secret=42\n#6 0.2 secret=42\n#6 DONE 0.3s'],
    breaks: ['#6 [3/3] RUN echo secret=42\n#6 0.2 secret=41\n#6 DONE 0.3s'],
  },
  {
    title: 'what a step prints, which BuildKit keeps to itself',
    ran: 'docker build -t app .',
    shown: 'Step 2/2 : RUN echo hi\n ---> Running in 1a2b3c4d5e6f\nhi\nSuccessfully built 1a2b3c4d5e6f',
    holds: ['[+] Building 1.2s (5/5) FINISHED\n => [2/2] RUN echo hi   0.1s'],
    breaks: ['Step 2/2 : RUN echo hi\n ---> Running in 1a2b3c4d5e6f\nho\nSuccessfully built 1a2b3c4d5e6f'],
  },
  {
    title: 'the run behind a build',
    ran: 'docker build -t app . && docker run --rm app',
    shown: 'RESULT: 42',
    holds: ['[+] Building 1.2s (5/5) FINISHED\n => [2/2] RUN echo hi   0.1s\nRESULT: 42'],
    breaks: ['[+] Building 1.2s (5/5) FINISHED\n => [2/2] RUN echo hi   0.1s\nRESULT: 41'],
  },
  {
    title: 'progress of a script that calls Docker',
    ran: 'make up',
    shown: '[+] Running 1/1\n ✔ Container x-web-1  Started  0.4s',
    holds: ['[+] Running 1/1\n ✔ Container reader-web-1  Started  0.9s'],
    breaks: ['[+] Running 1/1\n ✘ Container reader-web-1  Error'],
  },
  {
    title: 'the ports of a container',
    ran: 'docker exec web netstat -tln',
    shown: 'Proto Recv-Q Send-Q Local Address   State\ntcp        0      0 0.0.0.0:8080    LISTEN',
    breaks: ['Proto Recv-Q Send-Q Local Address   State\ntcp        0      0 0.0.0.0:80    LISTEN'],
  },
  {
    title: 'a port of the reader’s computer that the page has published',
    ran: 'ss -tln',
    said: 'docker run -d -p 8080:80 nginx',
    shown: 'State  Local Address:Port\nLISTEN 0.0.0.0:22\nLISTEN 0.0.0.0:8080',
    holds: ['State  Local Address:Port\nLISTEN 0.0.0.0:8080'],
    breaks: ['State  Local Address:Port\nLISTEN 0.0.0.0:8081'],
  },
  { title: 'a system’s name', ran: 'uname -s', shown: 'Darwin', breaks: ['Linux'] },
  {
    title: 'a dated line that goes on',
    ran: 'docker logs db',
    shown: '2026-01-02 03:04:05 UTC server started',
    holds: ['2026-11-24 13:04:05 UTC server started, version 17'],
    breaks: ['2026-11-24 13:04:05 UTC server started, then died: port taken'],
  },
  {
    title: 'how many containers of a project run',
    ran: 'docker compose ls',
    shown: 'NAME   STATUS       CONFIG FILES\nshop   running(3)   /home/alice/shop/compose.yaml',
    holds: ['NAME   STATUS       CONFIG FILES\nshop   running(3)   /home/reader/shop/compose.yaml'],
    breaks: ['NAME   STATUS       CONFIG FILES\nshop   running(1)   /home/reader/shop/compose.yaml'],
  },
  {
    title: 'a container whose name ends like another’s',
    ran: 'docker compose logs',
    shown: 'web-1 | hello',
    holds: ['admin-web-1 | other\nweb-1 | hello'],
    breaks: ['admin-web-1 | hello\nweb-1 | other'],
  },
  {
    title: 'the version of a kernel, which is not its name',
    ran: 'docker run --rm busybox uname -r',
    shown: '6.12.57+deb13-amd64',
    holds: ['5.15.0-91-generic'],
    breaks: ['Linux', 'x86_64', ''],
  },
  {
    title: 'the architecture of a computer',
    ran: 'uname -m',
    shown: 'x86_64',
    holds: ['aarch64'],
    breaks: ['Linux', '6.1.0'],
  },
  {
    title: 'a classic build shown, BuildKit here',
    ran: 'docker build -t app:v1 .',
    shown: `Sending build context to Docker daemon  3.072kB
Step 1/3 : FROM alpine
 ---> 1a2b3c4d5e6f
Step 2/3 : COPY . /app
 ---> Running in 1a2b3c4d5e6f
Removing intermediate container 1a2b3c4d5e6f
Step 3/3 : CMD ["sh"]
Successfully built 1a2b3c4d5e6f
Successfully tagged app:v1`,
    holds: [
      `[+] Building 1.2s (7/7) FINISHED                        docker:default
 => [internal] load build definition from Dockerfile                  0.0s
 => [1/2] FROM docker.io/library/alpine:latest@sha256:aabbccddeeff    0.0s
 => [2/2] COPY . /app                                                 0.1s
 => exporting to image                                                0.0s
 => => naming to docker.io/library/app:v1                             0.0s`,
    ],
    breaks: [
      `[+] Building 1.2s (7/7) FINISHED
 => [1/2] FROM docker.io/library/alpine:latest@sha256:aabbccddeeff    0.0s
 => [2/2] COPY . /srv                                                 0.1s
 => => naming to docker.io/library/app:v1                             0.0s`,
      `[+] Building 1.2s (7/7) FINISHED
 => [1/2] FROM docker.io/library/alpine:latest                        0.0s
 => [2/2] COPY . /app                                                 0.1s
 => => naming to docker.io/library/app:v2                             0.0s`,
      '',
    ],
  },
  {
    title: 'a step from the cache',
    ran: 'docker build -t app .',
    shown: ' => CACHED [2/3] RUN make it   0.0s',
    holds: [' => CACHED [2/3] RUN make it   0.0s', '#6 [2/3] RUN make it\n#6 CACHED'],
    breaks: [' => [2/3] RUN make it   4.0s'],
  },
  {
    title: 'a step marked with a word that BuildKit has not',
    ran: 'docker build -t app .',
    shown: ' => CCAHED [2/3] RUN make it   0.0s',
    holds: [],
    breaks: [' => CACHED [2/3] RUN make it   0.0s', ' => [2/3] RUN make it   0.0s'],
  },
  {
    title: 'Compose 1 shown, Compose 2 here',
    ran: 'docker compose up -d',
    said: 'mkdir shop',
    shown: 'Creating network "shop_default" with the default driver\nCreating shop_web_1 ... done',
    holds: [
      '[+] Running 2/2\n ✔ Network shop_default  Created   0.1s\n ✔ Container shop-web-1  Started   0.4s',
    ],
    breaks: [
      '[+] Running 2/2\n ✔ Network shop_default  Created   0.1s\n ✔ Container shop-db-1  Started   0.4s',
      '[+] Running 2/2\n ✔ Network shop_default  Created\n ✘ Container shop-web-1  Error',
    ],
  },
  {
    title: 'a project that is called after the author’s folder',
    ran: 'docker compose up -d',
    shown:
      '[+] Running 3/3\n ⠿ Network app_default    Created  0.0s\n ⠿ Container app-mysql-1  Started  0.4s',
    holds: ['[+] Running 2/2\n ✔ Network reader_default  Created\n ✔ Container reader-mysql-1  Started'],
    breaks: [
      '[+] Running 2/2\n ✔ Network reader_default  Created\n ✔ Container reader-db-1  Started',
      '[+] Running 2/2\n ✔ Network reader_default  Created\n ✔ Container reader-mysql-1  Created',
    ],
  },
  {
    title: 'a pull',
    ran: 'docker pull nginx',
    shown:
      'Using default tag: latest\nlatest: Pulling from library/nginx\na2abf6c4d29d: Pull complete\nDigest: sha256:aabbccddeeff\nStatus: Downloaded newer image for nginx:latest',
    holds: [
      'Using default tag: latest\nlatest: Pulling from library/nginx\nDigest: sha256:0123456789ab\nStatus: Image is up to date for nginx:latest\ndocker.io/library/nginx:latest',
    ],
    breaks: [
      'Using default tag: latest\nlatest: Pulling from library/httpd\nStatus: Downloaded newer image for httpd:latest',
      '',
    ],
  },
  {
    title: 'an image that is there already',
    ran: 'docker run --rm busybox echo hi',
    said: 'docker run --rm busybox echo hi',
    shown: "Unable to find image 'busybox:latest' locally\nlatest: Pulling from library/busybox\nhi",
    holds: ['hi'],
    breaks: ['ho', "Unable to find image 'debian:latest' locally\nhi"],
  },
  {
    title: 'names in columns',
    ran: 'ls',
    shown: 'bin   dev   etc   home  proc  root  sys   tmp   usr   var',
    holds: ['bin  dev  etc  home  proc  root  sbin\nsys  tmp  usr  var'],
    breaks: ['bin dev etc home proc root sys tmp usr', ''],
  },
  {
    title: 'a long listing',
    ran: 'docker run alpine ls -l',
    shown:
      'total 48\ndrwxr-xr-x    2 root     root          4096 Mar  2 16:20 bin\ndrwxr-xr-x    5 root     root           360 Mar 18 09:47 dev\n......',
    holds: [
      'total 8\ndrwxr-xr-x  2 root root 12288 Nov 24  2026 bin\ndrwxr-xr-x 5 root root 340 Nov 24 14:00 dev\ndrwxr-xr-x 5 root root 340 Nov 24 14:00 etc',
    ],
    breaks: [
      'total 8\ndrwxr-xr-x  2 root root 12288 Nov 24  2026 bin',
      'total 8\ndrwxr-xr-x  2 root root 12288 Nov 24  2026 bin\n-rw-r--r-- 1 root root 3 Nov 24 14:00 dev',
    ],
  },
  {
    title: 'measurements of tools that measure',
    ran: 'free -m',
    shown: '              total        used        free\nMem:           1987         214        1102',
    holds: [
      '               total        used        free\nMem:            7950        1214         102\nSwap: 0 0 0',
    ],
    breaks: [''],
  },
  {
    title: 'numbers of other tools',
    ran: 'wc -l app.log',
    shown: '12 app.log',
    holds: ['12 app.log'],
    breaks: ['13 app.log'],
  },
  { title: 'an echoed number', ran: 'echo $((2+3))', shown: '5', holds: ['5'], breaks: ['6', '5\n5'] },
  {
    title: 'a file shown as a whole',
    ran: 'cat notes.txt',
    shown: 'b',
    holds: ['b'],
    breaks: ['a\nb', 'b\nc', ''],
  },
  {
    title: 'a part of a long file',
    ran: 'cat notes.txt',
    shown: 'one\ntwo',
    holds: [`one\ntwo\n${Array.from({ length: 30 }, (_, at) => `line ${at}`).join('\n')}`],
  },
  {
    title: 'who and where the reader is',
    ran: 'whoami',
    shown: 'alice',
    holds: ['reader'],
    breaks: [''],
  },
  {
    title: 'JSON with its keys in another order',
    ran: 'docker volume inspect todo-db',
    said: 'docker volume create todo-db',
    shown:
      '[\n    {\n        "CreatedAt": "2019-09-26T02:18:36Z",\n        "Driver": "local",\n        "Labels": {},\n        "Mountpoint": "/var/lib/docker/volumes/todo-db/_data",\n        "Name": "todo-db"\n    }\n]',
    holds: [
      '[{"Name":"todo-db","CreatedAt":"2026-01-01T00:00:00Z","Driver":"local","Labels":null,"Mountpoint":"/var/lib/docker/volumes/todo-db/_data","Options":null,"Scope":"local"}]',
    ],
    breaks: [
      '[{"Name":"todo","CreatedAt":"2026-01-01T00:00:00Z","Driver":"local","Labels":null,"Mountpoint":"/var/lib/docker/volumes/todo-db/_data"}]',
      '[{"Name":"todo-db","CreatedAt":"2026-01-01T00:00:00Z","Labels":null,"Mountpoint":"/var/lib/docker/volumes/todo-db/_data"}]',
      '[]',
    ],
  },
  {
    title: 'an excerpt of JSON',
    ran: 'docker inspect web',
    shown:
      '...\n"Mounts": [\n    {\n        "Type": "volume",\n        "Name": "data",\n        ...\n    }\n],\n...',
    holds: ['[{"Id":"x","Mounts":[{"Type":"volume","Name":"data","Source":"/x"}]}]'],
    breaks: [
      '[{"Id":"x","Mounts":[{"Type":"bind","Name":"data","Source":"/x"}]}]',
      '[{"Id":"x","Mounts":[]}]',
    ],
  },
  {
    title: 'JSON of an application',
    ran: 'curl localhost:8080/count',
    shown: '{"count": 0, "tags": ["a", "b"]}',
    holds: ['{ "tags": ["a","b"], "count": 0 }'],
    breaks: [
      '{"tags":["a","b"]}',
      '{"count":1,"tags":["a","b"]}',
      '{"count":0,"tags":["a","b","c"]}',
      '{"count":0,"tags":["b","a"]}',
      'count',
    ],
  },
  {
    title: 'an answer’s headers',
    ran: 'curl -I localhost:8080',
    shown:
      'HTTP/1.1 200 OK\nServer: nginx/1.25.3\nDate: Mon, 02 Jan 2023 03:04:05 GMT\nContent-Type: text/html\nContent-Length: 615\nETag: "5c21fedf-264"',
    holds: [
      'HTTP/1.1 200 OK\r\nDate: Tue, 24 Nov 2026 14:00:00 GMT\r\nserver: nginx\r\ncontent-type: text/html\r\nContent-Length: 99\r\n',
    ],
    breaks: [
      'HTTP/1.1 404 Not Found\nContent-Type: text/html',
      'HTTP/1.1 200 OK\nServer: nginx\nContent-Type: text/plain',
    ],
  },
  {
    title: 'a web page',
    ran: 'curl localhost:8080',
    shown:
      '<!DOCTYPE html>\n<html>\n<head>\n<title>Welcome to nginx!</title>\n<style>\nbody { width: 35em; }\n</style>\n</head>\n<body>\n<h1>Welcome to nginx!</h1>\n</body>\n</html>',
    holds: [
      '<!DOCTYPE html><html><head><title>Welcome to nginx!</title><style>html{}</style></head><body><h1>Welcome to nginx!</h1><p>More</p></body></html>',
    ],
    breaks: [
      '<!DOCTYPE html><html><head><title>Welcome to httpd!</title></head><body><h1>It works!</h1></body></html>',
    ],
  },
  {
    title: 'a table of PostgreSQL',
    ran: 'docker exec db psql -U postgres -c "select * from pets"',
    shown: ' id |  name\n----+-------\n  1 | Ada\n  2 | Bob\n(2 rows)',
    holds: [' id | name  \n----+------\n  1 | Ada\n  2 | Bob\n(2 rows)\n'],
    breaks: [
      ' id | name  \n----+------\n  1 | Ada\n(1 row)\n',
      ' id | name  \n----+------\n  1 | Ada\n  2 | Eve\n(2 rows)\n',
      ' id | name  \n----+------\n  1 | Ada\n  3 | Eve\n  2 | Bob\n(2 rows)\n',
    ],
  },
  {
    title: 'a table of MySQL',
    ran: 'mysql -e "show tables"',
    shown: '+------+\n| Name |\n+------+\n| a    |\n+------+',
    holds: ['+-------+\n| Name  |\n+-------+\n| a     |\n+-------+\n1 row in set (0.00 sec)'],
    breaks: [
      '+-------+\n| Name  |\n+-------+\n| a     |\n| b     |\n+-------+',
      '+-------+\n| Name  |\n+-------+\n+-------+',
    ],
  },
  {
    title: 'lines of several containers, in whatever turn',
    ran: 'docker compose logs',
    shown:
      'mysql_1  | 2022-11-23T04:01:20.185015Z 0 ready for connections\napp_1    | Listening on port 3000',
    holds: [
      'app-1    | Listening on port 3000\nmysql-1  | 2026-11-23T04:01:20.185015Z 0 ready for connections. Version: 8',
    ],
    breaks: [
      'app-1    | Listening on port 3001\nmysql-1  | 2026-11-23T04:01:20.185015Z 0 ready for connections',
      'mysql-1  | Listening on port 3000',
    ],
  },
  {
    title: 'published ports',
    ran: 'docker ps',
    said: 'docker run -d -p 8080:80 --name web nginx',
    shown: psTable([
      'b927dae64901',
      'nginx',
      '"nginx -g \'daemon of…"',
      '2 seconds ago',
      'Up 1 second',
      '0.0.0.0:8080->80/tcp',
      'web',
    ]),
    holds: [
      psTable([
        'c123dae64901',
        'nginx',
        '"/docker-entrypoint.…"',
        '1 second ago',
        'Up Less than a second',
        '0.0.0.0:8080->80/tcp, [::]:8080->80/tcp',
        'web',
      ]),
    ],
    breaks: [
      psTable([
        'c123dae64901',
        'nginx',
        '"/docker-entrypoint.…"',
        '1 second ago',
        'Up 2 seconds',
        '0.0.0.0:8081->80/tcp',
        'web',
      ]),
      psTable([
        'c123dae64901',
        'nginx',
        '"/docker-entrypoint.…"',
        '1 second ago',
        'Up 2 seconds',
        '80/tcp',
        'web',
      ]),
      psTable([
        'c123dae64901',
        'nginx',
        '"/docker-entrypoint.…"',
        '1 second ago',
        'Exited (1) 2 seconds ago',
        '',
        'web',
      ]),
      psTable([
        'c123dae64901',
        'httpd',
        '"httpd-foreground"',
        '1 second ago',
        'Up 2 seconds',
        '0.0.0.0:8080->80/tcp',
        'web',
      ]),
      psTable(),
    ],
  },
  {
    title: 'a port that the engine has given',
    ran: 'docker ps',
    said: 'docker run -d -P nginx',
    shown: psTable([
      'b927dae64901',
      'nginx',
      '"x"',
      '2 seconds ago',
      'Up 1 second',
      '0.0.0.0:54772->80/tcp',
      'zen_curie',
    ]),
    holds: [
      psTable([
        'c927dae64901',
        'nginx',
        '"y"',
        '2 seconds ago',
        'Up 1 second',
        '0.0.0.0:32768->80/tcp',
        'epic_euler',
      ]),
    ],
    breaks: [
      psTable([
        'c927dae64901',
        'nginx',
        '"y"',
        '2 seconds ago',
        'Up 1 second',
        '0.0.0.0:8080->80/tcp',
        'epic_euler',
      ]),
    ],
  },
  {
    title: 'rows of the earlier life of the author’s computer',
    ran: 'docker ps -a',
    said: 'docker run alpine ls -l\ndocker run alpine echo hello\ndocker ps -a',
    shown: psTable(
      [
        '36171a5da744',
        'alpine',
        '"ls -l"',
        '5 minutes ago',
        'Exited (0) 2 minutes ago',
        '',
        'fervent_newton',
      ],
      [
        'a6a9d46d0b2f',
        'alpine',
        '"echo hello"',
        '6 minutes ago',
        'Exited (0) 6 minutes ago',
        '',
        'lonely_kilby',
      ],
      [
        'c317d0a9e3d2',
        'hello-world',
        '"/hello"',
        '34 seconds ago',
        'Exited (0) 12 minutes ago',
        '',
        'stupefied_mcclintock',
      ],
    ),
    holds: [
      psTable(
        [
          'a6a9d46d0b2e',
          'alpine',
          '"echo hello"',
          '6 minutes ago',
          'Exited (0) 6 minutes ago',
          '',
          'zen_curie',
        ],
        ['36171a5da743', 'alpine', '"ls -l"', '5 minutes ago', 'Exited (0) 2 minutes ago', '', 'epic_euler'],
      ),
    ],
    breaks: [
      psTable([
        'a6a9d46d0b2e',
        'alpine',
        '"echo hello"',
        '6 minutes ago',
        'Exited (0) 6 minutes ago',
        '',
        'zen_curie',
      ]),
      psTable(
        [
          'a6a9d46d0b2e',
          'alpine',
          '"echo hello"',
          '6 minutes ago',
          'Exited (0) 6 minutes ago',
          '',
          'zen_curie',
        ],
        ['36171a5da743', 'alpine', '"ls -l"', '5 minutes ago', 'Exited (0) 2 minutes ago', '', 'epic_euler'],
        ['36171a5da74a', 'debian', '"bash"', '5 minutes ago', 'Exited (0) 2 minutes ago', '', 'bold_euler'],
      ),
      psTable(),
    ],
  },
  {
    title: 'the columns of Compose 1',
    ran: 'docker compose ps',
    said: 'docker-compose up -d',
    shown:
      'Name            Command         State   Ports\n---------------------------------------------\nshop_web_1      python app.py   Up      0.0.0.0:8000->8000/tcp',
    holds: [
      'NAME         IMAGE      COMMAND           SERVICE   CREATED         STATUS         PORTS\nshop-web-1   shop-web   "python app.py"   web       5 seconds ago   Up 4 seconds   0.0.0.0:8000->8000/tcp',
    ],
    breaks: [
      'NAME         IMAGE      COMMAND           SERVICE   CREATED         STATUS                     PORTS\nshop-web-1   shop-web   "python app.py"   web       5 seconds ago   Exited (1) 4 seconds ago   ',
    ],
  },
  {
    title: 'a health that is promised',
    ran: 'docker ps',
    shown: 'CONTAINER ID   STATUS\nb927dae64901   Up 5 seconds (healthy)',
    holds: ['CONTAINER ID   STATUS\nc927dae64901   Up 9 seconds (healthy)'],
    breaks: [
      'CONTAINER ID   STATUS\nc927dae64901   Up 9 seconds (health: starting)',
      'CONTAINER ID   STATUS\nc927dae64901   Up 9 seconds',
    ],
  },
  {
    title: 'a version that an image’s tag pins',
    ran: 'docker run --rm python:3.9 python --version',
    said: 'docker run --rm python:3.9 python --version',
    shown: 'Python 3.9.1',
    holds: ['Python 3.9.18'],
    breaks: ['Python 3.12.1'],
  },
  {
    title: 'facts of the engine',
    ran: 'docker info',
    shown:
      'Containers: 3\n Running: 1\nServer Version: 17.06.0-ce\nKernel Version: 4.4.27-moby\nSwarm: inactive\nExecution Driver: native-0.2',
    holds: ['Containers: 0\n Running: 0\nServer Version: 28.5.2\nSwarm: inactive\nKernel Version: 6.1.0'],
    breaks: ['Containers: 0\n Running: 0\nServer Version: 28.5.2\nSwarm: active\nKernel Version: 6.1.0'],
  },
  {
    title: 'what others print before it',
    ran: 'docker run --platform linux/amd64 app',
    shown: 'hello',
    holds: ['WARNING: The requested image’s platform does not match\nhello'],
    breaks: ['hello world'],
  },
  {
    title: 'a prompt that waits for the next command',
    ran: 'docker run busybox',
    shown: '$',
    holds: ['', 'x'],
  },
  {
    title: 'a line that the author’s window has wrapped',
    shown: 'The quick brown fox jumps over the lazy dog a\nnd goes home\nend',
    holds: ['The quick brown fox jumps over the lazy dog and goes home\nend'],
    breaks: ['The quick brown fox jumps over the lazy dog and goes away\nend'],
  },
  {
    title: 'colours',
    shown: '\u001b[32mok\u001b[0m done',
    holds: ['ok done'],
    breaks: ['ok'],
  },
  {
    title: 'a note that lines are left out',
    shown: 'a\n<snip>\nb\n(output omitted)\nc\n[...]',
    holds: ['a\n1\n2\nb\nc\nd'],
    breaks: ['a\nc\nb'],
  },
];

const extra: Case[] = [
  {
    title: 'another count of running projects',
    ran: 'docker compose ls',
    shown: 'NAME   STATUS       CONFIG FILES\nshop   running(2)   /srv/compose.yaml',
    holds: ['NAME   STATUS       CONFIG FILES\nshop   running(2)   /srv/compose.yaml'],
    breaks: ['NAME   STATUS       CONFIG FILES\nshop   running(1)   /srv/compose.yaml'],
  },
  {
    title: 'another image by its tag',
    ran: 'docker ps',
    said: 'docker run -d nginx:1.25.4',
    shown: psTable([
      'b927dae64901',
      'nginx:1.25.3',
      '"x"',
      '2 seconds ago',
      'Up 1 second',
      '80/tcp',
      'zen_curie',
    ]),
    breaks: [
      psTable(['b927dae64901', 'nginx:1.25.4', '"x"', '2 seconds ago', 'Up 1 second', '80/tcp', 'zen_curie']),
    ],
  },
  {
    title: 'a name that the page has given',
    ran: 'docker ps',
    said: 'docker run -d --name small_apq nginx',
    shown: psTable(['b927dae64901', 'nginx', '"x"', '2 seconds ago', 'Up 1 second', '80/tcp', 'small_app']),
    holds: [psTable(['b927dae64901', 'nginx', '"x"', '2 seconds ago', 'Up 1 second', '80/tcp', 'zen_curie'])],
    breaks: [
      psTable(['b927dae64901', 'nginx', '"x"', '2 seconds ago', 'Up 1 second', '80/tcp', 'small_apq']),
    ],
  },
  {
    title: 'a server’s words in the foreground',
    ran: 'docker compose up',
    shown: 'web-1  | Listening on 3000',
    holds: [
      '[+] Running 1/1\n ✔ Container shop-web-1  Created\nAttaching to web-1\nweb-1  | Listening on 3000',
    ],
    breaks: [
      '[+] Running 1/1\n ✔ Container shop-web-1  Created\nAttaching to web-1\nweb-1  | Listening on 3001',
      '',
    ],
  },
];
cases.push(...extra);

const circumstances = ({ ran = '', said = '' }: Case) => ({ ran, said, onHost: true, bindings: {} });
const flat = (which: 'holds' | 'breaks') =>
  cases.flatMap((one) =>
    (one[which] ?? []).map((actual): [string, Case, string] => [one.title, one, actual]),
  );

describe('compareOutput', () => {
  it('reads a page of nothing but opening signs in its stride', () => {
    for (const sign of ['<', '<!--', '<a', '<script>'])
      expect(visibleText(sign.repeat(75_000)).length).toBeLessThanOrEqual(75_000);
  });

  it.each(flat('holds'))('holds %s', (_, one, actual) => {
    expect(compareOutput(one.shown, actual, circumstances(one))).toMatchObject({ held: true });
  });

  it.each(flat('breaks'))('tells when it breaks: %s', (_, one, actual) => {
    expect(compareOutput(one.shown, actual, circumstances(one))).toMatchObject({ held: false });
  });

  it.each(cases)('holds $title against itself', (one) => {
    expect(compareOutput(one.shown, one.shown, circumstances(one))).toMatchObject({ held: true });
  });

  it('never throws, and holds any text against itself', () => {
    const pieces = cases.flatMap(({ shown }) => shown.split('\n'));
    const text = fc
      .array(fc.oneof(fc.constantFrom(...pieces, ps), fc.string()), { maxLength: 8 })
      .map((lines) => lines.join('\n'));
    const ran = fc.constantFrom('', ...cases.map((one) => one.ran ?? ''));
    fc.assert(
      fc.property(
        text,
        ran,
        (one, command) =>
          compareOutput(one, one, circumstances({ title: '', shown: one, ran: command })).held,
      ),
      { numRuns: 1_000 },
    );
    fc.assert(
      fc.property(text, text, ran, (one, other, command) => {
        compareOutput(one, other, circumstances({ title: '', shown: one, ran: command }));
      }),
    );
  });

  it('tells when one plain word is another', () => {
    const word = fc.stringMatching(/^[g-z]{3,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), fc.nat(), (words, at) => {
        const other = words.with(at % words.length, 'Changed');
        return (
          !compareOutput(words.join('\n'), other.join('\n')).held &&
          !compareOutput(words.join(' '), other.join(' ')).held
        );
      }),
    );
  });

  it.each([
    'a',
    ' ',
    '1',
    '1.',
    '"',
    '{',
    '[{"a":',
    '... ',
    'a\n',
    '| ',
    '0x',
    '-',
    '12:',
    '<script>',
    'NAME  ',
  ])(
    'takes very much of “%s” in its stride',
    (piece) => {
      const text = piece.repeat((piece === 'a\n' ? 200_000 : 1_000_000) / piece.length);
      compareOutput(text, text);
      compareOutput(`${text}x`, `${text}y`);
      compareOutput(text.slice(0, 1000), text);
    },
    20_000,
  );
});

describe('the swarm', () => {
  const nodes = (id: string, host: string, version: string): string =>
    [
      'ID                            HOSTNAME   STATUS    AVAILABILITY   MANAGER STATUS   ENGINE VERSION',
      `${id} *   ${host.padEnd(8)}   Ready     Active         Leader           ${version}`,
    ].join('\n');
  const shown = nodes('q3kz0x6dyrxyb8v8gz5tm0k2e', 'moby', '24.0.7');
  const actual = nodes('u6vvosjoqjbcatam1t33wumul', 'laptop', '28.5.2+dfsg4');
  const ran = { ...unknownCircumstances, ran: 'docker node ls' };

  it('calls its nodes as each computer is called', () => {
    expect(compareOutput(shown, actual, ran).held).toBe(true);
    expect(compareOutput(shown.replace('Active', 'Drain '), actual, ran).held).toBe(false);
    expect(compareOutput(shown, actual, { ...ran, said: 'docker node inspect moby' }).held).toBe(false);
  });

  it('draws bars that say nothing', () => {
    const scale = { ...unknownCircumstances, ran: 'docker service scale web=1' };
    const bar = '1/1: running   [==================================================>]';
    expect(compareOutput('1/1: running', bar, scale).held).toBe(true);
    expect(compareOutput('1/1: failed', bar, scale).held).toBe(false);
  });
});
