import fc from 'fast-check';
import { type DiagnosticCode, diagnostic, diagnosticCodes } from '../../src/model/diagnostic.ts';
import type { Cause, Report } from '../../src/model/report.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { anyText } from '../helpers/any-text.ts';
import { sampleBlock, sampleCommand, sampleExpectation, samplePost, sampleReport } from './sample-report.ts';

const verdict = fc.constantFrom<Verdict | null>('passed', 'failed', 'blocked', 'skipped', 'not-run', null);
const line = fc.integer({ min: 1, max: 99_999 });

// What hostile pages and machines say: escape sequences, markup of every format, commands of GitHub's.
const hostile = fc.constantFrom(
  '\u001b[2J\u001b[H',
  '\u001b]8;;http://evil.example\u0007click\u001b]8;;\u0007',
  '\u001b]52;c;ZXZpbA==\u0007',
  '\u009b31m',
  '</pre></details><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  ']]><!-- --><?xml?>&amp;&#0;',
  '\n::error::no\n##[add-mask]a\n',
  '| a | [b](javascript:c) `d` ![e](http://evil.example/f.png) @octocat\n\n# g',
  '\u202egnp.exe',
  '\ud800 \udfff \u0000 \uffff',
);

const hostileText: fc.Arbitrary<string> = fc
  .tuple(anyText(20), hostile, anyText(20))
  .map((parts) => parts.join(''));

const cause: fc.Arbitrary<Cause> = fc.record({
  whose: fc.constantFrom<Cause['whose']>('page', 'registry', 'time', 'author', 'earlier'),
  message: hostileText,
  hint: fc.option(hostileText),
  line: fc.option(line),
});

const command = fc
  .record({
    source: hostileText,
    ran: fc.option(hostileText),
    verdict,
    output: hostileText,
    styled: fc.option(hostileText),
    opened: fc.option(hostileText),
    depth: fc.integer({ min: 0, max: 2 }),
    terminal: fc.integer({ min: 1, max: 2 }),
    cause: fc.option(cause),
    line,
    durationMs: fc.double({ min: 0, max: 1e7, noNaN: true }),
    notes: fc.array(hostileText, { maxLength: 1 }),
    prepared: fc.array(hostileText, { maxLength: 1 }),
    bindings: fc.dictionary(anyText(5), hostileText, { maxKeys: 1 }),
    expectations: fc.array(
      hostileText.map((message) => sampleExpectation({ held: false, message })),
      { maxLength: 1 },
    ),
  })
  .map((changes) => sampleCommand(changes));

const block = fc
  .record({
    kind: fc.constantFrom('commands', 'file', 'output', 'text'),
    verdict,
    cause: fc.option(cause),
    because: hostileText,
    language: fc.option(anyText(5)),
    commands: fc.array(command, { maxLength: 2 }),
    line,
  })
  .map(({ commands, ...changes }) => sampleBlock(commands, { ...changes, endLine: changes.line + 3 }));

const finding = fc
  .record({
    code: fc.constantFrom(...(Object.keys(diagnosticCodes) as DiagnosticCode[])),
    line,
    message: hostileText,
    hint: hostileText,
  })
  .map(({ code, line: at, message, hint }) =>
    diagnostic(code, { path: 'posts/a.md', line: at, column: 1, endLine: at, endColumn: 4 }, message, hint),
  );

/** Reports in which pages and machines do their worst. */
export const anyReport: fc.Arbitrary<Report> = fc
  .array(
    fc
      .record({
        path: anyText(12).map((text) => `posts/${text}.md`),
        verdict,
        blocks: fc.array(block, { maxLength: 3 }),
        findings: fc.array(finding, { maxLength: 2 }),
      })
      .map(({ blocks, ...changes }) => samplePost(blocks, changes)),
    { maxLength: 2 },
  )
  .map((posts) => sampleReport(posts));
