import { expect, it } from 'vitest';
import { makePlan } from '../../../src/blocks/make-plan.ts';

function traitOf(command: string) {
  const { blocks } = makePlan({ path: 'post.md', source: `\`\`\`bash\n${command}\n\`\`\`\n` });
  const [block] = blocks;
  return block !== undefined && 'commands' in block ? block.commands[0]?.trait.kind : null;
}

it.each([
  'export DOCKER_HOST=ssh://root@ship.example.com',
  'export DOCKER_TLS_VERIFY=1 DOCKER_HOST="tcp://10.0.0.7:2376"',
  'DOCKER_HOST=ssh://root@ship.example.com docker ps',
  'cd ~ && DOCKER_TLS_VERIFY=1 DOCKER_HOST=tcp://10.0.0.7:2376 docker ps',
])('turns to the engine of another computer: %s', (command) => {
  expect(traitOf(command)).toBe('other-system');
});

it.each([
  'export DOCKER_HOST=tcp://localhost:2375',
  // What a container is given is no affair of the reader's shell.
  'docker run --rm -e DOCKER_HOST=tcp://docker:2376 docker:cli version',
  'docker run --rm --env DOCKER_HOST=tcp://docker:2376 docker:cli version',
  'echo DOCKER_HOST=ssh://root@ship.example.com',
])('turns to no other engine: %s', (command) => {
  expect(traitOf(command)).not.toBe('other-system');
});
