import type { CommandTrait } from '../../model/plan.ts';
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
  const removes = commands.some((command) => {
    const texts = command.words.map(({ text }) => text);
    const [program, ...rest] = texts[0] === 'sudo' ? texts.slice(1) : texts;
    if (program === 'rm') return rest.some((word) => engineData.test(word));
    const verb = removers[program ?? ''];
    // In a loop over packages their names stand outside of the command.
    return verb !== undefined && rest.some((word) => verb.test(word)) && enginePackage.test(source);
  });
  if (!removes) return null;
  return {
    kind: 'other-system',
    because: 'It removes a Docker Engine, and the one of this machine is needed for the rest of the page.',
  };
}
