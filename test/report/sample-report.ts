import type {
  BlockReport,
  CommandReport,
  EngineInfo,
  ExpectationReport,
  PostReport,
  Report,
} from '../../src/model/report.ts';
import { summarise } from '../../src/report/build-report.ts';

/** Reports for tests: everything passed, and only what a test is about is given. */
export function sampleReport(posts: PostReport[], changes: Partial<Report> = {}): Report {
  return {
    version: 1,
    tool: 'seaworthy 0.1.0',
    startedAt: '2026-11-24T10:00:00.000Z',
    durationMs: 48_200,
    engine: sampleEngine,
    summary: summarise(posts),
    posts,
    ...changes,
  };
}

export const sampleEngine: EngineInfo = {
  version: '28.5.2',
  api: '1.51',
  compose: '2.40.3',
  buildx: '0.29.1',
  os: 'Debian GNU/Linux forky/sid',
  registry: 'docker.io (cached)',
  standIns: [],
};

export function samplePost(blocks: BlockReport[], changes: Partial<PostReport> = {}): PostReport {
  return {
    path: 'posts/docker/p1/index.md',
    verdict: 'passed',
    durationMs: 31_200,
    machineReadyMs: 2_100,
    images: [],
    leftBehind: { containers: [], images: [], volumes: [], networks: [] },
    findings: [],
    blocks,
    ...changes,
  };
}

export function sampleBlock(commands: CommandReport[], changes: Partial<BlockReport> = {}): BlockReport {
  return {
    id: 'b1',
    line: 10,
    endLine: 13,
    language: 'bash',
    kind: 'commands',
    because: 'It is shell that parses.',
    hash: 'a'.repeat(64),
    verdict: 'passed',
    cause: null,
    commands,
    ...changes,
  };
}

export function sampleCommand(changes: Partial<CommandReport> = {}): CommandReport {
  return {
    id: 'b1c1',
    line: 11,
    column: 1,
    endLine: 11,
    source: 'docker ps',
    machine: 1,
    terminal: 1,
    depth: 0,
    ran: 'docker ps',
    verdict: 'passed',
    exitStatus: 0,
    pipeStatus: [0],
    durationMs: 40,
    overheadMs: 3,
    output: 'CONTAINER ID   IMAGE\n',
    styled: null,
    opened: null,
    expectations: [],
    bindings: {},
    prepared: [],
    notes: [],
    cause: null,
    ...changes,
  };
}

export function sampleExpectation(changes: Partial<ExpectationReport> = {}): ExpectationReport {
  return { kind: 'words', source: { line: 14 }, held: true, message: 'the output holds "Up"', ...changes };
}
