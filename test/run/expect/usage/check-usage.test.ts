import { describe, expect, it } from 'vitest';
import type { Machine } from '../../../../src/machine/machine.ts';
import { checkUsage } from '../../../../src/run/expect/usage/check-usage.ts';

// Usage lines as Docker 28 prints them.
const usages: Record<string, string> = {
  'docker stop': '[OPTIONS] CONTAINER [CONTAINER...]',
  'docker exec': '[OPTIONS] CONTAINER COMMAND [ARG...]',
  'docker tag': 'SOURCE_IMAGE[:TAG] TARGET_IMAGE[:TAG]',
  'docker run': '[OPTIONS] IMAGE [COMMAND] [ARG...]',
  'docker rename': 'CONTAINER NEW_NAME',
  'docker build': '[OPTIONS] PATH | URL | -',
  'docker network connect': '[OPTIONS] NETWORK CONTAINER',
  'docker push': '[OPTIONS] NAME[:TAG]',
  'docker cp':
    '[OPTIONS] CONTAINER:SRC_PATH DEST_PATH|-\n\tdocker cp [OPTIONS] SRC_PATH|- CONTAINER:DEST_PATH',
};
const flags = '  -p, --publish list      Publish a port\n  -d, --detach      Run in background\n';
const machine = {
  run: async (script: string) => {
    const command = script.replace(/ --help.*$/, '');
    const usage = usages[command];
    const stdout = usage === undefined ? '' : `Usage:  ${command} ${usage}\n\nOptions:\n${flags}`;
    return { exitStatus: 0, stdout, stderr: '' };
  },
} as unknown as Machine;

describe('a synopsis is the tool’s own, whatever its metavariables are called', () => {
  it.each([
    'docker stop [OPTIONS] CONTAINER [CONTAINER...]',
    'docker stop [OPTIONS] <id>',
    'docker stop <container name>',
    'docker exec [OPTIONS] <name> <cmd>',
    'docker exec CONTAINER_ID PROGRAM',
    'docker exec web ping -c 4 [ADDRESS]',
    'docker tag <image> <user>/<image>:<tag>',
    'docker tag <local-image>:<tag> <registry>/<name>:<tag>',
    'docker run [OPTIONS] <repository>',
    'docker run [OPTIONS] -p <host-port>:<container-port> <image>',
    'docker rename <old> <new>',
    'docker build [OPTIONS] <directory>',
    'docker network connect <network> <id>',
    'docker cp <container>:<path> <file>',
    'docker cp [OPTIONS] <src> <container>:<dest>',
    'docker push <user>/<repo>:<tag>',
    'docker run [ARGS] <image> [<command>]',
    'docker stop [-d] [-p <port>] <container>',
  ])('%s', async (synopsis) => {
    expect(await checkUsage(synopsis, 1, machine)).toMatchObject({ held: true });
  });
});

describe('a synopsis is wrong', () => {
  it.each([
    ['docker stop [OPTIONS] IMAGE', 'no IMAGE'],
    ['docker stop <image-id>', 'no <image-id>'],
    ['docker exec [OPTIONS] <name>', 'COMMAND is missing'],
    ['docker tag <image>', 'TARGET_IMAGE[:TAG] is missing'],
    ['docker rename <old> <new> <other>', 'no <other>'],
    ['docker network connect <container> <network>', 'missing'],
    ['docker cp <image> <path>', 'no <image>'],
    ['docker run --colour <image>', 'no --colour'],
    ['docker run [--colour] <image>', 'no --colour'],
    ['docker run -p [<host-port>:]<container-port>[/udp]', 'IMAGE is missing'],
    ['docker run -p <host-port>:<container-port>', 'IMAGE is missing'],
  ])('%s: %s', async (synopsis, problem) => {
    expect(await checkUsage(synopsis, 1, machine)).toMatchObject({
      held: false,
      message: expect.stringContaining(problem),
    });
  });
});

it('reads brackets in brackets without trying each way to close them', async () => {
  const hostile = `docker stop [${'[[a]'.repeat(40)}x`;
  expect(await checkUsage(hostile, 1, machine)).toMatchObject({ kind: 'usage' });
}, 5_000);
