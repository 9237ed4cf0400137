import { argumentsBlame } from './arguments.ts';
import { conflictBlame } from './conflict.ts';
import { containerNameBlame } from './container-name.ts';
import { engineBlame } from './engine.ts';
import { type Blame, type BlameRule, type Failure, pageIsWrong } from './failure.ts';
import { flagBlame, subcommandBlame } from './flag.ts';
import { imageBlame } from './image.ts';
import { inUseBlame } from './in-use.ts';
import { kernelBlame } from './kernel.ts';
import { misplacedOptionBlame } from './misplaced-option.ts';
import { missingObjectBlame } from './missing-object.ts';
import { networkBlame } from './network.ts';
import { ownImageBlame } from './own-image.ts';
import { shellBlame } from './shell.ts';
import { swarmBlame } from './swarm.ts';
import { systemdBlame } from './systemd.ts';
import { usefulLine } from './useful-line.ts';
import { windowStepBlame } from './window-step.ts';

// In order of certainty: the first that recognises its own words decides.
const rules: readonly BlameRule[] = [
  engineBlame,
  systemdBlame,
  kernelBlame,
  flagBlame,
  subcommandBlame,
  argumentsBlame,
  misplacedOptionBlame,
  ownImageBlame,
  imageBlame,
  windowStepBlame,
  conflictBlame,
  inUseBlame,
  missingObjectBlame,
  swarmBlame,
  containerNameBlame,
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

function statusSentence({ statuses, output }: Failure): string {
  const last = usefulLine(output);
  const said = last === '' ? 'and printed nothing' : `and said “${last}”`;
  const stage = statuses.findIndex((status) => status !== 0 && status !== 141);
  if (statuses.length > 1)
    return `stage ${stage + 1} of the pipeline ended with exit status ${statuses[stage]} ${said}`;
  return `ended with exit status ${statuses[0]} ${said}`;
}
