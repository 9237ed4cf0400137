import { groupBy } from '../lib/group-by.ts';
import type {
  BlockReport,
  Cause,
  CommandReport,
  ExpectationReport,
  PostReport,
  RepeatedOutcome,
  VerdictChange,
} from '../model/report.ts';
import { causeSentence } from './message.ts';
import { withoutVolatile } from './proof/volatile.ts';

/** What one replay says of one thing that gets a verdict. */
export interface Judged extends Pick<VerdictChange, 'line' | 'column' | 'of' | 'what'> {
  /** The same for the same thing in every replay of its post. */
  key: string;
  outcome: RepeatedOutcome;
  cause: string | null;
  /** The key of the command that an expectation belongs to. */
  command: string | null;
}

/** All that a replay has judged: blocks, commands, expectations, in the order of the page. Small, unlike the report. */
export function judgedIn(post: PostReport): Judged[] {
  return post.blocks.flatMap((block) => [judgedBlock(block), ...block.commands.flatMap(judgedCommand)]);
}

/** What did not come out alike in all replays of a post; `replays` holds what each of them has judged. */
export function verdictChanges(path: string, replays: readonly (readonly Judged[])[]): VerdictChange[] {
  const byThing = groupBy(replays.flat(), ({ key }) => key);
  const changed = new Set<string>();
  return [...byThing].flatMap(([key, judged]) => {
    const { line, column, of, what, command } = judged[0]!;
    // What is expected of a command that changed changes with it: the command's own entry tells why.
    if (command !== null && changed.has(command)) return [];
    const outcomes = countOutcomes(judged, replays.length);
    if (outcomes.length < 2) return [];
    changed.add(key);
    return [{ path, line, column, of, what, outcomes }];
  });
}

function judgedBlock({ id, line, kind, verdict, cause }: BlockReport): Judged {
  const place = { key: id, line, column: 1, of: 'block' as const, what: kind };
  return { ...place, outcome: verdict ?? 'no verdict', cause: sentence(cause), command: null };
}

function judgedCommand(command: CommandReport): Judged[] {
  const { id, line, column, source } = command;
  const place = { key: id, line, column, of: 'command' as const, what: source };
  const outcome = command.verdict ?? 'no verdict';
  const expectations = command.expectations.map((expectation, index) =>
    judgedExpectation(expectation, index, command),
  );
  return [{ ...place, outcome, cause: sentence(command.cause), command: null }, ...expectations];
}

function judgedExpectation(
  { kind, source, held, message }: ExpectationReport,
  index: number,
  { id, expectations }: CommandReport,
): Judged {
  // Several of a kind may come from one line; their order is that of the plan.
  const before = expectations.slice(0, index);
  const nth = before.filter((one) => one.kind === kind && one.source.line === source.line).length;
  return {
    key: `${id} ${kind} ${source.line} ${nth}`,
    line: source.line,
    column: 1,
    of: 'expectation',
    what: kind,
    outcome: held === null ? 'not checked' : held ? 'held' : 'not held',
    cause: held === false ? message : null,
    command: id,
  };
}

function sentence(cause: Cause | null): string | null {
  return cause === null ? null : causeSentence(cause);
}

function countOutcomes(judged: readonly Judged[], replays: number): VerdictChange['outcomes'] {
  const counted = groupBy(judged, ({ outcome }) => outcome);
  // What only turns up in some replays (a container that died) was nothing to look at in the others.
  const absent = replays - judged.length;
  const none = judged[0]?.of === 'expectation' ? 'not checked' : 'no verdict';
  if (absent > 0 && !counted.has(none)) counted.set(none, []);
  return [...counted]
    .map(([outcome, all]) => ({
      outcome,
      times: all.length + (outcome === none ? absent : 0),
      causes: differentTexts(all.flatMap(({ cause }) => cause ?? [])),
    }))
    .sort((a, b) => b.times - a.times);
}

// Ids and times would make each cause a new one.
function differentTexts(texts: readonly string[]): string[] {
  return [...new Map(texts.map((text) => [withoutVolatile(text), text])).values()];
}
