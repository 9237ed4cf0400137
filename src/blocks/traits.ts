import type { CommandTrait } from '../model/plan.ts';
import { type DockerCall, dockerCall, hasFlag, withoutWrappers } from '../shell/docker-call.ts';
import type { ShellWord, SimpleCommand } from '../shell/parse-shell.ts';
import { withoutTag } from './page-names.ts';
import { servedBy, serverIn } from './served.ts';

/** What a trait is decided from: one statement, and what the page says around it. */
export interface TraitInput {
  commands: readonly SimpleCommand[];
  source: string;
  background: boolean;
  /** How many rooms (shells, REPLs) are open where it is typed, and the innermost one. */
  room: 'shell' | 'repl' | null;
  /** The sentences around the block, joined. */
  prose: string;
}

// What an image of nobody's knowledge runs, its page may say.
const promisesShell =
  /\b(?:inside|in|into|within)(?: of)? (?:a shell|(?:the|this|your|our) (?:\w+ )?container)\b[^.]*\b(?:run|type|use|execute|go|create|shell)|\b(?:a|the|your) (?:new )?(?:shell|bash) (?:prompt|inside|within|in)\b/i;
const plain: CommandTrait = { kind: 'plain' };
const shells = /^(?:(?:\/usr)?\/bin\/)?(?:ba|z|a|da|fi|k)?sh$/;
const repls =
  /^(?:(?:\/usr)?(?:\/local)?\/bin\/)?(?:i?python[\d.]*|node|psql|mysql|mariadb|redis-cli|mongo|mongosh|irb|sqlite3|php -a|ghci|julia|R|deno|bun)$/;
const shellImages =
  /^(?:.*\/)?(?:ubuntu|debian|alpine|busybox|fedora|centos|rockylinux|almalinux|archlinux|amazonlinux|opensuse(?:\/\w+)?|kalilinux)$/;
const replImages = /^(?:python|node|julia|r-base|pypy|haskell|jshell|openjdk|erlang|elixir)$/;

/** How a command differs from one that runs, ends and gives the prompt back. */
export function traitOf(input: TraitInput): CommandTrait {
  if (leaves(input))
    return { kind: 'leaves', because: `\`${input.source.trim()}\` ends what was opened before.` };
  if (input.room === 'repl') return inRepl(input);
  const stages = input.commands.filter((command) => command.depth === 0);
  const last = stages.at(-1);
  if (last === undefined || input.background) return plain;
  return opens(last, input) ?? foreground(stages, input) ?? plain;
}

function leaves(input: TraitInput): boolean {
  return input.room !== null && leavesRoom(input.source, input.room);
}

/** Whether typing this ends the shell or REPL that is open. */
export function leavesRoom(source: string, room: 'shell' | 'repl'): boolean {
  if (room === 'shell') return /^(?:exit|logout)(?:\s+\d+)?$/.test(source.trim());
  return /^(?:\\q|\.?(?:exit|quit)(?:\(\))?|bye);?$/i.test(source.trim());
}

function inRepl(input: TraitInput): CommandTrait {
  if (!/^(?:monitor|subscribe\s.*)$/i.test(input.source.trim())) return plain;
  return { kind: 'foreground', because: 'It shows what comes in, so it keeps the prompt until Ctrl-C.' };
}

function opens(command: SimpleCommand, input: TraitInput): CommandTrait | null {
  const words = withoutWrappers(command.words);
  const call = dockerCall(command.words);
  const room = call === null ? programRoom(words, command.words) : containerRoom(call, input);
  if (room === null) return null;
  const where =
    call === null
      ? `\`${words.map((word) => word.text).join(' ')}\` waits for more commands`
      : containerReason(call, room);
  return { kind: 'opens', room, because: `${where}, so what follows is typed inside it until \`exit\`.` };
}

function containerReason(call: DockerCall, room: 'shell' | 'repl'): string {
  const inner = call.args.slice(1).map((word) => word.text);
  const what =
    inner.length > 0 ? `\`${inner.join(' ')}\`` : `the ${room === 'shell' ? 'shell' : 'prompt'} of its image`;
  return `It opens ${what} in a container on the reader's terminal`;
}

