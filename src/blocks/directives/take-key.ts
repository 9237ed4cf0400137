import { nearest } from '../../lib/nearest.ts';
import type { DirectiveToken } from './directive-tokens.ts';
import { readDate, readDuration, readFile, readStatus } from './directive-values.ts';
import { type Directive, directiveKeys, directiveKinds } from './directives.ts';

/** What is wrong with a key. `hint`: what to write instead; null where the list of keys says it. */
export interface KeyProblem {
  message: string;
  hint: string | null;
}

/** Writes the key with which the tokens begin into the directive. Gives the number of tokens taken, or what is wrong. */
export function takeKey(directive: Directive, tokens: DirectiveToken[]): number | KeyProblem {
  const { key, value } = tokens[0]!;
  switch (key) {
    case 'skip':
      return takeSkip(directive, tokens);
    case 'alternative':
      directive.alternative = true;
      return 1;
    case 'bind':
      return takeBind(directive, tokens);
    case 'run':
    case 'get':
      return takeCheck(directive, tokens);
    case 'file':
      return set(directive, { file: readFile(value) }, [
        'a file below the folder the reader is in',
        value,
        'file=app.py',
      ]);
    case 'exit':
      return set(directive, { exit: readStatus(value) }, ['a status from 0 to 255', value, 'exit=1']);
    case 'terminal':
      return set(directive, { terminal: /^[1-9]$/.test(value ?? '') ? Number(value) : null }, [
        'a number from 1 to 9',
        value,
        'terminal=2',
      ]);
    case 'timeout':
      return set(directive, { timeoutMs: readDuration(value) }, [
        'a duration above 0 in ms, s, m or h',
        value,
        'timeout=3m',
      ]);
    case 'kind':
      return set(directive, { kind: directiveKinds.find((one) => one === value) ?? null }, [
        `one of ${directiveKinds.join(', ')}`,
        value,
        'kind=text',
      ]);
    default:
      return { message: `\`${key}\` is no key of a verify comment${meant(key)}.`, hint: null };
  }
}

function meant(key: string): string {
  const near = nearest(key, directiveKeys);
  return near === null ? '' : ` (did you mean \`${near}\`?)`;
}

type Single = Pick<Directive, 'file' | 'exit' | 'terminal' | 'timeoutMs' | 'kind'>;

// `expected`: what the value must be, what was found, and an example.
function set(
  directive: Directive,
  values: Partial<Single>,
  [wanted, found, example]: [string, string | null, string],
): number | KeyProblem {
  if (Object.values(values).includes(null)) return mustBe(example.split('=')[0]!, { wanted, found, example });
  Object.assign(directive, values);
  return 1;
}

function mustBe(
  key: string,
  { wanted, found, example }: { wanted: string; found: string | null; example: string },
): KeyProblem {
  const was = found === null ? 'nothing stands behind it' : `“${found}” was found`;
  return {
    message: `\`${key}\` must be ${wanted}, but ${was}.`,
    hint: `Write it like this: \`${example}\`.`,
  };
}

function takeSkip(directive: Directive, tokens: DirectiveToken[]): number | KeyProblem {
  const rest = new Map(tokens.slice(1, 3).map(({ key, value }) => [key, value]));
  const reason = rest.get('reason');
  const until = rest.get('until');
  if (!reason || !until)
    return {
      message: '`skip` needs both a reason and a date.',
      hint: 'Write it like this: `skip reason="needs a paid account" until=2027-06-30`.',
    };
  if (readDate(until) === null)
    return mustBe('until', { wanted: 'a date', found: until, example: 'until=2027-06-30' });
  directive.skip = { reason, until };
  return 3;
}

function takeBind(directive: Directive, tokens: DirectiveToken[]): number | KeyProblem {
  let taken = 1;
  for (const { key, value } of tokens.slice(1)) {
    if (value === null || directiveKeys.includes(key)) break;
    directive.bind.set(key, value);
    taken++;
  }
  if (taken > 1) return taken;
  return {
    message: '`bind` needs a placeholder and its value.',
    hint: 'Write it like this: `bind CONTAINER=web`.',
  };
}

function takeCheck(directive: Directive, tokens: DirectiveToken[]): number | KeyProblem {
  const { key } = tokens[0]!;
  const subject = tokens[1];
  if (key === 'run' && subject?.isCode !== true)
    return {
      message: '`run` needs its command between backticks.',
      hint: 'Write it like this: run `docker volume ls` expect="data".',
    };
  if (subject === undefined || subject.value !== null)
    return {
      message: '`get` needs an address.',
      hint: 'Write it like this: `get http://localhost:8080 expect="Welcome"`.',
    };
  const expect = tokens[2]?.key === 'expect' ? tokens[2].value : null;
  if (key === 'run') directive.run.push({ command: subject.key, expect });
  else directive.get.push({ url: subject.key, expect });
  return expect === null ? 2 : 3;
}
