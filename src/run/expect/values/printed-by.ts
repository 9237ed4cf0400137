import { dockerCall, withoutWrappers } from '../../../shell/docker-call.ts';
import type { ShellWord } from '../../../shell/parse-shell.ts';
import { wordsOf } from '../../../shell/words-of.ts';

/** What kind of output a command line prints, as far as that decides how its output is compared. */
export interface PrintedBy {
  /** The programs whose output comes out, the innermost where a container runs one; `docker image build` for Docker's own. */
  programs: readonly string[];
  /** All words of the last one. */
  words: readonly string[];
  /** Whether Docker runs it, which may first tell of its pulling. */
  viaDocker: boolean;
  /** Whether a container prints some of it. */
  insideContainer: boolean;
  /** Whether it runs as another user than the reader. */
  viaSudo: boolean;
  /** Whether it prints only measurements: every number is free. */
  measures: boolean;
  /** Whether it prints a text that somebody wrote, so that a line too many is as wrong as one too few. */
  recites: boolean;
}

const measuring = new Set(
  'uptime,free,df,du,top,htop,ps,vmstat,iostat,lscpu,nproc,date,uname,mount,lsblk,ip,ifconfig,netstat,ss,ping,traceroute,ab,wrk,hey,dd,uuidgen,shuf,redis-benchmark,pgbench,sysbench,docker container stats,docker container top,docker system df,docker compose stats,docker compose top,docker system info'.split(
    ',',
  ),
);
const reciting = new Set([
  'cat',
  'echo',
  'printf',
  'expr',
  'wc',
  'seq',
  'tac',
  'rev',
  'tr',
  'grep',
  'head',
  'tail',
  'sort',
  'uniq',
]);
// What these print is what they are given.
const filters = new Set([
  'grep',
  'head',
  'tail',
  'sort',
  'awk',
  'cut',
  'less',
  'more',
  'cat',
  'tee',
  'column',
  'sed',
  'cd',
]);
// Files that come with a system, of which a page shows what matters to it.
const ofSystem = /(?:^|\s)\/(?:etc|proc|sys|usr|lib|var\/log|var\/lib|run)\//;

/** Tells from a command line what prints its output. An empty one tells nothing. */
export function printedBy(ran: string): PrintedBy {
  const lines = wordsOf(ran);
  const commands = lines.map((words) => innermost(words, 0));
  const programs = commands.map(([program = '']) => program);
  const isMeasuring = programs.some((program) => measuring.has(program));
  return {
    programs,
    words: commands.at(-1) ?? [],
    viaDocker: lines.some((words) => dockerCall(words) !== null),
    insideContainer: lines.some(runsInContainer),
    viaSudo: lines.some((words) => words[0]?.text === 'sudo'),
    measures: isMeasuring && programs.every((program) => measuring.has(program) || filters.has(program)),
    recites:
      programs.length > 0 &&
      programs.every((program) => reciting.has(program) || program === 'cd') &&
      !commands.some((words) => ofSystem.test(words.join(' '))),
  };
}

const deepest = 4;

function innermost(words: readonly ShellWord[], depth: number): string[] {
  const call = dockerCall(words);
  if (call === null) {
    const texts = withoutWrappers(words).map((word) => word.text);
    return scriptInside(texts, depth) ?? texts.map((text, at) => (at === 0 ? baseName(text) : text));
  }
  if (!runsInContainer(words) || call.args.length < 2)
    return [`docker ${call.object} ${call.verb}`, ...call.args.map((word) => word.text)];
  const inner = call.args.slice(1).map((word) => word.text);
  return scriptInside(inner, depth) ?? inner.map((text, at) => (at === 0 ? baseName(text) : text));
}

function runsInContainer(words: readonly ShellWord[]): boolean {
  const call = dockerCall(words);
  return (
    call !== null && ['run', 'exec'].includes(call.verb) && ['container', 'compose'].includes(call.object)
  );
}

// `sh -c 'ls /data'`
function scriptInside(words: readonly string[], depth: number): string[] | null {
  const at = words.findIndex((word) => /^-\w*c$/.test(word));
  if (!/^(?:.*\/)?(?:ba|a|da|z)?sh$/.test(words[0] ?? '') || at === -1 || depth > deepest) return null;
  const inner = wordsOf(words[at + 1] ?? '').at(-1);
  return inner === undefined ? null : innermost(inner, depth + 1);
}

function baseName(program: string): string {
  return program.slice(program.lastIndexOf('/') + 1);
}
