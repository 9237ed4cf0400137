import { type Circumstances, isSaid } from '../../../values/circumstances.ts';
import type { ValueType } from '../../../values/value-type.ts';
import { measured } from '../../../values/value-types.ts';
import { linkFacts } from './link-facts.ts';
import type { PrintedBy } from './printed-by.ts';

const engineFacts: readonly ValueType[] = [
  {
    name: 'fact of the computer',
    shown: String.raw`(?<=^(?:Kernel Version|Operating System|OSType|Architecture|Name|ID|Total Memory|Docker Root Dir|Server Version|[\w-]{1,20} version|Storage Driver|Backing Filesystem|Cgroup Driver|Cgroup Version|Runtimes|Default Runtime|Security Options|Built|Git commit|GitCommit|Version|API version|Go version|OS\/Arch|Context|Username|Registry|Client|Server): ).{1,500}`,
    accepts: '.{1,500}',
    varies: true,
  },
  measured,
];
const numbers: readonly ValueType[] = [measured];
// Lengths of queues, but no part of an address: a port is content.
const queueLengths: readonly ValueType[] = [
  { name: 'length of a queue', shown: String.raw`(?<![\d.:])\d{1,20}(?![\w.:])`, varies: true },
];
// What a format of `date` makes of a moment. UTC is what a computer has that was told no zone.
const partsOfDates: readonly ValueType[] = [
  measured,
  {
    name: 'day',
    shown: String.raw`(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b`,
    varies: true,
  },
  {
    name: 'month',
    shown: String.raw`(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:tember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b`,
    varies: true,
  },
  { name: 'half of a day', shown: String.raw`[AaPp][Mm]\b`, varies: true },
  { name: 'zone', shown: String.raw`(?!UTC\b)[A-Z]{2,4}T\b`, varies: true },
];
const links: readonly ValueType[] = [...linkFacts, measured];
const none: readonly ValueType[] = [];

/** The types that count only in what this command prints, because it measures or describes the computer. */
export function typesOfItsOwn({ programs, measures }: PrintedBy): readonly ValueType[] {
  if (programs.some((program) => ['docker system info', 'docker system version'].includes(program)))
    return engineFacts;
  if (programs.includes('date')) return partsOfDates;
  if (programs.some((program) => program === 'netstat' || program === 'ss')) return queueLengths;
  if (programs[0] === 'ip' && measures) return links;
  return measures ? numbers : none;
}

/** Whether it prints `Key: value` lines about the engine, of which each version has others. */
export function describesEngine({ programs }: PrintedBy): boolean {
  return programs.length === 1 && /^docker system (?:info|version)$/.test(programs[0]!);
}

/** Whether it prints only what differs from computer to computer: who and where the reader is, and when. */
export function tellsWhoAndWhere(by: PrintedBy, circumstances: Circumstances): boolean {
  const [program, ...others] = new Set(by.programs);
  if (program === undefined || others.length > 0) return false;
  const isInside = by.insideContainer || !circumstances.onHost;
  if (users.has(program)) return isInside ? isGivenTheReader(circumstances) : !by.viaSudo;
  if (program === 'hostname')
    return by.words.length < 3 && (!isInside || sharesNetwork.test(circumstances.ran));
  if (program === 'date') return !isInside && !by.words.some((word) => word.startsWith('+'));
  return program === 'uuidgen';
}

const users = new Set(['whoami', 'logname', 'id', 'groups']);
const sharesNetwork = /\s--(?:net|network|uts)[= ]host\b/;

// `--user "$(id -u)"`: the container's user is whoever reads the page.
function isGivenTheReader({ ran, said }: Circumstances): boolean {
  return /\$\((?:id|whoami)\b|\$\{?(?:UID|USER|LOGNAME)\b/.test(`${said}\n${ran}`);
}

/** Whether it describes the computer in lines of which the next computer has others. */
export function describesComputer(
  { programs, viaDocker }: PrintedBy,
  { onHost }: Pick<Circumstances, 'onHost'>,
): boolean {
  const [program] = programs;
  if (programs.length !== 1 || program === undefined) return false;
  return ofTheKernel.has(program) || (onHost && !viaDocker && ofTheNetwork.has(program));
}

// A container's own network, ports and processes are the page's; memory, disks and processors shine through.
const ofTheKernel = new Set('free,df,vmstat,iostat,lscpu,mount,lsblk,uname'.split(','));
const ofTheNetwork = new Set('top,htop,ip,ifconfig,netstat,ss'.split(','));

/** Whether a line speaks of a port that the page itself has said. */
export function namesSaidPort(line: string, circumstances: Circumstances): boolean {
  return [...line.slice(0, 2_000).matchAll(/:(\d{2,5})\b/g)].some(([, port]) => isSaid(port!, circumstances));
}

/**
 * Whether two descriptions of computers are of one kind: some line begins with the same word, or with a number, in both.
 * A kernel's version is like another kernel's version, and not like its name.
 */
export function describeAlike(shown: readonly string[], actual: readonly string[]): boolean {
  const starts = new Set(actual.map(startOf));
  return shown.some((line) => starts.has(startOf(line)));
}

function startOf(line: string): string {
  const word = line.trim().split(/\s+/)[0] ?? '';
  if (/^(?:x86_64|amd64|i[36]86|aarch64|arm64|armv\d\w*|riscv64|ppc64le|s390x)$/.test(word))
    return 'architecture';
  return /^\d/.test(word) ? 'number' : word.toLowerCase();
}
