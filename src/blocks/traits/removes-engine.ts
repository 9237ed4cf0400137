import type { CommandTrait } from '../../model/plan.ts';
import { withoutWrappers } from '../../shell/docker-call.ts';
import type { SimpleCommand } from '../../shell/parse-shell.ts';

const removers: Readonly<Record<string, RegExp>> = {
  apt: /^(?:remove|purge|autoremove)$/,
  'apt-get': /^(?:remove|purge|autoremove)$/,
  aptitude: /^(?:remove|purge)$/,
  dpkg: /^(?:-r|-P|--remove|--purge)$/,
  snap: /^remove$/,
};
// `docker-*` takes the engine's packages too, whatever else it takes.
const enginePackage =
  /(?<![\w/.-])(?:docker(?:[.-]?[*?]|[.-][\w.*?-]+)?|containerd(?:\.io)?|runc|podman-docker)(?![\w/*?-])/;
const engineData = /^\/var\/lib\/(?:docker|containerd)\/?\*?$/;

/**
 * The trait of a command of the reader's own shell that removes a Docker Engine, its packages or its data: it is for a
 * computer that has another one, or is done with this one. Null for others. The page's own machine keeps its engine,
 * without which nothing after it could be shown to work. `typed`: what the page has typed up to its end, where its
 * variables get their values.
 */
export function removesEngine(
  commands: readonly SimpleCommand[],
  { source, typed }: { source: string; typed: () => string },
): CommandTrait | null {
  const removes = commands.some(({ words }) => {
    const [program = '', ...rest] = withoutWrappers(words).map(({ text }) => text);
    if (program === 'rm') return rest.some((word) => engineData.test(word));
    return (
      rest.some((word) => removers[program]?.test(word)) && enginePackage.test(namesIn(rest, source, typed))
    );
  });
  if (!removes) return null;
  return {
    kind: 'other-system',
    because: 'It removes a Docker Engine, and the one of this machine is needed for the rest of the page.',
  };
}

// The names that a variable or another command gives stand outside of these words: in a loop over packages, or in a list before.
function namesIn(words: readonly string[], source: string, typed: () => string): string {
  const own = words.join(' ');
  if (!/[$`]/.test(own)) return own;
  const text = typed();
  const values = [...own.matchAll(/\$\{?(\w+)/g)].flatMap(([, name]) => assigned(name!, text));
  return [source, ...values].join('\n');
}

function assigned(name: string, typed: string): string[] {
  const value = String.raw`"([^"]*)"|'([^']*)'|\(([^)]*)\)|([^\s;&|]+)`;
  return [...typed.matchAll(new RegExp(String.raw`(?<![\w$])${name}\+?=(?:${value})`, 'g'))].map((match) =>
    match.slice(1).join(''),
  );
}
