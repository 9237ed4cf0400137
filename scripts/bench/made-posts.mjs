// Makes posts of the shape of a real first part of a series: 19 kB, 22 blocks (commands, two drawings, a synopsis, an
// output), tables, lists, 30 headings, 75 pieces of code in the prose. The words are made up.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const partsOfSeries = 6;
const nouns =
  'container image layer volume network port process kernel registry engine client daemon host folder command tag'.split(
    ' ',
  );
const verbs = 'starts keeps reads shares needs shows stops names builds moves copies waits'.split(' ');
const rest = 'quickly only then always first without before again often together'.split(' ');

/** Writes `count` posts as `post-N/index.md` into a folder. */
export function writePosts(folder, count) {
  for (let number = 1; number <= count; number++) writePost(folder, number, { count });
}

/** Writes one of `count`; another `revision` is another text. */
export function writePost(folder, number, { count, revision = 0 }) {
  const target = join(folder, `post-${number}`);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, 'index.md'), postText(number, { count, revision }));
}

function postText(number, { count, revision }) {
  const write = writer(number);
  const part = ((number - 1) % partsOfSeries) + 1;
  const series = Math.ceil(number / partsOfSeries);
  const next = part < partsOfSeries && number < count ? `[the next part](../post-${number + 1}/)` : 'the end';
  return `---
title: "Post ${number}: ${write.title()} (part ${part} of ${partsOfSeries})"
date: 2025-${pad(1 + (number % 12))}-${pad(1 + (number % 28))}
draft: false
author: A Writer
description: "${write.sentence(20)}"
summary: "${write.sentence(24)}"
tags: ["docker", "containers", "tag-${number % 7}", "tag-${number % 11}", "tag-${number % 13}"]
categories: ["Bench"]
series: ["Bench ${series}"]
weight: ${part}
ShowToc: true
---

| What | Detail |
| :--- | :--- |
| **Time** | 10 minutes |
| **Level** | Beginner |

${table(write)}
${sections(write)}
## The end

Revision ${revision}: this was part ${part}. On to ${next}.
`;
}

function pad(number) {
  return String(number).padStart(2, '0');
}

/** Words by a counter, so that each post has its own and they are the same every time. */
function writer(seed) {
  let state = seed * 7919 + 17;
  const pick = (list) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return list[Math.floor(state / 65536) % list.length];
  };
  const clause = () => `the ${pick(nouns)} ${pick(verbs)} a ${pick(nouns)} ${pick(rest)}`;
  const sentence = (words) => {
    const text = Array.from({ length: Math.ceil(words / 6) }, clause).join(', and ');
    return `${text[0].toUpperCase()}${text.slice(1)}.`;
  };
  const marked = () => `With \`docker ${pick(nouns)}\` the **${pick(nouns)}** ${sentence(14).toLowerCase()}`;
  return { title: () => `${pick(nouns)} and ${pick(nouns)}`, sentence, marked, pick };
}

function table({ sentence, title }) {
  const rows = Array.from(
    { length: 6 },
    (_, row) => `| ${row + 1} | ${title()} | ${sentence(30).replaceAll(',', ' •')} \`run\` |`,
  );
  return `| # | Title | Topics |\n|---|---|---|\n${rows.join('\n')}\n`;
}

const blocks = [
  drawing('Guest OS'),
  drawing('Runtime'),
  '```\nClient (docker) -> REST API -> Daemon (dockerd) -> Containers\n```\n',
  shell(
    '# Update the index\nsudo apt update\n\n# Install what is needed\nsudo apt install -y ca-certificates curl gnupg\n\n' +
      'echo \\\n  "deb [arch=$(dpkg --print-architecture)] https://download.example.org/linux \\\n' +
      '  $(. /etc/os-release && echo "$VERSION_CODENAME") stable" | \\\n  sudo tee /etc/apt/sources.list.d/tool.list > /dev/null\n\n' +
      '# Verify\ndocker --version',
  ),
  shell('curl -fsSL https://get.example.org -o get-tool.sh\nsudo sh get-tool.sh'),
  shell('docker --version\n# Output: Docker version 27.5.1, build...\n\ndocker run hello-world'),
  shell('docker run [OPTIONS] IMAGE [COMMAND]'),
  shell('docker ps'),
  shell('docker ps -a'),
  shell('docker images'),
  shell('docker stop CONTAINER_ID\n# or\ndocker stop CONTAINER_NAME'),
  shell('docker rm CONTAINER_ID'),
  shell('docker rm -f CONTAINER_ID'),
  shell('docker run -d -p 8080:80 --name my-web nginx'),
  shell('docker ps'),
  shell('docker logs my-web'),
  shell('docker exec -it my-web bash'),
  shell('ls\ncat /etc/nginx/nginx.conf\nexit'),
  shell('docker stop my-web\ndocker rm my-web'),
  shell('docker rm -f my-web'),
  shell(
    [
      'create IMAGE',
      'start CONTAINER',
      'restart CONTAINER',
      'pause CONTAINER',
      'stop CONTAINER',
      'rm CONTAINER',
    ]
      .map((words) => `docker ${words.padEnd(20)} # ${words.split(' ')[0]} it`)
      .join('\n'),
  ),
];

function shell(text) {
  return `\`\`\`bash\n${text}\n\`\`\`\n`;
}

function drawing(middle) {
  const edge = '─'.repeat(30);
  const rows = ['App A     App B', middle, 'Host operating system', 'Hardware'];
  const body = rows.map((row) => `│ ${row.padEnd(28)} │`).join(`\n├${edge}┤\n`);
  return `\`\`\`\n┌${edge}┐\n${body}\n└${edge}┘\n\`\`\`\n`;
}

function sections(write) {
  return blocks
    .map(
      (block, index) =>
        `## Step ${index + 1}: ${write.title()}\n\n${write.marked()}\n\n${list(write, index)}\n${write.sentence(30)}\n\n${block}`,
    )
    .join('\n');
}

function list({ sentence, pick }, index) {
  if (index % 4 === 3) return `${sentence(40)}\n`;
  const marks = index % 3 === 0 ? ['1.', '2.', '3.'] : ['-', '-', '-'];
  return `${marks.map((mark) => `${mark} **${pick(nouns)}** - \`-${pick(nouns)[0]}\` ${sentence(9)}`).join('\n')}\n`;
}
