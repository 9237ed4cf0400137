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
const enginePackage =
  /(?<![\w/.-])(?:docker(?:[.-][\w.-]+)?|containerd(?:\.io)?|runc|podman-docker)(?![\w/-])/;
const engineData = /^\/var\/lib\/(?:docker|containerd)\/?\*?$/;

/**
 * The trait of a command of the reader's own shell that removes a Docker Engine, its packages or its data: it is for a
 * computer that has another one, or is done with this one. Null for others. The page's own machine keeps its engine,
 * without which nothing after it could be shown to work.
 */
export function removesEngine(commands: readonly SimpleCommand[], source: string): CommandTrait | null {
  const removes = commands.some(({ words }) => {
    const [program = '', ...rest] = withoutWrappers(words).map(({ text }) => text);
    if (program === 'rm') return rest.some((word) => engineData.test(word));
    if (!rest.some((word) => removers[program]?.test(word))) return false;
    // The names that a variable or another command gives stand outside of these words, as in a loop over packages.
    const isGiven = rest.some((word) => /[$`]/.test(word));
    return enginePackage.test(isGiven ? source : rest.join(' '));
  });
  if (!removes) return null;
  return {
    kind: 'other-system',
    because: 'It removes a Docker Engine, and the one of this machine is needed for the rest of the page.',
  };
}
