import { expect, it } from 'vitest';
import { makePlan } from '../../../src/blocks/make-plan.ts';

function stepBefore(prose: string) {
  const source = `${prose}\n\n\`\`\`bash\ndocker run --name web nginx\n\`\`\`\n`;
  const block = makePlan({ path: 'post.md', source }).blocks[0]!;
  return 'commands' in block ? block.commands[0]!.windowStep : undefined;
}

it.each([
  ['Delete the container by using the Docker Desktop Dashboard:', true],
  ['Now use the Docker Dashboard to remove the containers.', true],
  ['With Docker Desktop, stop the container.', true],
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
  'Docker Desktop lets you build and run containers.',
  'You can also create volumes in the Docker Dashboard.',
  'Don’t use the Dashboard to run the image.',
  'Click **Create repository**.',
  'Open Docker Desktop and look at the running container.',
  'If you like the mouse better, delete the container in Docker Desktop.',
])('“%s” is not', (prose) => {
  expect(stepBefore(prose)).toBeUndefined();
});

it('is only of the next commands', () => {
  const block = '```bash\ndocker run --name web nginx\n```\n';
  const source = `Delete the container in Docker Desktop.\n\n${block}\nGo on:\n\n${block}`;
  const steps = makePlan({ path: 'post.md', source }).blocks.map((one) =>
    'commands' in one ? one.commands[0]!.windowStep?.line : null,
  );
  expect(steps).toEqual([1, undefined]);
});
