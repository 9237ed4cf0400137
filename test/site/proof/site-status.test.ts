import { describe, expect, test } from 'vitest';
import type { PostStatus, SiteStatus } from '../../../src/model/site-status.ts';
import type { Frame } from '../../../src/site/frame.ts';
import { statusPage } from '../../../src/site/pages/status.ts';
import { useWholeSite } from '../../helpers/whole-site.ts';
import { xmlComplaints } from '../../helpers/xml-complaints.ts';

const { read } = useWholeSite();
const status = (): SiteStatus => JSON.parse(read('status.json')) as SiteStatus;

describe('status.json', () => {
  test('counts commands by state, and the states add up', () => {
    const { version, summary, engines, baseUrl } = status();
    expect({ version, engines, baseUrl }).toEqual({
      version: 1,
      engines: ['28.5.2', '26.1.5+dfsg1'],
      baseUrl: 'https://example.org/harbour/',
    });
    const { total, ...states } = summary.commands;
    expect(states).toEqual({
      passed: 2,
      failed: 2,
      blocked: 1,
      skipped: 0,
      'not-run': 0,
      changed: 1,
      unproven: 0,
    });
    expect(Object.values(states).reduce((sum, count) => sum + count)).toBe(total);
    expect(summary.posts).toBe(status().posts.length);
  });

  test('says of each post on what it was proven, and what is not and why', () => {
    const [first, second] = status().posts;
    expect(first).toMatchObject({
      path: 'docker/p1/index.md',
      url: 'docker/p1/',
      state: 'failed',
      proofs: [
        {
          recordedAt: '2026-11-20T08:00:00.000Z',
          engine: '28.5.2',
          commands: { passed: 2, failed: 2, blocked: 1, changed: 1, total: 6 },
          standIns: ['nginx:latest'],
        },
        {
          recordedAt: '2026-11-19T08:00:00.000Z',
          engine: '26.1.5+dfsg1',
          commands: { passed: 4, failed: 0, blocked: 1, changed: 1, total: 6 },
        },
      ],
      unproven: [
        {
          ...{ state: 'failed', line: 34, text: 'docker stop web', engines: ['28.5.2'] },
          cause: { whose: 'page' },
        },
        {
          ...{ state: 'blocked', engines: ['28.5.2', '26.1.5+dfsg1'] },
          cause: { whose: 'network', message: 'example.org can not be reached' },
        },
        { state: 'changed', text: 'docker version', engines: [], cause: null },
      ],
      differing: [{ text: 'docker ps' }, { text: 'docker stop web' }],
    });
    expect(second).toMatchObject({ state: 'none', proofs: [], unproven: [] });
  });

  test('names blocks by ids that their pages have', () => {
    for (const { url, unproven, differing } of status().posts) {
      const page = read(`${url}index.html`);
      for (const { anchor } of [...unproven, ...differing]) expect(page).toContain(`id="${anchor}"`);
    }
  });
});

describe('the status page', () => {
  test('leads to each block that is not proven, with the reason', () => {
    const page = read('status/index.html');
    expect(page).toContain('Needs the internet: example.org can not be reached');
    expect(page).toContain('Failed on Docker 28.5: it ended with 1, not with 0');
    expect(page).toMatch(/href="\.\.\/docker\/p1\/index\.html#Proof-b\d+"/);
  });

  test('has a column for each engine, with what came of the post there', () => {
    const [, table = ''] = read('status/index.html').split('<table>');
    expect(table).toMatch(/Docker 28\.5<.*Docker 26\.1</s);
    expect(table).toMatch(/2 of 6<.*20 Nov 2026.*4 of 6<.*19 Nov 2026/s);
  });

  test('leads to each block in which engines differ, and each post to what it says of it', () => {
    const [, section = ''] = read('status/index.html').split('id="Engines-docker_2fp1"');
    expect(section).toMatch(/href="\.\.\/docker\/p1\/index\.html#Proof-b\d+"/);
    expect(read('docker/p1/index.html')).toContain(
      'Docker 28.5 and 26.1 differ in <a href="../../status/index.html#Engines-docker_2fp1">2 blocks</a>.',
    );
  });

  test('is linked from the footer of every page and from the proof of a post', () => {
    expect(read('index.html')).toContain('href="status/index.html"');
    expect(read('docker/p1/index.html')).toContain('href="../../status/index.html#Post-docker_2fp1"');
  });
});

test('badges are well-formed SVG and say in words what they show', async () => {
  for (const name of ['badge.svg', 'docker/p1/badge.svg', 'docker/p2/badge.svg']) {
    expect(await xmlComplaints(read(name))).toEqual([]);
  }
  expect(read('docker/p1/badge.svg')).toContain('aria-label="commands proven: 2 of 6"');
  expect(read('docker/p2/badge.svg')).toContain('none to run');
});

test('posts that were never verified are counted, and named by their row only', () => {
  const post = (index: number): PostStatus => ({
    title: `Post ${index}`,
    path: `posts/${index}.md`,
    url: `${index}/`,
    state: 'unproven',
    commands: {
      total: 1,
      passed: 0,
      failed: 0,
      blocked: 0,
      skipped: 0,
      'not-run': 0,
      changed: 0,
      unproven: 1,
    },
    proofs: [],
    differing: [],
    unproven: [
      {
        anchor: 'Proof-b1',
        line: 5,
        kind: 'commands',
        state: 'unproven',
        engines: [],
        text: 'docker ps',
        cause: null,
      },
    ],
  });
  const posts = [post(1), post(2)];
  const commands = { ...post(1).commands, total: 2, unproven: 2 };
  const summary = { posts: 2, commands };
  const made: SiteStatus = {
    ...{ version: 1, title: 'Site', baseUrl: null, oldAfterDays: 90 },
    ...{ summary, engines: [], posts },
  };
  const frame = { hrefOf: (_from: string, to: string) => to } as unknown as Frame;
  const text = JSON.stringify(statusPage({ status: made, old: [] }, frame));
  expect(text).toContain('2 posts were never verified yet.');
  expect(text).not.toContain('docker ps');
  expect(text).toContain('Post-1');
});
