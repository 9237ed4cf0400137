import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { describe, test } from 'vitest';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** Absolute path of a Chromium on this computer; null when there is none. */
export const chromiumPath = findChromium();

/** A `describe` for tests that need Chromium: skipped, and said so, without one; with CI=true that is a failure. */
export function describeWithBrowser(title: string, tests: () => void): void {
  if (chromiumPath !== null) {
    describe(title, tests);
    return;
  }
  const reason = `${title}: no Chromium here (npm run setup installs it)`;
  if (process.env.CI === 'true') {
    describe(title, () => {
      test('Chromium is there, as CI=true requires', () => {
        throw new Error(reason);
      });
    });
    return;
  }
  console.warn(`SKIPPED  ${reason}`);
  describe.skip(reason, tests);
}

/** Starts Chromium; whoever calls closes it. */
export function openBrowser(): Promise<Browser> {
  // Chromium refuses its sandbox to root.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: chromiumPath ?? '', args });
}

function findChromium(): string | null {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const files = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return files.find((file) => existsSync(file)) ?? null;
}
