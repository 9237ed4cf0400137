import { expect, test } from 'vitest';
import { partsOf, searchWords, termsOf } from '../../src/lib/search-terms.ts';

test.each([
  ['Docker runs.', ['docker', 'runs']],
  [
    'docker run -d -p 8080:80 --name web nginx:1.27',
    ['docker', 'run', '-d', '-p', '8080:80', '--name', 'web', 'nginx:1.27'],
  ],
  ['(see “docker-compose.yml”)', ['see', 'docker-compose.yml']],
  ['$HOME and ./script.sh, ok?', ['home', 'and', 'script.sh', 'ok']],
  ['Café — crème … ---', ['cafe', 'creme']],
  ['C++ and C#', ['c++', 'and', 'c#']],
  ['x'.repeat(50), ['x'.repeat(40)]],
  ['', []],
])('the words of %j', (text, words) => {
  expect(searchWords(text)).toEqual(words);
});

test.each([
  ['docker-compose', ['docker', 'compose']],
  ['--name', ['name']],
  ['-p', []],
  ['8080:80', ['8080', '80']],
  ['docker', []],
])('the parts of %s', (word, parts) => {
  expect(partsOf(word)).toEqual(parts);
});

test('a text can be found by its words and their parts', () => {
  expect(termsOf('Use docker-compose')).toEqual(['use', 'docker-compose', 'docker', 'compose']);
});
