import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { runBuild } from '../../src/commands/build.ts';
import { formatProof } from '../../src/report/proof/proof.ts';
import { describeWithBrowser, openBrowser } from '../helpers/browser.ts';
import { memoryContext } from '../helpers/memory-context.ts';
import { proofOf } from '../helpers/whole-site.ts';

const post = `---
title: Code
---

## Run

\`\`\`console
$ docker run -d --name web nginx
4f1d2c9ab07e5d3c
\`\`\`

## Stop

\`\`\`bash
docker stop CONTAINER_ID
# or
docker kill CONTAINER_ID
\`\`\`

## Remove

\`\`\`bash
docker rm CONTAINER_ID # Output: CONTAINER_ID
\`\`\`

## Form

\`\`\`bash
docker run [OPTIONS] IMAGE [COMMAND] [ARG...]
\`\`\`
`;

describeWithBrowser('code in a page, from file:', () => {
  let folder = '';
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-code-'));
    mkdirSync(path.join(folder, 'posts'));
    writeFileSync(path.join(folder, 'posts/code.md'), post);
    writeFileSync(path.join(folder, 'posts/code.proof.json'), formatProof(proofOf(post)));
    const options = { paths: ['posts'], out: 'dist', drafts: false, keepGoing: false };
    expect(await runBuild(options, memoryContext(folder))).toBe(0);
    browser = await openBrowser();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  beforeEach(async () => {
    page = await browser.newPage();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(pathToFileURL(path.join(folder, 'dist/code/index.html')).href);
  });

  afterEach(() => page.context().close());

  const clipboard = (): Promise<string> => page.evaluate('navigator.clipboard.readText()');
  const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();
  const fields = () => page.getByRole('textbox', { name: 'Your value for CONTAINER_ID' });

  test('copying gives the command without prompt and output, and says so', async () => {
    await press('Copy');
    await page.getByRole('status').getByText('Copied').waitFor({ state: 'attached' });
    expect(await clipboard()).toBe('docker run -d --name web nginx');
  });

  test('each of several commands has a button of its own', async () => {
    await press('Copy docker kill CONTAINER_ID');
    await page.getByRole('status').getByText('Copied').waitFor({ state: 'attached' });
    expect(await clipboard()).toBe('docker kill CONTAINER_ID');
  });

  test('a form says that it is one', async () => {
    await press('Copy form');
    await page.getByRole('status').getByText('Copied: fill it in').waitFor({ state: 'attached' });
  });

  test('without the clipboard of a safe page the text is selected and copied', async () => {
    await page.evaluate(
      "Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })",
    );
    await press('Copy');
    await page.getByRole('status').getByText('Copied').waitFor({ state: 'attached' });
    await page.evaluate('delete navigator.clipboard');
    expect(await clipboard()).toBe('docker run -d --name web nginx');
  });

  test('every block takes the value that is typed once, copies it, and remembers it until it is taken out', async () => {
    await page.locator('var.value').first().click();
    await fields().first().fill('web');
    await page.keyboard.press('Enter');
    expect(await fields().allTextContents()).toEqual(['web', 'web', 'web']);
    await page.reload();
    expect(await fields().allTextContents()).toEqual(['web', 'web', 'web']);
    await page.locator('figure', { hasText: 'docker rm' }).getByRole('button').click();
    await page.getByRole('status').getByText('Copied').waitFor({ state: 'attached' });
    expect(await clipboard()).toBe('docker rm web');
    await fields().first().focus();
    await page.keyboard.press('Escape');
    expect(await fields().allTextContents()).toEqual(Array(3).fill('CONTAINER_ID'));
  });

  test('a proof says how long ago it was made, and is old after 90 days of the reader’s own', async () => {
    const mark = page.locator('.proof', { hasText: 'Proven' }).first();
    const looksAt = async (day: string): Promise<string> => {
      await page.clock.setFixedTime(day);
      await page.reload();
      return `${await mark.getAttribute('data-state')}: ${await mark.locator('summary').innerText()}`;
    };
    expect(await looksAt('2026-11-23T09:00:00Z')).toMatch(/^passed: .*Proven on Docker.*, 4 days ago/s);
    expect(await looksAt('2027-05-23T09:00:00Z')).toMatch(
      /^old: .*Proven long ago, on Docker.*, 6 months ago/s,
    );
  });
});
