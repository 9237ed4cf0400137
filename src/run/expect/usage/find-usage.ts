import type { Machine } from '../../../machine/machine.ts';

/** What a tool says of its own usage. */
export interface Usage {
  /** The command as the page writes it. */
  command: string;
  /** The same as the tool calls it: `docker image build` is its `docker buildx build`. */
  own: string;
  /** One or more: `docker cp` goes two ways. */
  usages: string[];
  help: string;
}

/**
 * Asks the tool in the machine for its usage, with as many of the words as it takes for a command: `docker network
 * create`, but `docker logs` even where a page writes `docker logs web [OPTIONS]`. Null when it prints none.
 */
export async function findUsage(words: string[], machine: Machine): Promise<Usage | null> {
  for (let length = words.length; length > 0; length -= 1) {
    const command = words.slice(0, length).join(' ');
    const { stdout: help } = await machine.run(`${command} --help 2>&1`, { timeoutMs: 15_000 });
    const found = usageLines(help, command);
    if (found !== null) return { command, ...found, help };
  }
  return null;
}

function usageLines(help: string, command: string): { own: string; usages: string[] } | null {
  const lines = help.split('\n').map((line) => line.replace(/^\s*(?:Usage:|usage:)\s*/, '').trim());
  const own = lines.filter((line) => line === command || line.startsWith(`${command} `));
  if (own.length > 0) return { own: command, usages: own };
  const [program, ...rest] = command.split(' ');
  const verb = rest.at(-1);
  const renamed = /^\s*(?:Usage:|usage:)\s*(.*)$/m.exec(help)?.[1]?.trim() ?? '';
  const words = renamed.split(/\s+/);
  const end = verb === undefined ? -1 : words.indexOf(verb);
  if (words[0] !== program || end < 1) return null;
  return { own: words.slice(0, end + 1).join(' '), usages: [renamed] };
}
