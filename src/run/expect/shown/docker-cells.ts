import { type Circumstances, isSaid } from '../values/circumstances.ts';
import { type Match, matchTyped } from '../values/match-typed.ts';
import { typedText } from '../values/typed-text.ts';
import { plainImage } from './progress/fact.ts';
import type { ProjectNames } from './project-names.ts';
import { holdsPorts, holdsStatus } from './status-and-ports.ts';

/** Columns that say when, how much or how long: no two computers print the same. */
const varying = new Set(
  'CREATED,CREATED AT,RUNNING FOR,SIZE,CONTENT SIZE,EXTRA,TOTAL,ACTIVE,RECLAIMABLE,CPU %,MEM %,MEM USAGE / LIMIT,NET I/O,BLOCK I/O,PIDS,LAST UPDATED,UPTIME,STIME,START,TIME,TTY,STAT,VSZ,RSS,%CPU,%MEM,C,CURRENT STATE,SHARED SIZE,UNIQUE SIZE,AVAILABILITY ZONE,ENGINE VERSION,DOCKER ENDPOINT,STARS'.split(
    ',',
  ),
);

/** Holds a cell of a table by what its column means; gives its values, or null when it differs. */
export function holdCell(
  column: string,
  cells: { shown: string; actual: string },
  circumstances: Circumstances,
  projects: ProjectNames,
): Match[] | null {
  const { shown, actual } = cells;
  if (varying.has(column) || /^(?:\.{3}|…)$/.test(shown)) return [];
  const whether = (holds: boolean): Match[] | null => (holds ? [] : null);
  switch (column) {
    case 'STATUS':
      return holdsStatus(shown, actual) ?? typed(shown, actual, circumstances);
    case 'PORTS':
      return whether(holdsPorts(shown, actual, circumstances));
    case 'IMAGE':
    case 'REPOSITORY':
      return whether(holdsImage(shown, actual, circumstances, projects));
    case 'TAG':
    case 'SCOPE':
      return whether(shown === actual);
    case 'COMMAND':
      return whether(holdsCommand(shown, actual, circumstances));
    case 'CREATED BY':
      return whether(isSameCut(instruction(shown), instruction(actual)));
    case 'PID':
    case 'PPID':
      // The first process is what a page speaks of, the others get what number comes.
      return whether((shown === '1') === (actual === '1') && /^\d+$/.test(actual));
    case 'HOSTNAME':
      // What a computer is called is a fact of it, until the page itself says that name.
      return whether(shown === actual || !isSaid(shown, circumstances));
    case 'NAME':
    case 'NAMES':
      return holdsName(shown, actual, circumstances, projects);
    default:
      return typed(shown, actual, circumstances);
  }
}

function typed(shown: string, actual: string, circumstances: Circumstances): Match[] | null {
  return matchTyped(typedText(shown, circumstances), actual);
}

const imageId = /^(?:sha256:)?[0-9a-f]{12,64}$/;

// An image that has lost its name is called by its id.
function holdsImage(
  shown: string,
  actual: string,
  circumstances: Circumstances,
  projects: ProjectNames,
): boolean {
  const [one, other] = [plainImage(shown), plainImage(actual)];
  if (one === other || (imageId.test(one) && imageId.test(other))) return true;
  return /\bcompose\b/.test(circumstances.ran) && projects.isSame(one, other);
}

function holdsName(
  shown: string,
  actual: string,
  circumstances: Circumstances,
  projects: ProjectNames,
): Match[] | null {
  // A name that the page has given is never one that Docker gave.
  const matches =
    isSaid(actual, circumstances) && shown !== actual ? null : typed(shown, actual, circumstances);
  if (matches !== null) return matches;
  const isOfProject = /compose/.test(circumstances.said) && isComposed(shown);
  return isOfProject && projects.isSame(shown, actual) ? [] : null;
}

function isComposed(name: string): boolean {
  return /[-_]\d+$|[-_]default$/.test(name);
}

/** Which command an image starts with is its own affair; one that the page has given must be there. */
function holdsCommand(shown: string, actual: string, circumstances: Circumstances): boolean {
  const [one, other] = [commandText(shown), commandText(actual)];
  return isSameCut(one, other) || !isGiven(one.replace(/(?:…|\.{3})$/, ''), circumstances);
}

function commandText(cell: string): string {
  return cell.replace(/^"|"$/g, '');
}

const startsSomething = /\b(?:run|create|up)\b|^\s*(?:CMD|ENTRYPOINT)\b|^\s*command:/;

function isGiven(command: string, circumstances: Circumstances): boolean {
  const starting = circumstances.said.split('\n').filter((line) => startsSomething.test(line));
  const plain = (text: string): string =>
    text
      .replace(/["'[\],]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  const wanted = plain(command);
  return wanted !== '' && isSaid(wanted, { ...circumstances, said: plain(starting.join('\n')) });
}

// `docker ps` cuts at 20 characters, older ones without a sign.
const cutAt = 19;

function isSameCut(one: string, other: string): boolean {
  const [short, long] = [one, other]
    .map((text) => text.replace(/(?:…|\.{3})$/, '').trim())
    .sort((a, b) => a.length - b.length) as [string, string];
  const isCut = short.length >= cutAt || /(?:…|\.{3})$/.test(one) || /(?:…|\.{3})$/.test(other);
  return short === long || (isCut && long.startsWith(short));
}

function instruction(cell: string): string {
  return cell
    .replace(/^\/bin\/sh -c (?:#\(nop\)\s*)?|^RUN (?:\/bin\/sh -c )?/, '')
    .replace(/\s*# buildkit$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
