import type { Diagnostic } from '../../model/diagnostic.ts';
import { diagnostic } from '../../model/diagnostic.ts';
import type { Place } from '../../model/place.ts';
import type { BlockKind } from '../../model/plan.ts';

/** What an author says about one block in `<!-- verify: … -->`. Null and empty: nothing. */
export interface Directive {
  skip: { reason: string; until: string } | null;
  file: string | null;
  exit: number | null;
  timeoutMs: number | null;
  kind: BlockKind | null;
  bind: Map<string, string>;
  alternative: boolean;
  terminal: number | null;
  run: { command: string; expect: string | null }[];
  get: { url: string; expect: string | null }[];
  place: Place | null;
}

/** The keys that a directive can have. */
export const directiveKeys = [
  'skip',
  'file',
  'exit',
  'timeout',
  'kind',
  'bind',
  'alternative',
  'terminal',
  'run',
  'get',
];
/** The kinds that an author can give a block. */
export const directiveKinds: BlockKind[] = [
  'commands',
  'transcript',
  'inside',
  'usage',
  'catalogue',
  'file',
  'output',
  'text',
];
/** A directive that says nothing. */
export function noDirective(): Directive {
  return {
    skip: null,
    file: null,
    exit: null,
    timeoutMs: null,
    kind: null,
    bind: new Map(),
    alternative: false,
    terminal: null,
    run: [],
    get: [],
    place: null,
  };
}

/** What a directive says that can't be meant for a block of this kind. */
export function directiveFindings(directive: Directive, kind: BlockKind): Diagnostic[] {
  if (directive.place === null) return [];
  const place = directive.place;
  const complain = (message: string, hint: string): Diagnostic =>
    diagnostic('directive-invalid', place, message, hint);
  const isNameless = directive.kind === 'file' && kind !== 'file';
  const findings = misplacedKeys(directive, kind).map((key) =>
    complain(
      `\`${key}\` has no effect on a block of kind ${kind}.`,
      'Write it above a block whose commands are typed.',
    ),
  );
  if (isNameless)
    findings.push(complain('`kind=file` needs a name for the file.', 'Say it: `file=compose.yaml`.'));
  return findings;
}

// What a directive says that has no effect on a block of this kind.
function misplacedKeys(directive: Directive, kind: BlockKind): string[] {
  if (!['file', 'output', 'text'].includes(kind)) return [];
  const said: [string, boolean][] = [
    ['skip', directive.skip !== null],
    ['exit', directive.exit !== null],
    ['timeout', directive.timeoutMs !== null],
    ['bind', directive.bind.size > 0],
    ['alternative', directive.alternative],
    ['terminal', directive.terminal !== null],
    ['run', directive.run.length > 0],
    ['get', directive.get.length > 0],
  ];
  return said.flatMap(([key, isSaid]) => (isSaid ? [key] : []));
}
