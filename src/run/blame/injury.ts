import type { Injury } from '../../machine/machine.ts';
import { type Blame, pageIsWrong, somethingIsMissing } from './failure.ts';

/** Whose doing an injury of a machine is: the page's, unless the machine went away or is just too small. */
export function injuryBlame(injury: Injury): Blame {
  switch (injury.kind) {
    case 'gone':
      return somethingIsMissing(
        'engine',
        'the machine went away in mid-run',
        'see that the Docker Engine runs (npm run setup), and verify again',
      );
    case 'stopped':
      return somethingIsMissing('machine', "the machine's first process has ended", 'verify again');
    case 'memory':
      return somethingIsMissing(
        'machine',
        'the machine ran out of memory',
        'a machine may use half of the memory of this computer',
      );
    case 'disk':
      return pageIsWrong(
        'fills the disk: the page has written more than 10 GB to its machine',
        'a machine may write 10 GB, and less where the disk of this computer is nearly full',
      );
    case 'processes':
      return pageIsWrong(
        `starts more processes than a machine may have (${injury.most})`,
        'does something start itself again and again?',
      );
    case 'program':
      return pageIsWrong(
        `“${injury.name}” was removed from the machine, so that nothing more can be typed in it`,
        'what does the page delete, and from where?',
      );
    case 'engine':
      return pageIsWrong(
        "the machine's Docker Engine does not run: the page has stopped it",
        'let the reader start it again (sudo service docker start)',
      );
  }
}
