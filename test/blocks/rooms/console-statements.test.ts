import { describe, expect, it } from 'vitest';
import type { ConsoleLanguage } from '../../../src/blocks/rooms/console-kind.ts';
import { consoleLanguage } from '../../../src/blocks/rooms/console-reads.ts';
import { consoleStatements } from '../../../src/blocks/rooms/console-statements.ts';

function cut(language: ConsoleLanguage, text: string): string[] {
  return consoleStatements(text, 0, language).map(({ start, end }) => text.slice(start, end));
}

describe('what is typed into a console', () => {
  it.each([
    ['docker exec -it db psql -U postgres', 'sql'],
    ['docker run -it python:3', 'python'],
    ['docker compose exec web python manage.py shell', 'python'],
    ['docker compose exec web python manage.py dbshell', 'sql'],
    ['docker exec -it db mongosh', 'brackets'],
    ['docker exec -it cache redis-cli', 'redis'],
    ['docker run -it --network mysql-net redis redis-cli', 'redis'],
    ['docker run -it -v node:/data python', 'python'],
    ['docker run -it duckdb duckdb boats.db', 'sql'],
    ['docker compose exec app php artisan db', 'sql'],
    ['docker exec -it graph cypher-shell -u neo4j -p secret', 'sql'],
    ['docker attach box', 'lines'],
  ])('is read by the program that is opened: %s reads %s', (opener, language) => {
    expect(consoleLanguage(opener)).toBe(language);
  });

  it('is SQL up to its semicolon, and what the client understands by itself a line each', () => {
    const statements = ['USE boats', 'SELECT *\n  FROM quay;', '\\dt', 'SHOW TABLES\\G', 'describe quay;'];
    expect(cut('sql', `-- all boats\n${statements.join('\n')}\n\nexit\n`)).toEqual([...statements, 'exit']);
  });

  it('is a Python statement with its suite, blank lines in it and what belongs to it', () => {
    const suite = 'def f(a):\n    if a:\n        return 1\n\n    return 2';
    const choice = 'try:\n    f()\nexcept ValueError:\n    pass';
    const call = 'print(\n    f(0),\n)';
    const decorated = '@cache\ndef g():\n    return 3';
    const all = ['import os', suite, call, choice, decorated, 'for i in range(2):\n    print(i)', 'f(1)'];
    expect(cut('python', all.join('\n'))).toEqual(all);
  });

  it('goes on while a bracket is open', () => {
    const all = ['db.boats.insertOne({\n  name: "Ada)",\n})', 'show dbs', 'use quay', 'db.boats.find()'];
    expect(cut('brackets', all.join('\n'))).toEqual(all);
  });

  it('is a line for most other programs', () => {
    expect(cut('lines', 'SET a 1\n# a comment\nGET a\n')).toEqual(['SET a 1', 'GET a']);
  });
});