function containerRoom(call: DockerCall, input: TraitInput): 'shell' | 'repl' | null {
  if (call.object === 'container' && call.verb === 'attach') return 'shell';
  if (!['run', 'exec'].includes(call.verb) || !['container', 'compose'].includes(call.object)) return null;
  if (hasFlag(call, '-d', '--detach', '-T')) return null;
  const isTerminal = hasFlag(call, '-t', '--tty') && hasFlag(call, '-i', '--interactive');
  if (!isTerminal && call.object !== 'compose') return null;
  if (/[|<]/.test(input.source.replace(/"[^"]*"|'[^']*'|<[\w -]+>/g, ''))) return null;
  const inner = call.args.slice(1);
  if (inner.length > 0) return programRoom(inner, inner);
  if (call.verb !== 'run' || call.object !== 'container') return null;
  return imageRoom(call.args[0]?.text ?? '') ?? (promisesShell.test(input.prose) ? 'shell' : null);
}

function imageRoom(image: string): 'shell' | 'repl' | null {
  const name = withoutTag(image);
  if (shellImages.test(name)) return 'shell';
  return replImages.test(name) ? 'repl' : null;
}

function programRoom(words: readonly ShellWord[], all: readonly ShellWord[]): 'shell' | 'repl' | null {
  const [name = '', ...args] = words.map((word) => word.text);
  if (shells.test(name)) return args.every((arg) => /^-(?:i|l|il|li|-login)$/.test(arg)) ? 'shell' : null;
  if (name === 'su' && !args.includes('-c')) return 'shell';
  if (name === 'newgrp') return 'shell';
  if (all[0]?.text === 'sudo' && all.some((word) => /^-[is]$/.test(word.text)) && all.length === 2)
    return 'shell';
  if (name === 'ssh')
    return args.filter((arg, index) => !arg.startsWith('-') && !/^-[iploFJLRD]$/.test(args[index - 1] ?? ''))
      .length === 1
      ? 'shell'
      : null;
  return repls.test(name) && isInteractiveRepl(name, args) ? 'repl' : null;
}

// A script, `-c`, `-e`, `--version` or a redis command as argument ends by itself.
function isInteractiveRepl(name: string, args: string[]): boolean {
  if (
    args.some((arg) => /^(?:-c|-e|-f|--command|--eval|--execute|--version|-V|--help|-m|-l|--list)/.test(arg))
  ) {
    return name === 'psql' ? false : args.includes('-i');
  }
  if (/^(?:psql|mysql|mariadb|mongo|mongosh)$/.test(name)) return true;
  const takesValue = /^-(?:h|p|a|n|u|-port|-host)$/;
  const free = args.filter((arg, index) => !arg.startsWith('-') && !takesValue.test(args[index - 1] ?? ''));
  return name === 'sqlite3' ? free.length <= 1 : free.length === 0;
}

function foreground(stages: readonly SimpleCommand[], input: TraitInput): CommandTrait | null {
  const reason = stages.length === 1 || isList(input.source) ? foregroundReason(stages.at(-1)!, input) : null;
  return reason === null
    ? null
    : { kind: 'foreground', because: `${reason}, so it keeps the terminal until Ctrl-C.` };
}

function isList(source: string): boolean {
  return /&&/.test(source) && !/[^|]\|[^|]/.test(source);
}

function foregroundReason(command: SimpleCommand, input: TraitInput): string | null {
  const call = dockerCall(command.words);
  if (call !== null) return dockerForeground(call, input);
  const words = withoutWrappers(command.words).map((word) => word.text);
  const [name = '', ...args] = words;
  if (name === 'watch' || name === 'top' || name === 'htop')
    return `\`${name}\` shows a screen that renews itself`;
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

function dockerForeground(call: DockerCall, input: TraitInput): string | null {
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
  if (call.object === 'container' && call.verb === 'run' && !hasFlag(call, '-d', '--detach'))
    return runForeground(call, input);
  return null;
}

function runForeground(call: DockerCall, input: TraitInput): string | null {
  const [image, ...inner] = call.args;
  const isPublished = hasFlag(call, '-p', '--publish', '-P', '--publish-all');
  if (inner.length === 0 && isPublished) return 'It publishes a port and is not detached (`-d`)';
  const served = hasFlag(call, '--entrypoint')
    ? null
    : servedBy(
        withoutTag(image?.text ?? ''),
        inner.map((word) => word.text),
      );
  if (served !== null) return `${served} is a server and is not detached (\`-d\`)`;
  if (inner.length > 0) {
    const command = { words: inner, start: 0, end: 0, depth: 0 };
    return dockerCall(command.words) === null ? foregroundReason(command, input) : null;
  }
  const says =
    /ctrl\s*[-+]\s*c|control\s*[-+]\s*c|in the foreground|(?:new|another|second|separate) terminal/i.exec(
      input.prose,
    );
  return says === null ? null : `The text says "${says[0]}"`;
}
