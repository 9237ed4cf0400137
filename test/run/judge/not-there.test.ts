import { expect, it } from 'vitest';
import { makePlan } from '../../../src/blocks/make-plan.ts';
import type { CommandReport } from '../../../src/model/report.ts';
import { excuseNotThere } from '../../../src/run/judge/not-there.ts';

const pageWith = (above: string, command: string) =>
  makePlan({ path: 'post.md', source: `${above}\n\n\`\`\`bash\n${command}\n\`\`\`\n` });

function commandIn(above: string, command: string) {
  const [block] = pageWith(above, command).blocks;
  return block !== undefined && 'commands' in block ? block.commands[0]! : null;
}

function judged(above: string, { output, hint }: { output: string; hint: string | null }) {
  const report = {
    verdict: 'failed',
    output,
    cause: { whose: 'page', message: 'it is not there', hint, line: null },
  } as CommandReport;
  excuseNotThere(commandIn(above, 'docker rm web')!, report);
  return report.verdict;
}

it.each([
  ['If it still exists, remove the container:', 'docker rm -f web'],
  ['If you still have the container of the last part, stop it:', 'docker stop web'],
  ['Remove the volume if it exists:', 'docker volume rm data'],
  ['Should it still exist, remove it:', 'docker rm web'],
  ['In case you have one from an earlier run, remove it:', 'docker rm web'],
  ['If a container is already running, stop it first:', 'docker stop web'],
  ['Begin:', '# remove the old container if there is one\ndocker rm -f web'],
])('what takes away is for those who have it: “%s”', (above, command) => {
  expect(commandIn(above, command)?.ifThere).toBeDefined();
});

it.each([
  ['Remove the container:', 'docker rm web'],
  ['If it still exists, start it:', 'docker start web'],
  ['Remove the old container:', 'docker rm web'],
  ['The server should still be running; stop it:', 'docker stop web'],
])('all readers have it: “%s”', (above, command) => {
  expect(commandIn(above, command)?.ifThere).toBeUndefined();
});

const gone = 'Error response from daemon: No such container: web';

it('is skipped where it is not there', () => {
  expect(judged('If it still exists, remove it:', { output: gone, hint: null })).toBe('skipped');
});

it.each([
  ['Remove it:', gone, null],
  ['If it still exists, remove it:', gone, 'did you mean “webb”?'],
  ['If it still exists, remove it:', 'unknown flag: --forec', null],
])('stays wrong otherwise: “%s” %s %s', (above, output, hint) => {
  expect(judged(above, { output, hint })).toBe('failed');
});
