import { expect, it } from 'vitest';
import { makePlan } from '../../src/blocks/make-plan.ts';

function stepBefore(prose: string) {
  const source = `${prose}\n\n\`\`\`bash\ndocker run --name web nginx\n\`\`\`\n`;
  const block = makePlan({ path: 'post.md', source }).blocks[0]!;
  return 'commands' in block ? block.commands[0]!.windowStep : undefined;
}

it.each([
  ['Delete the container by using the Docker Desktop Dashboard:', true],
  ['You can use the Docker Dashboard to remove the containers.', true],
  ['In the row of the container, select the **Delete** action.', true],
  ['Create a volume in the Dashboard.', false],
  ['Choose the image and click **Run**.', false],
])('“%s” is done with the mouse', (prose, removes) => {
  expect(stepBefore(prose)).toMatchObject({ line: 1, removes });
});

it.each([
  'Start Docker Desktop.',
  'You should see the running container in Docker Desktop.',
  'Delete the container:',
  'Select the **Containers** view in the Docker Desktop Dashboard.',
  'Press **Ctrl-C** to stop it.',
])('“%s” is not', (prose) => {
  expect(stepBefore(prose)).toBeUndefined();
});
