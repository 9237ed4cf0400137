import { argumentsBlame } from './arguments.ts';
import {
  conflictBlame,
  engineBlame,
  flagBlame,
  missingObjectBlame,
  shellBlame,
  subcommandBlame,
} from './docker.ts';
import { type Blame, type BlameRule, type Failure, pageIsWrong } from './failure.ts';
import { imageBlame } from './image.ts';
import { kernelBlame } from './kernel.ts';
import { networkBlame } from './network.ts';
import { swarmBlame } from './swarm.ts';
import { systemdBlame } from './systemd.ts';

// In order of certainty: the first that recognises its own words decides.
const rules: readonly BlameRule[] = [
  engineBlame,
  systemdBlame,
  kernelBlame,
  flagBlame,
  subcommandBlame,
  argumentsBlame,
  imageBlame,
  conflictBlame,
  missingObjectBlame,
  swarmBlame,
  networkBlame,
  shellBlame,
];

/** Says whose fault a failed command is, with a hint where one is sure; without a better reason, the page's. */
export async function explainFailure(failure: Failure): Promise<Blame> {
  for (const rule of rules) {
    const blame = await rule(failure);
    if (blame !== null) return blame;
  }
  return pageIsWrong(statusSentence(failure), null);
}

// Below what went wrong Docker says where to read on.
const offersHelp = /^(?:See|Run) ['"]?docker\b.*--help/;

function statusSentence({ statuses, output }: Failure): string {
  const last =
    output
      .split('\n')
      .map((line) => line.trim())
      .findLast((line) => line !== '' && !offersHelp.test(line)) ?? '';
  const said = last === '' ? 'and printed nothing' : `and said “${last}”`;
  const stage = statuses.findIndex((status) => status !== 0 && status !== 141);
  if (statuses.length > 1)
    return `stage ${stage + 1} of the pipeline ended with exit status ${statuses[stage]} ${said}`;
  return `ended with exit status ${statuses[0]} ${said}`;
}
