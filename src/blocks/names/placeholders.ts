import type { Placeholder, Want } from '../../model/plan.ts';
import { type DockerCall, dockerCall, hasFlag, withoutWrappers } from '../../shell/docker-call.ts';
import type { ShellWord, SimpleCommand } from '../../shell/parse-shell.ts';
import type { PlaceholderRange } from '../../shell/placeholder-range.ts';
import { innerCommand } from '../rooms/opens-room.ts';
import { type PageNames, plainWord } from './page-names.ts';
import { isContainersAddress, wantFor } from './wants.ts';

/** A placeholder found in a command, and whether its position names something that the command itself makes. */
export interface FoundPlaceholder extends Placeholder {
  creates: boolean;
}

/** What is searched: a statement's simple commands, with offsets into `source`. */
export interface Searched {
  source: string;
  commands: readonly SimpleCommand[];
  /** Those that the shell lexer masked. */
  masked: readonly PlaceholderRange[];
}

const capitals = /(?<![\w$%{-])[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)*(?![\w%}-])/g;
const vocabulary = new Set(
  'CONTAINER CONTAINERS IMAGE IMAGES NETWORK VOLUME PORT TAG NAME ID IDS COMMAND OPTIONS ARG ARGS PATH FILE DIR REPOSITORY REPO REGISTRY SERVICE USERNAME USER URL NODE STACK SECRET SRC DEST SOURCE TARGET HOST KEY VALUE DIRECTORY FILENAME HOSTNAME IP PASSWORD TOKEN'.split(
    ' ',
  ),
);
const plainNames =
  /^(?:(?:my|your|some|the)[-_](?:container|image|network|volume)(?:[-_](?:id|name))?|(?:container|image|network|volume)[-_](?:id|name)|your[-_]?\w+(?:[-_]\w+)*|yourname)$/i;
const userNames = /^(?:my|your)[-_]?user(?:[-_]?name)?$/i;
const namespaces =
  /^(?:user(?:name)?|(?:my|your)[-_]?(?:user(?:[-_]?name)?|name|account)|docker[-_]?(?:hub[-_]?)?(?:id|user(?:name)?))(?=\/)/i;
const hexId = /^(?:sha256:)?(?=[0-9a-f]*[0-9])(?=[0-9a-f]*[a-f])(?:[0-9a-f]{12}|[0-9a-f]{64})$/;
// What stands behind these flags is the reader's own text or a fixed word, never a Docker object.
const ownText = new Set(
  '-e --env --cap-add --cap-drop -s --signal --filter --format -f -c --change -m --message --label -l --build-arg --env-file'.split(
    ' ',
  ),
);

/** The placeholders of a command, in order, with what each must be bound to. */
export function findPlaceholders(searched: Searched, names: PageNames): FoundPlaceholder[] {
  const found = searched.commands.flatMap((command) => inCommand(command, { searched, names }));
  const others = searched.masked.filter(
    (range) => !found.some((one) => one.start < range.end && one.end > range.start),
  );
  const unplaced = others.map((range) => ({
    ...range,
    wants: known(range) ?? ({ object: 'unknown' } as Want),
    creates: false,
  }));
  return [...found, ...unplaced].sort((a, b) => a.start - b.start);
}

function inCommand(command: SimpleCommand, at: { searched: Searched; names: PageNames }): FoundPlaceholder[] {
  const call = dockerCall(command.words);
  return command.words.slice(1).flatMap((word) => {
    const masked = at.searched.masked.filter((range) => range.start >= word.start && range.end <= word.end);
    const ranges =
      masked.length > 0
        ? [...masked, ...capitalsIn(word, { ...at, call, command, masked })]
        : bareRanges(word, { ...at, call, command });
    return ranges.map((range) => ({
      ...range,
      wants:
        known(range) ??
        (isOwnNamespace(range, { call, word, names: at.names })
          ? { object: 'fixed', value: 'reader' }
          : isContainersAddress(range.text, command)
            ? { object: 'address' }
            : wantFor(range.text, { call, word, field: isId(range.text, at.names) ? 'id' : null })),
      creates: call !== null && isCreating(call, word),
    }));
  });
}

function known({ value }: PlaceholderRange): Want | null {
  return value === undefined ? null : { object: 'fixed', value };
}

// Any name does for an image that the page makes and keeps on this computer.
function isOwnNamespace(
  range: PlaceholderRange,
  at: { call: DockerCall | null; word: ShellWord; names: PageNames },
): boolean {
  if (at.call === null || ['push', 'pull', 'login'].includes(at.call.verb)) return false;
  return range.start === at.word.start && at.names.namespaces.has(plainWord(range.text));
}

