import { expect, test } from 'vitest';
import { languageOfFile } from '../../src/markdown/languages.ts';

test.each([
  ['Dockerfile', 'dockerfile'],
  ['app/Dockerfile.dev', 'dockerfile'],
  ['web.Dockerfile', 'dockerfile'],
  ['compose.yaml', 'yaml'],
  ['src/index.js', 'js'],
  ['.env.local', 'env'],
  ['Makefile', 'makefile'],
  ['notes', null],
  ['a.constructor', null],
])('%s is %s', (name, language) => {
  expect(languageOfFile(name)).toBe(language);
});
