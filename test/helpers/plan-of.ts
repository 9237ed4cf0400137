import type { Plan, PlannedBlock, PlannedCommand } from '../../src/model/plan.ts';

type CommandSketch = { source: string } & Partial<PlannedCommand>;
type BlockSketch = {
  kind: 'commands' | 'inside' | 'usage' | 'catalogue';
  commands: (string | CommandSketch)[];
};

/** A plan from sketches: a line of the page for each command, nothing expected but that it works. */
export function planOf(...sketches: BlockSketch[]): Plan {
  let line = 0;
  const blocks = sketches.map((sketch, index): PlannedBlock => {
    const id = `b${index + 1}`;
    const from = line + 1;
    const commands = sketch.commands.map((command, number): PlannedCommand => {
      line += 1;
      const place = { path: 'post.md', line, column: 1, endLine: line, endColumn: 1 };
      const plain = {
        comment: null,
        placeholders: [],
        expectations: [],
        trait: { kind: 'plain' as const },
        alternative: null,
        timeoutMs: null,
      };
      return {
        ...plain,
        id: `${id}c${number + 1}`,
        place,
        ...(typeof command === 'string' ? { source: command } : command),
      };
    });
    const place = { path: 'post.md', line: from, column: 1, endLine: line, endColumn: 1 };
    return {
      id,
      place,
      language: 'bash',
      because: 'a test',
      hash: id,
      section: [],
      kind: sketch.kind,
      commands,
    };
  });
  return { path: 'post.md', blocks, findings: [] };
}

/** A command whose placeholder stands for a container in a state. */
export function onContainer(
  source: string,
  word: string,
  state: 'running' | 'stopped' | 'paused' | 'any' | 'running-first',
): CommandSketch {
  const start = source.indexOf(word);
  return {
    source,
    placeholders: [
      { text: word, start, end: start + word.length, wants: { object: 'container', field: 'name', state } },
    ],
  };
}

/** What the prose promises behind a command. */
export function promise(
  kind: 'words' | 'http',
  words: string[],
  url = 'http://localhost:8080',
): PlannedCommand['expectations'][number] {
  const source = { path: 'post.md', line: 99, column: 1, endLine: 99, endColumn: 1 };
  return kind === 'words'
    ? { kind, source, sentence: 'You should see it.', words }
    : { kind, source, sentence: 'Open it.', url, words };
}
