import { expect, test } from 'vitest';
import { makePlan } from '../../../src/blocks/make-plan.ts';

function traitsOf(commands: string): string[] {
  const { blocks } = makePlan({ path: 'post.md', source: `Type:\n\n\`\`\`bash\n${commands}\n\`\`\`\n` });
  return blocks.flatMap((block) =>
    'commands' in block ? block.commands.map(({ trait }) => trait.kind) : [],
  );
}

test.each([
  'for pkg in docker.io docker-doc containerd runc; do sudo apt-get remove $pkg; done',
  'sudo apt-get purge -y docker-ce docker-ce-cli containerd.io',
  'sudo apt remove docker docker-engine docker.io containerd runc',
  'sudo apt-get autoremove --purge docker-ce',
  'sudo dpkg -r docker.io',
  'sudo snap remove docker',
  'sudo rm -rf /var/lib/docker',
  'sudo rm -rf /var/lib/containerd/',
  'rm -rf /var/lib/docker/*',
  'sudo -E apt-get purge docker-ce',
  "sudo apt-get purge 'docker-*'",
  'sudo apt-get remove docker-ce*',
  'sudo apt remove $(dpkg --get-selections docker.io runc | cut -f1)',
])('%s would take the engine away', (command) => {
  expect(traitsOf(command)).toEqual(['other-system']);
});

test.each([
  'sudo apt-get install -y docker-ce',
  'sudo apt-get install -y python3-docker',
  'sudo apt-get remove -y nginx',
  'sudo apt-get remove -y python3-docker',
  'sudo apt-get autoremove -y',
  'docker rm web',
  'rm -rf docker',
  'rm -rf /var/lib/docker/volumes/old',
  'sudo rm /etc/apt/sources.list.d/docker.list',
  'rm -rf ~/docker-ce && apt list --installed',
  'sudo apt-get remove -y nginx && docker run -d nginx',
])('%s leaves it alone', (command) => {
  expect(traitsOf(command)).toEqual(['plain']);
});

test.each([
  'PKGS="docker.io docker-doc containerd runc"\nsudo apt-get remove -y $PKGS',
  'OLD=(docker docker-engine)\nsudo apt-get remove -y "$OLD"',
])('a list that a variable holds would take it away too: %s', (commands) => {
  expect(traitsOf(commands)).toEqual(['plain', 'other-system']);
});

test('a variable of another list leaves it alone', () => {
  const commands = 'OLD="nginx"\nENGINE="docker.io"\nsudo apt-get remove -y $OLD';
  expect(traitsOf(commands)).toEqual(['plain', 'plain', 'plain']);
});

test('inside a container there is no engine to remove', () => {
  expect(traitsOf('docker run -it debian bash\napt-get remove docker.io')).toEqual(['opens', 'plain']);
});
