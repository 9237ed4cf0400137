import type { Place } from '../../src/model/place.ts';
import type { Plan, PlannedBlock, PlannedCommand, PlannedExpectation, Want } from '../../src/model/plan.ts';

/** A plan as text that a person can read and a test can compare: a line for each thing that was decided. */
export function planText(plan: Plan): string {
  const findings = plan.findings.map(
    (one) => `! ${range(one.place)} ${one.code}: ${one.message} ${one.hint}`,
  );
  return `${[...plan.blocks.flatMap(blockLines), ...findings].join('\n')}\n`;
}

function blockLines(block: PlannedBlock): string[] {
  const name =
    block.kind === 'file'
      ? ` ${block.file.name}${block.file.step === 'saved' ? '' : ` (${block.file.step})`}`
      : block.kind === 'output'
        ? ` of ${block.of}`
        : '';
  const head = `${block.id} ${range(block.place)} ${block.language ?? '-'}: ${block.kind}${name}. ${block.because}`;
  return ['commands' in block ? [head, ...block.commands.flatMap(commandLines)] : [head]].flat();
}

function commandLines(command: PlannedCommand): string[] {
  const { trait, alternative } = command;
  return [
    `  ${command.id} ${range(command.place)} ${JSON.stringify(command.source)}`,
    ...(command.comment === null ? [] : [`    comment: ${command.comment}`]),
    ...(trait.kind === 'plain' ? [] : [`    ${JSON.stringify(trait)}`]),
    ...(alternative === null
      ? []
      : [`    choice ${alternative.choice} of ${alternative.group}: ${alternative.because}`]),
    ...(command.timeoutMs === null ? [] : [`    deadline ${command.timeoutMs} ms`]),
    ...(command.depth === undefined ? [] : [`    in room ${command.depth}`]),
    ...(command.detaches === undefined ? [] : ['    after the detach keys']),
    ...(command.terminal === undefined ? [] : [`    in terminal ${command.terminal}`]),
    ...(command.answers ?? []).map(({ question, answer }) => `    asked "${question}", answers ${answer}`),
    ...(command.dies === undefined ? [] : [`    dies: ${JSON.stringify(command.dies)}`]),
    ...command.placeholders.map(
      (one) =>
        `    ${one.text} (${one.start}-${one.end}) wants ${want(one.wants)}${one.near === undefined ? '' : ` near ${one.near.join(' ')}`}`,
    ),
    ...command.expectations.map((one) => `    expects ${expectation(one)}`),
  ];
}

function want(wants: Want): string {
  return Object.values(wants).join(' ');
}

function expectation(one: PlannedExpectation): string {
  const at = `${one.kind} ${range(one.source)}`;
  switch (one.kind) {
    case 'output':
      return `${at} from ${one.from} ${JSON.stringify(one.text)}`;
    case 'words':
    case 'absent':
      return `${at} ${JSON.stringify(one.words)}`;
    case 'http':
      return `${at} ${one.url} ${JSON.stringify(one.words)}`;
    case 'run':
      return `run ${one.script} ${JSON.stringify(one.words)}`;
    case 'unchecked':
      return `${at} ${one.because}`;
    default:
      return one satisfies never;
  }
}

function range(place: Place): string {
  return `${place.line}:${place.column}-${place.endLine}:${place.endColumn}`;
}
