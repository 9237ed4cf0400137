import { describe, expect, it } from 'vitest';
import { standInFrontEnd } from '../../src/run/front-end.ts';

const standIns = ['python:latest'];

describe('the front end that a Dockerfile names', () => {
  it('is the engine’s own where stand-ins have no image of it', () => {
    const content = '# syntax=docker/dockerfile:1\nFROM python\n';
    expect(standInFrontEnd('Dockerfile', content, { standIns })).toEqual({
      content: '## syntax=docker/dockerfile:1\nFROM python\n',
      frontEnd: 'docker/dockerfile:1',
    });
  });

  it.each([
    ['Dockerfile', '# syntax=docker/dockerfile:1-labs\nFROM python\n', standIns],
    ['Dockerfile', '# syntax=example.com/own:1\nFROM python\n', standIns],
    ['Dockerfile', 'FROM python\n# syntax=docker/dockerfile:1\n', standIns],
    ['notes.txt', '# syntax=docker/dockerfile:1\nFROM python\n', standIns],
    ['Dockerfile', '# syntax=docker/dockerfile:1\nFROM python\n', []],
    ['Dockerfile', '# syntax=docker/dockerfile:1\n', ['docker/dockerfile:1']],
  ])('stays as it is: %s, %j with %j', (name, content, known) => {
    expect(standInFrontEnd(name, content, { standIns: known })).toBeNull();
  });
});
