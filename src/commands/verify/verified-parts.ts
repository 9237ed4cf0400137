import { sha256 } from '../../lib/sha256.ts';
import type { Origin } from '../../machine/machine.ts';
import type { Plan } from '../../model/plan.ts';

/** Everything that a verdict depends on, part by part, so that what changed can be named. */
export interface VerifiedParts {
  text: string;
  plan: string;
  code: string;
  engine: string;
  machine: string;
  registry: string;
  images: string;
}

/** What a part is called when a post is run again because of it. */
const partNames: Record<keyof VerifiedParts, string> = {
  text: 'its text has changed',
  plan: 'its plan has changed',
  code: 'Seaworthy has changed',
  engine: 'the Docker Engine or the kernel of this computer has changed',
  machine: 'the image of the machines has changed',
  registry: 'the image registry has changed',
  images: 'an image that it uses has changed',
};

/**
 * The parts of one post. The machine gets nothing but what stands in the text (files are written from its blocks), so
 * there are no other files of the post to look at.
 */
export function verifiedParts(source: string, plan: Plan, code: string, origin: Origin): VerifiedParts {
  const images = Object.entries(origin.images).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    text: sha256(source),
    plan: sha256(JSON.stringify(plan.blocks)),
    code,
    engine: origin.engine,
    machine: origin.machine,
    registry: origin.registry,
    images: images.map(([name, digest]) => `${name}=${digest}`).join(' '),
  };
}

/** Why a post that passed with `before` must run again now; null when every part is the same. */
export function partThatChanged(before: VerifiedParts, now: VerifiedParts): string | null {
  const keys = Object.keys(partNames) as (keyof VerifiedParts)[];
  const changed = keys.find((key) => before[key] !== now[key]);
  return changed === undefined ? null : partNames[changed];
}
