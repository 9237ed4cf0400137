import type { CommandTrait } from '../../model/plan.ts';
import { type DockerCall, dockerCall, hasFlag, withoutWrappers } from '../../shell/docker-call.ts';
import type { ShellWord, SimpleCommand } from '../../shell/parse-shell.ts';
import { withoutTag } from '../names/page-names.ts';
import { innerCommand, isAskedNothing } from '../rooms/opens-room.ts';
import { servedBy, serverIn } from '../served.ts';
import { endsByItself } from './ends-by-itself.ts';
import type { TraitInput } from './trait-input.ts';

/** The trait of a statement, given by its stages, that goes on until Ctrl-C; null for one that ends. */
export function keepsTerminal(stages: readonly SimpleCommand[], input: TraitInput): CommandTrait | null {
  const pipeline = lastPipeline(stages, input.source);
  const at = pipeline.findIndex((stage) => reasonOf(stage.words, input) !== null);
  if (at === -1 || pipeline.slice(at + 1).some((stage) => endsByItself(stage.words))) return null;
  const reason = reasonOf(pipeline[at]!.words, input);
  return { kind: 'foreground', because: `${reason}, so it keeps the terminal until Ctrl-C.` };
}

// Of a list, what is typed last: what stands before it has to end first.
function lastPipeline(stages: readonly SimpleCommand[], source: string): readonly SimpleCommand[] {
  const first = stages.findLastIndex(
    (stage, index) =>
      index > 0 && !/^[^|]*\|&?[^|]*$/.test(source.slice(stages[index - 1]!.end, stage.start)),
  );
  return stages.slice(Math.max(0, first));
}

function reasonOf(all: readonly ShellWord[], input: TraitInput): string | null {
  const call = dockerCall(all);
  if (call !== null) return dockerReason(call, input);
  const words = withoutWrappers(all).map((word) => word.text);
  const [name = '', ...args] = words;
  if (name === 'watch' || name === 'top' || name === 'htop')
    return name === 'top' && args.some((arg) => /^-\w*n/.test(arg))
      ? null
      : `\`${name}\` shows a screen that renews itself`;
  if (name === 'ping' && !args.some((arg) => /^-[cw]/.test(arg))) return '`ping` without `-c` never ends';
  if ((name === 'tail' || name === 'journalctl') && args.some((arg) => /^-\w*[fF]|^--follow/.test(arg)))
    return `\`${name} -f\` follows its input`;
  if (name === 'kubectl' && args[0] === 'port-forward')
    return '`kubectl port-forward` serves until it is ended';
  if (/^(?:npm|yarn|pnpm)$/.test(name) && /^(?:run )?(?:start|dev|serve|watch)$/.test(args.join(' ')))
    return `\`${words.join(' ')}\` starts a server`;
  if (/^python3?$/.test(name) && args[0] === '-m' && /^(?:http\.server|flask)$/.test(args[1] ?? ''))
    return `\`${words.join(' ')}\` starts a server`;
  if (/^(?:uvicorn|gunicorn)$/.test(name) || (name === 'flask' && args.includes('run')))
    return `\`${name}\` starts a server`;
  const server = serverIn(words);
  if (server !== null) return `${server} is a server`;
  return name === 'sleep' && args[0] === 'infinity' ? '`sleep infinity` never ends' : null;
}

function dockerReason(call: DockerCall, input: TraitInput): string | null {
  if (call.verb === 'logs' && hasFlag(call, '-f', '--follow')) return '`logs -f` follows the log';
  if (call.verb === 'stats' && !hasFlag(call, '--no-stream'))
    return '`stats` without `--no-stream` renews itself';
  if (call.verb === 'events' && !hasFlag(call, '--until')) return '`events` waits for events';
  if (
    call.object === 'compose' &&
    ['up', 'watch'].includes(call.verb) &&
    !hasFlag(call, '-d', '--detach', '--wait', '--no-start')
  ) {
    return `\`compose ${call.verb}\` without \`-d\` shows the logs`;
  }
  if (call.verb === 'attach' && isAskedNothing(call, input.names))
    return '`attach` shows what the container prints';
  if (!['container', 'compose'].includes(call.object) || !['run', 'exec'].includes(call.verb)) return null;
  if (hasFlag(call, '-d', '--detach')) return null;
  const inner = innerCommand(call);
  const served = call.verb === 'run' ? imageReason(call) : null;
  if (served !== null) return served;
  if (inner.length > 0) return dockerCall(inner) === null ? reasonOf(inner, input) : null;
  if (call.object === 'compose') return null;
  const says =
    /ctrl\s*[-+]\s*c|control\s*[-+]\s*c|in the foreground|(?:new|another|second|separate) terminal/i.exec(
      input.prose,
    );
  return says === null ? null : `The text says "${says[0]}"`;
}

// What an image does by itself, and with the words behind its name.
function imageReason(call: DockerCall): string | null {
  const [image, ...inner] = call.args;
  if (call.object !== 'container' || hasFlag(call, '--entrypoint')) return null;
  if (inner.length === 0 && hasFlag(call, '-p', '--publish', '-P', '--publish-all'))
    return 'It publishes a port and is not detached (`-d`)';
  const served = servedBy(
    withoutTag(image?.text ?? ''),
    inner.map((word) => word.text),
  );
  return served === null ? null : `${served} is a server and is not detached (\`-d\`)`;
}
