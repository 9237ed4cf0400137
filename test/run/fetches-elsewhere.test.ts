import { expect, test } from 'vitest';
import { makePlan } from '../../src/blocks/make-plan.ts';
import { fetchesElsewhere } from '../../src/run/fetches-elsewhere.ts';

const planOf = (source: string) => makePlan({ path: 'p.md', source });
const commands = (text: string): string => `\`\`\`bash\n${text}\n\`\`\`\n`;

test.each([
  'docker run -d -p 8080:80 nginx',
  'curl -s http://localhost:8080 | grep -c Welcome',
  'docker exec web sh -c "cat /etc/hostname"',
  'docker build -t app .',
  'mkdir -p app && cd app && ls',
  'sudo service docker restart',
])('%s fetches nothing', (text) => {
  expect(fetchesElsewhere(planOf(commands(text)))).toBe(false);
});

test.each([
  'sudo apt update',
  'curl get.docker.com',
  'gem install rails',
  'go install example@latest',
  'pnpm i',
  'docker run --rm node npm ci',
  'docker exec web sh -c "apt-get update"',
  'git clone https://example.com/x.git',
  './fetch-all.sh',
  'docker login',
])('%s may fetch', (text) => {
  expect(fetchesElsewhere(planOf(commands(text)))).toBe(true);
});

test('a step of a Dockerfile may fetch', () => {
  const page = (step: string): string =>
    `Save this as \`Dockerfile\`:\n\n\`\`\`dockerfile\nFROM debian\n${step}\n\`\`\`\n`;
  expect(fetchesElsewhere(planOf(page('RUN apt-get update \\\n && apt-get install -y curl')))).toBe(true);
  expect(fetchesElsewhere(planOf(page('RUN echo hi > /hi')))).toBe(false);
});
