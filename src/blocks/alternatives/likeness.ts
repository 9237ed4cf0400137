import { dockerCall, flagValues } from '../../shell/docker-call.ts';
import type { ShellWord, SimpleCommand } from '../../shell/parse-shell.ts';
import type { Draft } from '../block-context.ts';

interface Deed {
  verb: string;
  /** What comes of it: something ends, something is looked at, something is made or changed. */
  sort: 'ends' | 'looks' | 'makes';
  names: string[];
}

const ends = /^(?:rm|rmi|rmdir|unlink|prune|down|stop|kill|disconnect|leave)$/;
const looks =
  /^(?:ls|logs|inspect|port|top|stats|events|history|diff|info|version|df|curl|wget|cat|less|more|head|tail|grep|ping|find|du|stat|wc)$/;

/** Whether two blocks do the same, or something of the same sort to the same thing, so that one may replace the other. */
export function areAlike(some: readonly Draft[], others: readonly Draft[]): boolean {
  const [own, other] = [deedsOf(some), deedsOf(others)];
  return own.some((one) => other.some((two) => isAlike(one, two)));
}

function isAlike(one: Deed, two: Deed): boolean {
  return (
    one.verb === two.verb || (one.sort === two.sort && one.names.some((name) => two.names.includes(name)))
  );
}

function deedsOf(drafts: readonly Draft[]): Deed[] {
  return drafts.flatMap(({ commands }) => commands.map(deedOf));
}

function deedOf({ words }: SimpleCommand): Deed {
  const call = dockerCall(words);
  if (call === null) {
    const verb = words[0]?.text ?? '';
    return { verb, sort: sortOf(verb), names: namesAmong(words.slice(1)) };
  }
  // Compose's `up` runs containers too.
  const verb =
    call.object === 'compose' && call.verb === 'up' ? 'container run' : `${call.object} ${call.verb}`;
  return { verb, sort: sortOf(call.verb), names: [...namesAmong(call.args), ...flagValues(call, '--name')] };
}

function sortOf(verb: string): Deed['sort'] {
  if (ends.test(verb)) return 'ends';
  return looks.test(verb) ? 'looks' : 'makes';
}

function namesAmong(words: readonly ShellWord[]): string[] {
  return words.map(({ text }) => text).filter((text) => /^[a-z]/i.test(text));
}
