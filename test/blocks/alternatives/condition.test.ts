import { describe, expect, it, test } from 'vitest';
import { makePlan } from '../../../src/blocks/make-plan.ts';
import type { PlannedCommand } from '../../../src/model/plan.ts';
import { readerPaths } from '../../../src/run/paths.ts';

function page(above: string, command: string, rest = '```bash\ndocker ps\n```\n'): string {
  return `Start:\n\n\`\`\`bash\ndocker run -d --name web nginx\n\`\`\`\n\n${above}\n\n\`\`\`bash\n${command}\n\`\`\`\n\nGo on:\n\n${rest}`;
}

function commandsOf(source: string): PlannedCommand[] {
  const { blocks } = makePlan({ path: 'post.md', source });
  return blocks.flatMap((block) => ('commands' in block ? block.commands : []));
}

describe('only readers in that case type what stands below', () => {
  it.each([
    ['If you see an error that the name is in use, remove the old container first:', 'docker rm -f web'],
    ['If you get a permission error, change the owner:', 'sudo chown -R 1000 data'],
    ['Note: if the build fails, clear the cache and build again:', 'docker builder prune -f'],
    ['In case something went wrong, start over:', 'docker rm -f web'],
    ["If it doesn't work, look for the reason:", 'docker logs web'],
    ['Should you run into problems, restart it:', 'docker restart web'],
    ['If you made a mistake, remove the container:', 'docker rm -f web'],
    ['If you want to remove it now, run:', 'docker rm -f web'],
    ['If you no longer need it, you can stop the container:', 'docker stop web'],
    ['If you prefer to start over, take all away:', 'docker stop web\ndocker rm web'],
  ])('“%s”', (above, command) => {
    const found = commandsOf(page(above, command));
    expect(found[1]?.alternative).toMatchObject({ choice: 1, isCase: true });
    expect(found.at(-1)?.alternative).toBeNull();
  });
});

describe('all readers type what stands below', () => {
  it.each([
    ['If everything went well, look at it:', 'docker ps'],
    ['If you see no errors, go on:', 'docker stop web'],
    ['If you run it a second time, you get an error:', 'docker run -d --name web nginx'],
    ['If you try to remove it now, Docker refuses with an error:', 'docker rm web'],
    ['If you want to see what it says, run:', 'docker logs web'],
    ['If you want it in the background, add `-d`:', 'docker run -d --name other nginx'],
    ["If you haven't already, stop the container:", 'docker stop web'],
    ["When you're done, stop it:", 'docker stop web'],
    ['Errors are in the log. Stop it:', 'docker stop web'],
  ])('“%s”', (above, command) => {
    expect(commandsOf(page(above, command))[1]?.alternative).toBeNull();
  });

  it('when the page has just shown the error', () => {
    const refused =
      'Removing it while it runs fails:\n\n```bash\ndocker rm web\n```\n\nIf you get an error, use force:';
    const found = commandsOf(page(refused, 'docker rm -f web'));
    expect(found.map(({ alternative }) => alternative)).toEqual([null, null, null, null]);
  });

  it('when the author says so', () => {
    const source = page(
      'If you see an error, remove it:\n\n<!-- verify: kind=commands -->',
      'docker rm -f web',
    );
    expect(commandsOf(source)[1]?.alternative).toBeNull();
  });

  it('when nothing is typed behind it', () => {
    const source = page('If you want to remove it, run:', 'docker rm -f web', 'The end.\n');
    expect(commandsOf(source)[1]?.alternative).toBeNull();
  });
});

test('each case is walked for itself, up to itself, and apart from other alternatives', () => {
  const steps = [
    page('If you see an error, remove it:', 'docker rm -f web'),
    'Alternatively:\n\n```bash\ndocker container ls\n```\n',
    'If it fails, start over:\n\n```bash\ndocker system prune -f\n```\n',
    'Look:\n\n```bash\ndocker images\n```\n',
  ];
  const plan = makePlan({ path: 'post.md', source: steps.join('\n') });
  const typed = readerPaths(plan).map(({ blocks }) =>
    blocks.flatMap((block) => ('commands' in block ? block.commands.map(({ source }) => source) : [])),
  );
  const start = 'docker run -d --name web nginx';
  expect(typed).toEqual([
    [start, 'docker ps', 'docker images'],
    [start, 'docker container ls'],
    [start, 'docker rm -f web'],
    [start, 'docker ps', 'docker system prune -f'],
  ]);
});
