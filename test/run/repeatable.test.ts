import { describe, expect, it } from 'vitest';
import { notReadyYet } from '../../src/run/repeatable.ts';

describe('notReadyYet', () => {
  it.each([
    [
      'docker exec db psql -U postgres -c "SELECT 1"',
      2,
      'psql: error: connection to server on socket "/var/run/postgresql/.s.PGSQL.5432" failed: No such file or directory\n\tIs the server running locally and accepting connections on that socket?',
    ],
    ['docker exec -it db psql -U postgres', 2, 'psql: error: FATAL:  the database system is starting up'],
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
