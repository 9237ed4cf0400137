import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatReport } from '../../../src/report/terminal/terminal.ts';
import { anyText } from '../../helpers/any-text.ts';
import {
  sampleBlock,
  sampleCommand,
  sampleEngine,
  sampleExpectation,
  samplePost,
  sampleReport,
} from '../sample-report.ts';

const plain = { color: false, columns: 80 };

const failing = sampleCommand({
  line: 212,
  source: 'docker run -d --nmae web -p 8080:80 nginx',
  ran: 'docker run -d --nmae web -p 8080:80 nginx',
  verdict: 'failed',
  exitStatus: 125,
  output: 'unknown flag: --nmae\n\nUsage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]\n',
  cause: { whose: 'page', message: 'docker run has no flag --nmae', hint: 'Write --name.', line: null },
});

const missing = { whose: 'registry' as const, message: 'not there', hint: null, line: null };

describe('the report of a run', () => {
  test('shows for a failure where it is, what ran, what came, whose fault it is and what to do', () => {
    const post = samplePost([sampleBlock([failing], { verdict: 'failed' })], { verdict: 'failed' });
    expect(formatReport(sampleReport([post]), plain)).toBe(`✗ failed  posts/docker/p1/index.md
    1 block, 1 command: 1 failed; 31.2 s, machine ready in 2.1 s

✗ failed  posts/docker/p1/index.md:212:1
    command   docker run -d --nmae web -p 8080:80 nginx
    expected  exit status 0
    came      exit status 125
              │ unknown flag: --nmae
              │
              │ Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
    cause     The page: docker run has no flag --nmae.
    to do     Write --name.

blocks     1 found = 1 with a verdict + 0 text: 1 failed
commands   1: 1 failed
engine     Docker 28.5.2 (API 1.51), Compose 2.40.3, Buildx 0.29.1, on Debian
           GNU/Linux forky/sid; images from docker.io (cached)
time       48.2 s in all; a machine was ready in 2.1 s; Seaworthy's own time per
           command 3.0 ms (medians)
`);
  });

  test('shows a promise that did not hold with its line, and what was typed for a placeholder', () => {
    const command = sampleCommand({
      source: 'docker stop CONTAINER',
      ran: 'docker stop web',
      verdict: 'failed',
      expectations: [sampleExpectation({ held: false })],
    });
    const text = formatReport(sampleReport([samplePost([sampleBlock([command])])]), plain);
    expect(text).toContain('    typed     docker stop web\n    expected  line 14: the output holds "Up"\n');
    expect(text).not.toContain('expected  exit status');
  });

  test('expects no status of a command that failed as it should, but said something else', () => {
    const message = 'the post shows “no such ship”, which was not printed';
    const command = sampleCommand({
      verdict: 'failed',
      exitStatus: 1,
      cause: { whose: 'page', message, hint: null, line: 14 },
      expectations: [sampleExpectation({ held: false, message })],
    });
    const text = formatReport(sampleReport([samplePost([sampleBlock([command])])]), plain);
    expect(text).not.toContain('expected  ');
    expect(text).toContain(message.slice(0, 30));
  });

  test('tells a cause that several commands share once, with all their lines', () => {
    const cause = {
      whose: 'earlier' as const,
      message: 'the command at line 212 failed',
      hint: null,
      line: 212,
    };
    const pointless = [220, 231, 240].map((line) =>
      sampleCommand({ line, verdict: 'not-run', ran: null, exitStatus: null, output: '', cause }),
    );
    const text = formatReport(sampleReport([samplePost([sampleBlock(pointless)])]), plain);
    expect(text.match(/An earlier command: the command at line 212 failed/g)).toHaveLength(1);
    expect(text).toContain('also      2 more commands for the same reason: lines 231, 240');
  });

  test('tells what failed before what is blocked, whatever their order on the page', () => {
    const commands = (['blocked', 'not-run', 'failed'] as const).map((verdict, index) =>
      sampleCommand({ verdict, line: index + 1, cause: { ...missing, message: verdict } }),
    );
    const text = formatReport(sampleReport([samplePost([sampleBlock(commands)])]), plain);
    expect([...text.matchAll(/index\.md:(\d)/g)].map((match) => match[1])).toEqual(['3', '1', '2']);
  });

  test('tells an output that differs once, with its command', () => {
    const cause = { ...missing, whose: 'page' as const, message: '“web” is not there', line: 14 };
    const expectations = [sampleExpectation({ kind: 'output', held: false, message: cause.message })];
    const command = sampleCommand({ verdict: 'failed', cause, expectations });
    const output = sampleBlock([], {
      kind: 'output',
      line: 14,
      verdict: 'failed',
      cause: { ...cause, line: 11 },
    });
    const text = formatReport(sampleReport([samplePost([sampleBlock([command]), output])]), plain);
    expect(text.match(/“web” is not there/g)).toHaveLength(1);
    expect(text).toContain('cause     The page: “web” is not there. See line 14.');
  });

  test('keeps only the end of a long output and says how much came before', () => {
    const output = Array.from({ length: 40 }, (_, index) => `row ${index + 1}`).join('\n');
    const command = sampleCommand({ verdict: 'failed', output });
    const text = formatReport(sampleReport([samplePost([sampleBlock([command])])]), plain);
    expect(text).toContain('… (28 lines before)');
    expect(text).toContain('row 29\n');
    expect(text).not.toContain('row 28\n');
  });

  test('tells a block without commands that did not pass', () => {
    const cause = {
      whose: 'page' as const,
      message: 'nothing printed stands before this output',
      hint: null,
      line: null,
    };
    const block = sampleBlock([], { kind: 'output', line: 77, verdict: 'failed', cause });
    const text = formatReport(sampleReport([samplePost([block], { verdict: 'failed' })]), plain);
    expect(text).toContain(
      '✗ failed  posts/docker/p1/index.md:77:1\n    cause     The page: nothing printed',
    );
  });

  test('says plainly which images were stand-ins, what can not be checked and what was left behind', () => {
    const command = sampleCommand({ expectations: [sampleExpectation({ kind: 'unchecked', held: null })] });
    const post = samplePost([sampleBlock([command])], {
      images: [{ name: 'nginx:latest', digest: 'sha256:1', standIn: true }],
      leftBehind: { containers: ['web'], images: ['nginx'], volumes: [], networks: [] },
    });
    const text = formatReport(sampleReport([post]), { color: false, columns: 100 });
    expect(text).toContain('stand-ins  nginx:latest: made from');
    expect(text).toContain("unchecked  1 promise of the prose can't be checked for sure: line 14");
    expect(text).toContain('posts/docker/p1/index.md leaves containers web (each on its own machine)');
  });

  test('says so too when only the registry is known to hold stand-ins', () => {
    const engine = { ...sampleEngine, standIns: ['nginx:latest'] };
    const report = sampleReport([samplePost([sampleBlock([sampleCommand()])])], { engine });
    expect(formatReport(report, plain)).toContain('stand-ins  the images of this registry are made from');
  });

  test('accounts for every block: those with a verdict and text make all', () => {
    const text = sampleBlock([], { kind: 'text', verdict: null });
    const blocks = [text, text, sampleBlock([sampleCommand()]), sampleBlock([], { verdict: 'blocked' })];
    expect(formatReport(sampleReport([samplePost(blocks)]), plain)).toContain(
      'blocks     4 found = 2 with a verdict + 2 text: 1 passed, 1 blocked',
    );
  });

  test('never lets control characters of a machine through, whatever they are', () => {
    const anything = anyText(60);
    fc.assert(
      fc.property(
        anything,
        anything,
        anything,
        fc.integer({ min: 1, max: 200 }),
        (source, output, message, columns) => {
          const command = sampleCommand({
            source: `\u001b[2J${source}`,
            ran: `${source}\u009b31m`,
            verdict: 'failed',
            output: `\u001b]0;title\u0007${output}`,
            notes: [message],
            expectations: [sampleExpectation({ held: false, message })],
            cause: { whose: 'page', message, hint: output, line: 3 },
          });
          const post = samplePost([sampleBlock([command])], { path: `p\u001b${source}` });
          expect(formatReport(sampleReport([post]), { color: false, columns })).not.toMatch(
            /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/,
          );
        },
      ),
    );
  });

  test('uses colours only where they are wanted', () => {
    const report = sampleReport([samplePost([sampleBlock([sampleCommand()])])]);
    expect(formatReport(report, { color: true, columns: 80 })).toContain('\u001b[32m✓ passed\u001b[39m');
    expect(formatReport(report, plain)).not.toContain('\u001b');
  });
});
