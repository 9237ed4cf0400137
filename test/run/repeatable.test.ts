import { describe, expect, it } from 'vitest';
import { leavesNoTrace, notReadyYet } from '../../src/run/repeatable.ts';

const refused = "ERROR 2003 (HY000): Can't connect to MySQL server on 'db:3306' (111)";

describe('notReadyYet', () => {
  it.each([
    [
      'docker exec db psql -U postgres -c "SELECT 1"',
      2,
      'psql: error: connection to server on socket "/var/run/postgresql/.s.PGSQL.5432" failed: No such file or directory\n\tIs the server running locally and accepting connections on that socket?',
    ],
    ['docker exec -it db psql -U postgres', 2, 'psql: error: FATAL:  the database system is starting up'],
    ['docker exec db pg_isready -U postgres', 2, '/var/run/postgresql:5432 - no response'],
    ['docker exec db pg_isready', 1, '/var/run/postgresql:5432 - rejecting connections'],
    [
      'docker exec db psql -U postgres -c "SELECT 1"',
      2,
      'psql: error: connection to server on socket "/var/run/postgresql/.s.PGSQL.5432" failed: FATAL:  the database system is not yet accepting connections',
    ],
    [
      'docker exec db mariadb -uroot -psecret -e "SHOW DATABASES"',
      1,
      "ERROR 2002 (HY000): Can't connect to local server through socket '/run/mysqld/mysqld.sock' (2)",
    ],
    [
      'docker exec cache redis-cli ping',
      1,
      'Could not connect to Redis at 127.0.0.1:6379: Connection refused',
    ],
    ['curl -s localhost:8080', 7, ''],
    ['docker run -it --rm --network quay mysql mysql -hdb -uroot -p', 1, refused],
    ['echo "SELECT 1" | docker exec -i db mysql', 1, refused],
    [`docker compose exec db sh -c 'exec mysql -uroot -p"$MYSQL_ROOT_PASSWORD"'`, 1, refused],
    ['sleep 5 && docker exec db /usr/bin/mysqladmin ping', 1, refused],
  ])('%s', (ran, status, output) => {
    expect(notReadyYet(ran, { statuses: [status], output })).toBe(true);
  });

  it.each([
    ['docker exec db psql -U postgres -c "SELEKT 1"', 1, 'ERROR:  syntax error at or near "SELEKT"'],
    ['docker exec db psql -U nobody', 2, 'psql: error: FATAL:  role "nobody" does not exist'],
    [
      'docker exec db mariadb -uroot -pwrong',
      1,
      "ERROR 1045 (28000): Access denied for user 'root'@'localhost'",
    ],
    ['curl -X POST localhost:8080', 7, ''],
    ['docker run --name app myapp', 1, refused],
    ['docker run --rm --name client mysql mysql -hdb', 1, refused],
    ['docker run myapp', 1, refused],
    ['./setup.sh', 1, refused],
    ['docker volume create data && docker exec db mysql', 1, refused],
    [`docker exec db sh -c 'touch /made; mysql -uroot'`, 1, refused],
    ['curl localhost:8080 > page.html', 7, ''],
    [
      'docker exec cache redis-cli ping',
      0,
      'Could not connect to Redis at 127.0.0.1:6379: Connection refused',
    ],
  ])('but not %s', (ran, status, output) => {
    expect(notReadyYet(ran, { statuses: [status], output })).toBe(false);
  });
});

describe('leavesNoTrace', () => {
  it.each(['docker run --rm busybox echo hi', 'docker run --rm -e A=b busybox env'])('%s', (ran) => {
    expect(leavesNoTrace(ran)).toBe(true);
  });

  it.each([
    'docker run busybox echo hi',
    'docker run --rm -v data:/data busybox touch /data/a',
    'docker run --rm --network shop busybox wget -qO- http://web/count',
    'docker run --rm busybox echo hi > greeting',
    'docker run --rm busybox echo hi && docker ps',
  ])('not %s', (ran) => {
    expect(leavesNoTrace(ran)).toBe(false);
  });
});
