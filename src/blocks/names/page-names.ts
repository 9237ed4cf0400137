import { dockerCall } from '../../shell/docker-call.ts';
import { withoutMarks } from '../../shell/mask-placeholders.ts';
import type { ParsedShell } from '../../shell/parse-shell.ts';

/** Names that the commands of a page bring into the world, or use. */
export interface PageNames {
  /** Containers, images, networks and volumes that a command of the page names when it makes them. */
  created: Set<string>;
  /** Images that a command runs or pulls, without their tags. */
  images: Set<string>;
  /** Placeholders for a user's name in front of images that a command of the page makes: `<user>` of `build -t <user>/app`. */
  namespaces: Set<string>;
  /** The sorts of objects (`container`, `network` …) of which the commands planned so far have named one. */
  sortsNamed: Set<string>;
  /** What a reader finds who turns to a container that the page has named: the prompt of a shell or REPL, or none. */
  rooms: Map<string, 'shell' | 'repl' | 'none'>;
  /** What the images that the page builds open on a terminal. */
  builtRoom: 'shell' | 'repl' | null;
  /** Variables that the page sets somewhere, in a command or a file. */
  variables: Set<string>;
  /** Commands that the page itself makes: aliases and functions of the shell. */
  commands: Set<string>;
  /** Ids that the page shows somewhere. */
  shownIds: Set<string>;
  /** Whether a command makes or joins a swarm, and whether one joins it. */
  swarm: boolean;
  joins: boolean;
}

/** An empty set of names. */
export function noNames(): PageNames {
  return {
    created: new Set(),
    images: new Set(),
    namespaces: new Set(),
    sortsNamed: new Set(),
    rooms: new Map(),
    builtRoom: null,
    variables: new Set(),
    commands: new Set(),
    shownIds: new Set(),
    swarm: false,
    joins: false,
  };
}

/** Adds the variables, commands and ids that stand in the text of a block, whatever it is. */
export function addMentions(text: string, names: PageNames): void {
  for (const [name] of text.matchAll(/(?<![\w$.{-])[A-Z][A-Z0-9_]+(?==|: )/g)) names.variables.add(name);
  for (const match of text.matchAll(/^(?:[$#] +)?(?:alias +([\w-]+)=|(?:function +)?([\w-]+) ?\(\) ?\{)/gm))
    names.commands.add((match[1] ?? match[2])!);
  for (const [id] of text.matchAll(/\b(?:[0-9a-f]{64}|[0-9a-f]{12})\b/g)) names.shownIds.add(id);
}

/** Adds the names that stand in one piece of shell text. */
export function addNames(shell: ParsedShell, names: PageNames): void {
  for (const command of shell.statements.flatMap((statement) => statement.commands)) {
    const call = dockerCall(command.words);
    if (call === null) continue;
    for (const flag of call.flags) {
      if (flag.value === null) continue;
      if (['--name', '--network-alias', '--hostname'].includes(flag.name)) addCreated(flag.value, names);
      if (['-t', '--tag'].includes(flag.name)) addImage(flag.value, names);
    }
    const first = call.args[0]?.text;
    if (call.object === 'swarm' && ['init', 'join'].includes(call.verb)) {
      names.swarm = true;
      names.joins ||= call.verb === 'join';
    }
    if (call.verb === 'tag' && call.args[1] !== undefined) addImage(call.args[1].text, names);
    if (call.verb === 'commit' && call.args[1] !== undefined) addImage(call.args[1].text, names);
    if (['network', 'volume'].includes(call.object) && call.verb === 'create' && first !== undefined)
      addCreated(first, names);
    if (['run', 'create', 'pull'].includes(call.verb) && first !== undefined && call.object !== 'compose') {
      names.images.add(withoutTag(first));
    }
  }
}

/** A placeholder for the reader's name at a registry, in front of an image's name. */
const userNamespace =
  /^(?:<[\w .-]*(?:user|hub|account|docker|your)[\w .-]*>|\$\$\w*(?:user|hub|account|docker)\w*\$\$|[A-Z_-]*(?:USER|HUB|ACCOUNT|DOCKER_?ID)[A-Z_-]*|your[-_]?(?:docker[-_]?)?(?:hub[-_]?)?(?:user[-_]?name|user|name|id|account))(?=\/[\w<.-])/i;

/** A placeholder without its marks, in small letters: `<Your-Name>` is `your-name`. */
export function plainWord(placeholder: string): string {
  return withoutMarks(placeholder).toLowerCase();
}

// An image's name has no capitals: `IMAGE_NAME` is nobody's image.
function addImage(name: string, names: PageNames): void {
  const namespace = userNamespace.exec(name)?.[0];
  if (namespace !== undefined) names.namespaces.add(plainWord(namespace));
  if (!/[A-Z]/.test(withoutTag(name))) addCreated(name, names);
}

function addCreated(name: string, names: PageNames): void {
  names.created.add(name);
  names.created.add(withoutTag(name));
}

/** An image's name without tag and digest. */
export function withoutTag(image: string): string {
  return image.replace(/@.*$/, '').replace(/:[^:/]*$/, '');
}