interface Looking {
  searched: Searched;
  names: PageNames;
  call: DockerCall | null;
  command: SimpleCommand;
}

// An id as the engine prints it, or the beginning of one that the page shows.
function isId(text: string, { shownIds }: PageNames): boolean {
  if (hexId.test(text)) return true;
  return /^(?=.*\d)[0-9a-f]{2,11}$/.test(text) && [...shownIds].some((id) => id.startsWith(text));
}

function bareRanges(word: ShellWord, at: Looking): PlaceholderRange[] {
  const raw = at.searched.source.slice(word.start, word.end);
  const whole = { start: word.start, end: word.end, text: raw };
  const namespace = at.call?.verb === 'push' ? namespaces.exec(raw) : null;
  if (namespace !== null)
    return [{ start: word.start, end: word.start + namespace[0].length, text: namespace[0] }];
  if (at.names.created.has(word.text)) return [];
  if (at.call !== null && isId(raw, at.names) && isObjectPosition(at.call, word)) return [whole];
  if (at.call === null && userNames.test(raw)) return [whole];
  if (plainNames.test(raw) && (at.call === null ? /^your[-_]/i.test(raw) : isObjectPosition(at.call, word))) {
    return /^your[-_]?(?:self|s)$/i.test(raw) ? [] : [whole];
  }
  return capitalsIn(word, { ...at, masked: [] });
}

function capitalsIn(
  word: ShellWord,
  at: Looking & { masked: readonly PlaceholderRange[] },
): PlaceholderRange[] {
  const raw = at.searched.source.slice(word.start, word.end);
  if (!/[A-Z]/.test(raw)) return [];
  if (/^['"]/.test(raw) && !/^(['"])[A-Z_-]+\1$/.test(raw)) return [];
  if (at.call !== null && isOwnText(at.call, word)) return [];
  return [...raw.matchAll(capitals)]
    .map((match) => ({
      start: word.start + match.index,
      end: word.start + match.index + match[0].length,
      text: match[0],
    }))
    .filter((range) => !at.masked.some((one) => range.start < one.end && range.end > one.start))
    .filter((range) => isMetavariable(range.text, at) && !at.names.created.has(range.text))
    .filter((range) => !isVariable(range, word, at));
}

// `export SITE_URL=…`, `printenv SITE_URL`: the name of a variable stands for itself.
function isVariable({ text, start, end }: PlaceholderRange, word: ShellWord, at: Looking): boolean {
  if (start === word.start && at.searched.source[end] === '=') return true;
  const words = at.call === null ? withoutWrappers(at.command.words) : innerCommand(at.call);
  if (/^(?:export|printenv|unset|read|declare|typeset|local|readonly)$/.test(words[0]?.text ?? ''))
    return words.includes(word) && !at.searched.source.slice(word.start, start).includes('=');
  return at.call === null && at.names.variables.has(text);
}

function isMetavariable(text: string, at: Looking): boolean {
  const parts = text.split(/[_-]/);
  if (/^(?:MY|YOUR)$/.test(parts[0]!) && parts.length > 1) return true;
  if (at.call === null)
    return (
      (parts.length > 1 && /^(?:ID|NAME|URL|IP)$/.test(parts.at(-1)!)) ||
      isContainersAddress(text, at.command)
    );
  if (isInnerCommand(at.call, text)) return false;
  return parts.some((part) => vocabulary.has(part));
}

// `docker exec web printenv PATH`: the command that runs inside has its own words.
function isInnerCommand(call: DockerCall, text: string): boolean {
  if (!['run', 'exec'].includes(call.verb) || call.object === 'compose') return false;
  const inner = call.args.slice(1);
  return inner.length > 1 && /^[a-z]/.test(inner[0]!.text) && inner.some((word) => word.text.includes(text));
}

function isOwnText(call: DockerCall, word: ShellWord): boolean {
  return call.flags.some((flag) => flag.valueWord === word && ownText.has(flag.name));
}

function isObjectPosition(call: DockerCall, word: ShellWord): boolean {
  if (['run', 'create', 'exec'].includes(call.verb)) return call.args[0] === word;
  return (
    call.args.includes(word) ||
    call.flags.some((flag) => flag.valueWord === word && flag.name === '--network')
  );
}

function isCreating(call: DockerCall, word: ShellWord): boolean {
  const named = call.flags.some(
    (flag) => flag.valueWord === word && ['--name', '-t', '--tag'].includes(flag.name),
  );
  if (named && !hasFlag(call, '--time')) return call.verb !== 'stop' && call.verb !== 'restart';
  if (call.verb === 'tag' || call.verb === 'rename') return call.args[1] === word;
  return ['network', 'volume'].includes(call.object) && call.verb === 'create';
}
