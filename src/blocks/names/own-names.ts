import { type DockerCall, dockerCall, flagValues } from '../../shell/docker-call.ts';
import type { SimpleCommand } from '../../shell/parse-shell.ts';
import type { FoundPlaceholder } from './placeholders.ts';

// Capitals, brackets and `your-…` are nobody's names; this may be one.
const mayBeName = /^(?:my|some|the)[-_][a-z_-]+$/;

/**
 * Whether a reader takes a placeholder for a name: where the page has named an object of that sort, `my-network` is a
 * name too, perhaps one with a slip. `named`: the sorts that it has named so far.
 */
export function isName(
  { text, wants }: Pick<FoundPlaceholder, 'text' | 'wants'>,
  named: ReadonlySet<string>,
): boolean {
  return mayBeName.test(text) && named.has(wants.object);
}

/** The sorts of objects (`container`, `network` …) to which a command gives a name of the page's own. */
export function sortsNamed(commands: readonly SimpleCommand[], found: readonly FoundPlaceholder[]): string[] {
  if (found.some(({ creates }) => creates)) return [];
  return commands.flatMap(({ words }) => {
    const call = dockerCall(words);
    return call !== null && givesName(call) ? [call.object] : [];
  });
}

function givesName(call: DockerCall): boolean {
  switch (call.object) {
    case 'container':
      return ['run', 'create'].includes(call.verb) && flagValues(call, '--name').length > 0;
    case 'network':
    case 'volume':
      return call.verb === 'create' && call.args.length > 0;
    case 'image':
      return call.verb === 'build' ? flagValues(call, '-t', '--tag').length > 0 : call.verb === 'tag';
    default:
      return false;
  }
}
