import { type Circumstances, isSaid } from '../../../../values/circumstances.ts';
import { closestLine } from '../closest-line.ts';
import { type Comparison, lineMissing } from '../comparison.ts';
import { ProjectNames } from '../project-names.ts';
import type { Fact, ObjectState } from './fact.ts';

/** Holds what progress came to on the page against what it came to here. `printed`: all that was printed. */
export function compareProgress(
  shown: readonly Fact[],
  actual: readonly Fact[],
  circumstances: Circumstances,
  printed: readonly string[],
): Comparison {
  const notes: string[] = [];
  const projects = new ProjectNames(circumstances);
  for (const fact of shown) {
    const result = holdFact(fact, actual, circumstances, projects);
    if (result === 'held') continue;
    if (result === 'missing')
      return lineMissing(fact.line, printed.length === 0 ? null : closestLine(fact.line, printed));
    notes.push(result.note);
  }
  return { held: true, notes };
}

type Holding = 'held' | 'missing' | { note: string };

function holdFact(
  fact: Fact,
  actual: readonly Fact[],
  circumstances: Circumstances,
  projects: ProjectNames,
): Holding {
  switch (fact.kind) {
    case 'image':
      return holdImage(fact, actual, circumstances);
    case 'step':
      return holdStep(fact, actual);
    case 'built':
      return holdBuilt(fact, actual);
    case 'object':
      return holdObject(fact, actual, circumstances, projects);
  }
}

function holdImage(
  fact: Fact & { kind: 'image' },
  actual: readonly Fact[],
  circumstances: Circumstances,
): Holding {
  const pulled = actual.filter((other) => other.kind === 'image');
  if (pulled.some((other) => other.name === fact.name)) return 'held';
  const isOwn = isNamed(fact.name, circumstances);
  const wasThere = isOwn && pulled.length === 0 && !/\bpull\b/.test(circumstances.ran);
  return wasThere ? { note: `the image ${fact.name} was there already, so it was not pulled` } : 'missing';
}

function isNamed(image: string, circumstances: Circumstances): boolean {
  const text = `${circumstances.ran}\n${circumstances.said}`;
  return isSaid(image, { ...circumstances, said: text });
}

function holdStep(fact: Fact & { kind: 'step' }, actual: readonly Fact[]): Holding {
  const same = actual.filter((other) => other.kind === 'step' && isSameStep(fact.text, other.text));
  if (same.length === 0) return 'missing';
  if (!fact.cached) return 'held';
  return same.some((other) => other.kind === 'step' && other.cached) ? 'held' : 'missing';
}

// A terminal cuts long instructions off.
const cutOffAt = 40;

function isSameStep(shown: string, actual: string): boolean {
  if (shown === actual) return true;
  if (shown.startsWith('FROM ')) return false;
  return (
    (shown.length >= cutOffAt && actual.startsWith(shown)) ||
    (actual.length >= cutOffAt && shown.startsWith(actual))
  );
}

function holdBuilt(fact: Fact & { kind: 'built' }, actual: readonly Fact[]): Holding {
  const built = actual.filter((other) => other.kind === 'built');
  return built.some((other) => fact.name === '' || other.name === fact.name) ? 'held' : 'missing';
}

const reached: Readonly<Record<ObjectState, readonly ObjectState[]>> = {
  created: ['created', 'started'],
  started: ['started'],
  stopped: ['stopped', 'removed'],
  removed: ['removed'],
  built: ['built'],
  pulled: ['pulled'],
  failed: ['failed'],
};

function holdObject(
  fact: Fact & { kind: 'object' },
  actual: readonly Fact[],
  circumstances: Circumstances,
  projects: ProjectNames,
): Holding {
  const objects = actual.filter((other) => other.kind === 'object');
  const same = objects.filter((other) => projects.isSame(fact.name, other.name));
  if (same.some((other) => reached[fact.state].includes(other.state))) return 'held';
  // Images that are there are neither pulled nor built, networks and volumes that are there not made.
  const mayBeThere =
    fact.state === 'pulled' ||
    fact.state === 'built' ||
    (fact.state === 'created' && fact.what !== 'container' && objects.length > 0);
  if (!mayBeThere || same.some((other) => other.state === 'failed')) return 'missing';
  const isOwn = fact.what !== 'service' || isNamed(fact.name, circumstances) || circumstances.said === '';
  return isOwn ? { note: `${fact.name} was there already` } : 'missing';
}
