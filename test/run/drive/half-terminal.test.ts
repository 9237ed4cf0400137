import { describe, expect, it } from 'vitest';
import { halfTerminal } from '../../../src/run/drive/half-terminal.ts';

const prompt = '\x1b[?2004hroot@pier:/# ';

describe('half a terminal', () => {
  it.each([
    ['docker exec -t pier bash', prompt, /without -i nothing/],
    ['docker run --rm -t debian', prompt, /without -i nothing/],
    ['docker run -t python:3', 'Python 3.13.5\r\n>>> ', /without -i nothing/],
    ['docker exec -i pier bash', '', /without -t it shows no prompt/],
    [
      'docker run -i debian bash',
      'Status: Downloaded newer image for debian:latest\r\n',
      /without -t it shows no prompt/,
    ],
    ['sudo docker run --name pier -i alpine /bin/sh', '', /without -t it shows no prompt/],
  ])('%s waits for ever', (ran, raw, message) => {
    expect(halfTerminal(ran, raw)).toMatchObject({
      verdict: 'failed',
      cause: { whose: 'page', message: expect.stringMatching(message), hint: 'write -it' },
    });
  });

  it.each([
    ['docker exec -it pier bash', prompt],
    ['docker exec -t pier sleep 60', ''],
    ['docker exec -t pier bash', 'hold\r\n'],
    ['docker run -dt debian', prompt],
    ['docker exec -i pier bash', 'hold\r\n'],
    ['docker run -i debian bash', 'Unable to find image\r\nlatest: Pulling from library/debian\r\n'],
    ['docker exec -i pier bash setup.sh', ''],
    ['docker exec -i pier psql', ''],
    ['docker exec -i pier bash < setup.sh', ''],
    ['cat setup.sh | docker exec -i pier sh', ''],
    ['docker exec -i pier sh; docker exec -i quay sh', ''],
    ['docker logs -t pier', prompt],
    ['bash', prompt],
  ])('%s may go on', (ran, raw) => expect(halfTerminal(ran, raw)).toBe(null));
});
