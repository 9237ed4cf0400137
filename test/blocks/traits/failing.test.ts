import { describe, expect, it } from 'vitest';
import { makePlan } from '../../../src/blocks/make-plan.ts';

function traitBelow(sentence: string, command = 'docker run --name web nginx') {
  const { blocks } = makePlan({
    path: 'post.md',
    source: `${sentence}\n\n\`\`\`bash\n${command}\n\`\`\`\n`,
  });
  const block = blocks[0]!;
  return 'commands' in block ? block.commands.at(-1)!.trait.kind : null;
}

describe('a step is meant to fail', () => {
  it.each([
    'The next command will fail.',
    'This will fail because the name is taken:',
    "You'll get an error:",
    'You will see the following error.',
    'You should receive an error message:',
    'You should have an error message like this one:',
    'When running it again you will get an error:',
    'You will get an error when running it a second time:',
    'It fails with exit code 1:',
    'The build fails with status 1:',
    'Running `docker run` again fails with a conflict:',
    '`docker run` fails with a conflict:',
    'Deleting it while a container uses it fails:',
    '`docker rm web` now fails, because it runs:',
    'Try to remove it; Docker refuses:',
    'Ask for it again, and the engine complains:',
    'It won’t let you:',
  ])('below “%s”', (sentence) => {
    expect(traitBelow(sentence, 'docker rm web')).toBe('meant-to-fail');
  });
});

it('a step is meant to fail when a quotation below it shows what Docker answers', () => {
  const source =
    '```bash\ndocker rm web\n```\n\n> Error response from daemon: cannot remove container "web"\n';
  const [block] = makePlan({ path: 'post.md', source }).blocks;
  expect(block && 'commands' in block && block.commands[0]?.trait.kind).toBe('meant-to-fail');
});

describe('a step is not meant to fail', () => {
  it.each([
    'The next step will fail over to the replica.',
    'If the removal fails:',
    'If Docker refuses:',
    'When Docker now fails, start it again:',
    'The build now fails, so correct the file and build again:',
    'Because the old container now fails to answer, start it again:',
    'Where Docker refuses to answer, restart it:',
    'When it fails:',
    'The first node should fail-over now:',
    'With this option, you should fail fast.',
    'A bad configuration will fail fast:',
    'You will see the following error-free output.',
    'You should get an error count of zero.',
    'You should have an error budget left.',
    'To avoid the error, use the following command:',
    'You will see an error log with no entries:',
    'You should see the following helpful error page:',
    'The health check fails with status 1 until the database answers:',
    'From now on the healthcheck will fail:',
    'After this, one of the replicas will fail:',
    'You will have the following error when port is taken.',
    'You will get an error in case another container has the name.',
    'When the port is taken, you will get an error:',
    'Compare it with the error the following command outputs.',
  ])('below “%s”', (sentence) => {
    expect(traitBelow(sentence, 'docker rm web')).toBe('plain');
  });
});

describe('a sentence is about one command', () => {
  // The traits of two commands with sentences between them.
  function traits(first: string, between: string, second: string, introduction = ''): string[] {
    const block = (command: string) => `\`\`\`bash\n${command}\n\`\`\``;
    const source = [introduction, block(first), between, block(second)].join('\n\n');
    return makePlan({ path: 'post.md', source }).blocks.flatMap((one) =>
      'commands' in one ? one.commands.map(({ trait }) => trait.kind) : [],
    );
  }
  const run = 'docker run -d --name web nginx';

  it.each([
    [run, 'Running the same command again fails with a name conflict:', run],
    [run, 'This will fail because the name is taken:', run],
    [run, 'The next command will fail.', run],
    [run, 'The next command will fail. Try it:', run],
  ])('the second: %s, “%s”', (first, between, second) => {
    expect(traits(first, between, second, 'Start it:')).toEqual(['plain', 'meant-to-fail']);
  });

  it.each([
    ['docker volume rm data', 'This fails with status 1.', 'docker ps -a'],
    ['curl http://localhost', 'This request fails because no port is published.', 'docker ps -a'],
    [
      'docker volume rm data',
      'You will get an error because the volume is in use. Remove the container first:',
      'docker rm -f web',
    ],
    ['docker volume rm data', 'You will get an error:', 'docker ps -a'],
  ])('the first: %s, “%s”', (first, between, second) => {
    expect(traits(first, between, second)).toEqual(['meant-to-fail', 'plain']);
  });

  it.each([
    ['docker stop web', 'You will get an error when you open the page now.', 'docker ps -a'],
    ['docker build .', 'The build will fail if you forget the dot.', 'docker ps -a'],
    [run, 'The first attempt to connect will fail, so wait:', 'sleep 5'],
  ])('neither: %s, “%s”', (first, between, second) => {
    expect(traits(first, between, second)).toEqual(['plain', 'plain']);
  });
});

describe('a command whose exit status the page asks for', () => {
  function traitsOf(source: string) {
    const { blocks } = makePlan({ path: 'post.md', source });
    return blocks.flatMap((block) => ('commands' in block ? block.commands.map((one) => one.trait) : []));
  }

  it.each([
    ['```console\n$ docker exec web getent hosts db\n$ echo $?\n2\n```\n', 2],
    ['```console\n$ docker wait web\n$ echo "status: $?"\nstatus: 125\n```\n', 125],
    ['```bash\nfalse\necho $?\n```\n\n```text\n1\n```\n', 1],
    ['```bash\nfalse\n```\n\n```bash\necho $?\n```\n\nThis prints `1`.\n', 1],
  ])('is meant to end with what is shown: %j', (source, exitStatus) => {
    expect(traitsOf(source)[0]).toMatchObject({ kind: 'meant-to-fail', exitStatus });
  });

  it.each([
    '```console\n$ docker exec web true\n$ echo $?\n0\n```\n',
    '```bash\ntrue\necho $?\n```\n',
    '```console\n$ true\n$ echo "$HOME is 2"\n/root is 2\n```\n',
  ])('is meant to work where that is 0 or not shown: %j', (source) => {
    expect(traitsOf(source)[0]).toEqual({ kind: 'plain' });
  });
});
