import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { diagnostic } from '../../src/model/diagnostic.ts';
import { pointAt } from '../../src/model/place.ts';
import type { Report } from '../../src/model/report.ts';
import { formatJunit } from '../../src/report/junit.ts';
import { anyReport } from './any-report.ts';
import { sampleBlock, sampleCommand, samplePost, sampleReport } from './sample-report.ts';

const schema = readFileSync(path.join(import.meta.dirname, '../fixtures/report-formats/junit.xsd'), 'utf8');

async function complaintsOf(reports: readonly Report[]): Promise<string[]> {
  const xml = reports.map((report, index) => ({ fileName: `${index}.xml`, contents: formatJunit(report) }));
  return (await validateXML({ xml, schema: [schema] })).errors.map((error) => error.rawMessage);
}

const cause = { whose: 'page', message: 'no flag --nmae', hint: 'Write --name.', line: null } as const;
const blocked = { whose: 'registry', message: 'it is full', hint: null, line: null } as const;
const earlier = { whose: 'earlier', message: 'line 11 failed', hint: null, line: 11 } as const;
const report = sampleReport([
  samplePost([
    sampleBlock([
      sampleCommand({ output: 'a < b\n' }),
      sampleCommand({ line: 12, source: 'docker run\\\n  --nmae a', verdict: 'failed', cause }),
      sampleCommand({ line: 14, verdict: 'blocked', output: '', cause: blocked }),
      sampleCommand({ line: 15, verdict: 'not-run', output: '', cause: earlier }),
    ]),
    sampleBlock([], { kind: 'file', line: 20 }),
    sampleBlock([], { kind: 'text', verdict: null }),
  ]),
]);

test('each verdict has its element, with place, reason and what to do', () => {
  expect(formatJunit(report)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="seaworthy" tests="5" failures="1" errors="1" time="48.200">
<testsuite name="posts/docker/p1/index.md" file="posts/docker/p1/index.md" tests="5" failures="1" errors="1" skipped="1" time="31.200" timestamp="2026-11-24T10:00:00">
<properties>
<property name="tool" value="seaworthy 0.1.0"/>
<property name="verdict" value="passed"/>
<property name="docker" value="28.5.2"/>
<property name="compose" value="2.40.3"/>
<property name="registry" value="docker.io (cached)"/>
</properties>
<testcase name="line 11: docker ps" classname="posts.docker.p1.index" time="0.040">
<system-out>a &lt; b</system-out>
</testcase>
<testcase name="line 12: docker run\\ ⏎ --nmae a" classname="posts.docker.p1.index" time="0.040">
<failure type="page" message="The page: no flag --nmae.">posts/docker/p1/index.md:12:1
The page: no flag --nmae.
Write --name.</failure>
<system-out>CONTAINER ID   IMAGE</system-out>
</testcase>
<testcase name="line 14: docker ps" classname="posts.docker.p1.index" time="0.040">
<error type="blocked by registry" message="The image registry: it is full.">posts/docker/p1/index.md:14:1
The image registry: it is full.</error>
</testcase>
<testcase name="line 15: docker ps" classname="posts.docker.p1.index" time="0.040">
<skipped type="not-run" message="An earlier command: line 11 failed."/>
</testcase>
<testcase name="line 20: file block" classname="posts.docker.p1.index" time="0.000"/>
</testsuite>
</testsuites>`);
});

test('an error that was found without running is a failure too, for the run fails by it', () => {
  const findings = [diagnostic('fence-unclosed', pointAt('posts/a.md', 7), 'never closed', 'Close it.')];
  const post = samplePost([sampleBlock([sampleCommand()])], { findings });
  expect(formatJunit(sampleReport([post]))).toContain('<testcase name="line 7: fence-unclosed"');
  expect(formatJunit(sampleReport([post]))).toContain('tests="2" failures="1"');
});

test('a strict reader takes it, and refuses what is no such report', async () => {
  expect(await complaintsOf([report])).toEqual([]);
  const odd = formatJunit(report).replace('<failure ', '<oops ').replace('</failure>', '</oops>');
  expect((await validateXML({ xml: odd, schema: [schema] })).valid).toBe(false);
});

test('a strict reader takes it whatever a page or a machine says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyReport, { minLength: 30, maxLength: 30 }), async (reports) => {
      expect(await complaintsOf(reports)).toEqual([]);
    }),
    { numRuns: 2 },
  );
});
