import { readFileSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatHtml } from '../../src/report/html/page.ts';
import { describeWithBrowser, openBrowser } from '../helpers/browser.ts';
import { home } from '../helpers/memory-context.ts';
import { sampleBlock, sampleCommand, samplePost, sampleReport } from '../report/sample-report.ts';

const cause = { whose: 'page' as const, message: 'wrong', hint: 'Correct it.', line: null };
const colors = [30, 31, 32, 33, 34, 35, 36, 37, 91, 97, 41, 44, 47, 7, 2];
const styled = colors.map((code) => `\u001b[0;${code}mlook ${code}\u001b[0m`).join(' ');
const report = sampleReport([
  samplePost([
    sampleBlock(
      (['passed', 'failed', 'blocked', 'skipped', 'not-run'] as const).map((verdict, index) =>
        sampleCommand({
          id: `b1c${index + 1}`,
          verdict,
          output: '<script>document.title = "no"</script>',
          cause: verdict === 'passed' ? null : cause,
          styled: verdict === 'passed' ? styled : null,
        }),
      ),
      { verdict: 'failed' },
    ),
  ]),
]);

describeWithBrowser('the report as a page', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test.each([
    [390, 'light'],
    [390, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const)('asks for nothing and can be read by all, %i px wide and %s', async (width, colorScheme) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
    const page = await context.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    const styles = readFileSync(path.join(home, 'site/report.css'), 'utf8');
    await page.setContent(formatHtml(report, styles));
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html.slice(0, 120))])).toEqual([]);
    expect([requests, complaints]).toEqual([[], []]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(await page.title()).toBe('Seaworthy report');
    expect(await page.evaluate('getComputedStyle(document.querySelector(".terminal")).overflowX')).toBe(
      'auto',
    );
    await context.close();
  });
});
