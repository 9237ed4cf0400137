import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { machineImage } from '../../src/machine/recipe-tag.ts';
import { describeWithEngine, home } from '../helpers/engine.ts';

// In place of the programs that need the internet: they say how they were called, and what apt would read.
const stubs = `mkdir /stubs
for name in curl apt-get; do
  printf '#!/bin/sh\\necho %s "$@"\\n' "$name" >/stubs/$name
done
echo '[ "$1" != update ] || cat /etc/apt/sources.list.d/docker.list 2>/dev/null; exit 0' >>/stubs/apt-get
chmod 755 /stubs/*
export PATH=/stubs:$PATH`;

async function install(packages: string): Promise<string[]> {
  const left = 'ls /etc/apt/sources.list.d/docker.list /run/docker.asc /usr/sbin/policy-rc.d 2>/dev/null';
  const script = `${stubs}\nsh /usr/local/lib/seaworthy/install-engine ${packages} && ! ${left}`;
  const args = ['run', '--rm', '--label', 'seaworthy=1', '--entrypoint', 'sh', await machineImage(home)];
  return execFileSync('docker', [...args, '-c', script], { encoding: 'utf8' })
    .trim()
    .split('\n');
}

describeWithEngine('the engine of a machine', () => {
  test('is installed from Docker’s own repository, of which nothing is left', async () => {
    const suite =
      /^deb \[signed-by=\/run\/docker\.asc\] https:\/\/download\.docker\.com\/linux\/debian [a-z]+ stable$/;
    expect(await install('docker')).toEqual([
      'curl -fsSL https://download.docker.com/linux/debian/gpg -o /run/docker.asc',
      'apt-get update -q',
      expect.stringMatching(suite),
      'apt-get install -qy --no-install-recommends docker-ce docker-ce-cli containerd.io docker-buildx-plugin docker-compose-plugin',
    ]);
  });

  test('is installed from Debian’s packages', async () => {
    expect(await install('debian')).toEqual([
      'apt-get update -q',
      'apt-get install -qy --no-install-recommends docker.io docker-cli docker-compose docker-buildx',
    ]);
  });
});
