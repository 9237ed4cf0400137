import { encodePart } from '../../lib/encode-part.ts';
import { stableJson } from '../../lib/stable-json.ts';
import { visible } from '../../lib/visible.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Place } from '../../model/place.ts';
import type { PostReport, Report } from '../../model/report.ts';
import { failureCodeOf } from '../failure-code.ts';
import { causeSentence } from '../message.ts';
import { type Problem, worthTelling } from '../problems.ts';
import { fingerprints } from './fingerprint.ts';
import { fixOf } from './fix.ts';
import type { ArtifactLocation, SarifRegion, SarifResult } from './result.ts';
import { sarifRules } from './sarif-rules.ts';

const schema = 'https://json.schemastore.org/sarif-2.1.0.json';

/**
 * A report as SARIF 2.1.0 (OASIS): a rule for each finding code and each way to fail, a result for each finding, each
 * failure and each block about which nothing is known. Paths are relative to the folder of the run.
 */
export function formatSarif(report: Report): string {
  const { rules, indexOf } = sarifRules();
  const results = report.posts.flatMap((post) => resultsOf(post, indexOf));
  const [name = 'seaworthy', version = '0.0.0'] = report.tool.split(' ');
  const started = Date.parse(report.startedAt);
  const log = {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name, semanticVersion: version, rules } },
        automationDetails: { id: 'seaworthy/verify/' },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { SRCROOT: { description: { text: 'The folder in which seaworthy was run.' } } },
        invocations: [
          {
            executionSuccessful: true,
            startTimeUtc: report.startedAt,
            endTimeUtc: new Date(started + report.durationMs).toISOString(),
          },
        ],
        results: fingerprints(results),
      },
    ],
  };
  return stableJson(log, ['$schema', 'version', 'tool', 'ruleId', 'id', 'level', 'message']);
}

type IndexOf = (code: string) => number;

function resultsOf(post: PostReport, indexOf: IndexOf): SarifResult[] {
  const failures = worthTelling(post).flatMap((problem) => failureResult(problem, post.path, indexOf) ?? []);
  return [...post.findings.map((finding) => findingResult(finding, indexOf)), ...failures];
}

function findingResult({ code, severity, place, message, hint }: Diagnostic, indexOf: IndexOf): SarifResult {
  return {
    ruleId: code,
    ruleIndex: indexOf(code),
    kind: 'fail',
    level: severity,
    message: messageOf(visible(message), hint),
    locations: [at(place.path, regionOf(place))],
  };
}

function failureResult(problem: Problem, path: string, indexOf: IndexOf): SarifResult | null {
  const code = failureCodeOf(problem);
  if (code === null) return null;
  const { verdict, cause } = problem;
  const artifact = artifactOf(path);
  const fix = fixOf(problem, artifact);
  return {
    ruleId: code,
    ruleIndex: indexOf(code),
    kind: verdict === 'blocked' ? 'open' : 'fail',
    // Section 3.27.10: what is no failure has no level.
    level: verdict === 'blocked' ? 'none' : 'error',
    message: messageOf(cause === null ? verdict : causeSentence(cause), cause?.hint ?? null),
    locations: [at(path, problemRegion(problem))],
    ...(fix === null ? {} : { fixes: [fix] }),
  };
}

function messageOf(text: string, hint: string | null): SarifResult['message'] {
  const advice = visible(hint ?? '').trim();
  const whole = [text, advice].filter(Boolean).join('\n');
  return {
    text: whole || 'no reason is known',
    markdown: [text, advice].filter(Boolean).map(escapeMarkdown).join('\n\n') || 'no reason is known',
  };
}

// Section 3.11.4: messages may hold what a machine printed, which must not become links or HTML.
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()<>#+!|~&]/g, '\\$&').replaceAll('\n', '  \n');
}

function at(path: string, region: SarifRegion): SarifResult['locations'][number] {
  return { physicalLocation: { artifactLocation: artifactOf(path), region } };
}

function artifactOf(path: string): ArtifactLocation {
  return { uri: path.split('/').map(encodePart).join('/'), uriBaseId: 'SRCROOT' };
}

function regionOf({ line, column, endLine, endColumn }: Place): SarifRegion {
  const isPoint = line === endLine && column === endColumn;
  return { startLine: line, startColumn: column, ...(isPoint ? {} : { endLine, endColumn }) };
}

function problemRegion({ line, column, source, block, command }: Problem): SarifRegion {
  if (command === null) return { startLine: line, startColumn: column, endLine: block.endLine };
  const start = { startLine: line, startColumn: column, snippet: { text: source } };
  // Only the first line's column is known; inside lists and quotes the others begin elsewhere.
  return source.includes('\n')
    ? { ...start, endLine: command.endLine }
    : { ...start, endLine: line, endColumn: column + source.length };
}
