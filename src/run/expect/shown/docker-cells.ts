import { type Circumstances, isSaid } from '../../../values/circumstances.ts';
import { typedText } from '../../../values/typed-text.ts';
import { type Match, matchTyped } from '../values/match-typed.ts';
import { type Commands, holdsCommand, isSameCut } from './command-cell.ts';
import { plainImage } from './progress/fact.ts';
import type { ProjectNames } from './project-names.ts';
import { holdsPorts, holdsStatus } from './status-and-ports.ts';
import { tellsTime } from './time-words.ts';

/** Columns that say when, how much or how long: no two computers print the same. */
const varying = new Set(
  'CREATED,CREATED AT,RUNNING FOR,SIZE,CONTENT SIZE,EXTRA,TOTAL,ACTIVE,RECLAIMABLE,CPU %,MEM %,MEM USAGE / LIMIT,NET I/O,BLOCK I/O,PIDS,LAST UPDATED,UPTIME,STIME,START,TIME,TTY,STAT,VSZ,RSS,%CPU,%MEM,C,SHARED SIZE,UNIQUE SIZE,AVAILABILITY ZONE,ENGINE VERSION,DOCKER ENDPOINT,STARS'.split(
    ',',
  ),
);

/** Of these, the columns that tell a time. */
const times = new Set('CREATED,CREATED AT,RUNNING FOR,LAST UPDATED'.split(','));

/** Holds a cell of a table by what its column means; gives its values, or null when it differs. */
export function holdCell(
  column: string,
  cells: Commands,
  circumstances: Circumstances,
  projects: ProjectNames,
): Match[] | null {
  const { shown, actual } = cells;
  if (/^(?:\.{3}|…)$/.test(shown)) return [];
  if (varying.has(column)) return times.has(column) && !tellsTime(shown) && shown !== actual ? null : [];
  const whether = (holds: boolean): Match[] | null => (holds ? [] : null);
  switch (column) {
    case 'STATUS':
      return holdsStatus(shown, actual) ?? typed(shown, actual, circumstances);
    case 'CURRENT STATE':
      return whether(firstWord(shown) === firstWord(actual));
    case 'ID':
      return holdsObject(shown, actual) ?? typed(shown, actual, circumstances);
    case 'HOSTNAME':
    case 'NODE':
      return holdsNode(shown, actual, circumstances);
    case 'PORTS':
      return whether(holdsPorts(shown, actual, circumstances));
    case 'IMAGE':
    case 'REPOSITORY':
      return whether(holdsImage(shown, actual, circumstances, projects));
    case 'TAG':
    case 'SCOPE':
      return whether(shown === actual);
    case 'COMMAND':
      return whether(holdsCommand(cells, circumstances));
    case 'CREATED BY':
      return whether(isSameCut(instruction(shown), instruction(actual)));
    case 'PID':
    case 'PPID':
      // The first process is what a page speaks of, the others get what number comes.
      return whether((shown === '1') === (actual === '1') && /^\d+$/.test(actual));
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

// `kytp4gq5mrvmdbb0qpifdxeiv *`: of a swarm's node, service or task, in full or cut; the star is at one's own node.
const object = /^([0-9a-z]{12,25})( \*)?$/;

function holdsObject(shown: string, actual: string): Match[] | null {
  const [one, other] = [object.exec(shown), object.exec(actual)];
  if (one === null || other === null || one[2] !== other[2]) return null;
  return [{ type: 'object', varies: false, shown: one[1]!, actual: other[1]! }];
}

// A computer has its name before it becomes a node; the page may have chosen it all the same.
function holdsNode(shown: string, actual: string, circumstances: Circumstances): Match[] | null {
  if (shown === actual) return [];
  if (shown === '' || actual === '' || isSaid(shown, circumstances) || isSaid(actual, circumstances))
    return null;
  return [{ type: 'host', varies: false, shown, actual }];
}

function firstWord(text: string): string {
  return text.trim().split(' ')[0]!.toLowerCase();
}

function isComposed(name: string): boolean {
  return /[-_]\d+$|[-_]default$/.test(name);
}

function instruction(cell: string): string {
  return cell
    .replace(/^\/bin\/sh -c (?:#\(nop\)\s*)?|^RUN (?:\/bin\/sh -c )?/, '')
    .replace(/\s*# buildkit$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
