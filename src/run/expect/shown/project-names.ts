import { type Circumstances, isSaid } from '../../../values/circumstances.ts';

/**
 * Names that Compose makes out of the folder's name and a service (`shop-web-1`, `shop_default`). Where the page
 * doesn't say the folder's name itself, another one may stand in front, the same each time.
 */
export class ProjectNames {
  private readonly stoodFor = new Map<string, string>();
  private readonly circumstances: Circumstances;

  constructor(circumstances: Circumstances) {
    this.circumstances = circumstances;
  }

  /** Whether two names are of the same thing; `_` and `-` join alike, as in Compose 1 and 2. */
  isSame(shown: string, actual: string): boolean {
    const [one, other] = [shown.replaceAll('_', '-'), actual.replaceAll('_', '-')];
    if (one === other) return true;
    const split = splitAtProject(one, other);
    if (split === null || this.isChosen(split.shown)) return false;
    const known = this.stoodFor.get(split.shown);
    if (known !== undefined) return known === split.actual;
    this.stoodFor.set(split.shown, split.actual);
    return true;
  }

  private isChosen(project: string): boolean {
    return isSaid(project, this.circumstances) || isSaid(project.replaceAll('-', '_'), this.circumstances);
  }
}

const service = /-(?:[a-z0-9][a-z0-9.-]*-\d+|default|[a-z0-9][a-z0-9.-]*)$/;

function splitAtProject(shown: string, actual: string): { shown: string; actual: string } | null {
  let same = 0;
  while (same < Math.min(shown.length, actual.length) && shown.at(-1 - same) === actual.at(-1 - same))
    same += 1;
  const tail = shown.slice(shown.length - same);
  const joint = tail.indexOf('-');
  const rest = joint === -1 ? '' : tail.slice(joint);
  // `-1` alone is no service.
  if (!service.test(rest) || /^-\d+$/.test(rest)) return null;
  return { shown: shown.slice(0, -rest.length), actual: actual.slice(0, -rest.length) };
}
