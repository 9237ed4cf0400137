// Measures pages of a built site in Chromium as a phone on a slow line sees them, against the budgets of a page.
// usage: node scripts/bench/page.mjs [FOLDER] [PAGE…]; without them, dist/ and a post of each depth in it.
import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { delimiter, extname, join, resolve } from 'node:path';
import { createGzip } from 'node:zlib';
import { chromium } from 'playwright-core';
import { medianOf } from './run-timed.mjs';

// Lighthouse's phone: a quarter of the speed of this computer, 1.6 Mbit/s, 150 ms there and back.
const slower = 4;
const line = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const phone = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true };
const rounds = 5;

const budgets = [
  { key: 'gzip', name: 'HTML, CSS, JS (gzip)', most: 20_000, unit: 'B' },
  { key: 'script', name: 'JavaScript (gzip)', most: 2000, unit: 'B' },
  { key: 'requests', name: 'requests', most: 4, unit: '' },
  { key: 'paint', name: 'largest paint', most: 900, unit: 'ms' },
  { key: 'blocking', name: 'blocking time', most: 0, unit: 'ms' },
  { key: 'shift', name: 'layout shift', most: 0, unit: '' },
];

/** In the page: the largest paint, what tasks take beyond 50 ms, and what moves. */
const observe = `
  window.seen = { paint: 0, blocking: 0, shift: 0 };
  const watch = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  watch('largest-contentful-paint', ({ startTime }) => { seen.paint = startTime; });
  watch('longtask', ({ duration }) => { seen.blocking += duration - 50; });
  watch('layout-shift', ({ value }) => { seen.shift += value; });`;

const folder = resolve(process.argv[2] ?? 'dist');
if (!existsSync(join(folder, 'index.html'))) fail(`There is no site in ${folder}: build one first.`);
const given = process.argv.slice(3);
const pages = given.length > 0 ? given : somePages();
// A page that is not there would keep every budget.
for (const name of pages) if (!isFile(join(folder, name))) fail(`There is no page ${name} in ${folder}.`);
await measureAll(pages);

async function measureAll(names) {
  const server = createServer(serve).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: findChromium(), args: root });
  let isOver = false;
  for (const name of names) {
    const taken = [];
    for (let round = 0; round < rounds; round += 1) taken.push(await measure(browser, server, name));
    const row = Object.fromEntries(budgets.map(({ key }) => [key, medianOf(taken.map((one) => one[key]))]));
    console.log(`\n${name} (median of ${rounds})`);
    for (const { key, name: what, most, unit } of budgets) {
      const over = row[key] > most;
      isOver ||= over;
      const value = `${Math.round(row[key] * 1000) / 1000} ${unit}`.padStart(10);
      console.log(`  ${what.padEnd(22)}${value}   at most ${most} ${unit}${over ? '   OVER' : ''}`);
    }
  }
  await browser.close();
  server.close();
  process.exitCode = isOver ? 1 : 0;
}

async function measure(browser, server, name) {
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', line);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const types = new Map();
  const sizes = new Map();
  devtools.on('Network.responseReceived', ({ requestId, type, response }) => {
    types.set(requestId, type);
    // The answer's head is no part of the file.
    sizes.set(requestId, -response.encodedDataLength);
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    sizes.set(requestId, (sizes.get(requestId) ?? 0) + encodedDataLength),
  );
  await page.addInitScript(observe);
  await page.goto(`http://127.0.0.1:${server.address().port}/${name}`, { waitUntil: 'networkidle' });
  const seen = await page.evaluate('window.seen');
  await context.close();
  const bytes = (wanted) =>
    [...sizes].filter(([id]) => wanted.includes(types.get(id))).reduce((sum, [, size]) => sum + size, 0);
  return {
    ...seen,
    gzip: bytes(['Document', 'Stylesheet', 'Script']),
    script: bytes(['Script']),
    requests: sizes.size,
  };
}

function serve({ url }, response) {
  const file = join(folder, decodeURIComponent(new URL(url, 'http://x').pathname));
  if (!file.startsWith(folder) || !isFile(file)) {
    response.writeHead(404).end();
    return;
  }
  const types = {
    '.html': 'text/html',
    '.css': 'text/css',
    '.js': 'text/javascript',
    '.svg': 'image/svg+xml',
  };
  const type = types[extname(file)];
  response.setHeader('Content-Type', type ?? 'application/octet-stream');
  if (!type) return createReadStream(file).pipe(response);
  response.setHeader('Content-Encoding', 'gzip');
  return createReadStream(file)
    .pipe(createGzip({ level: 9 }))
    .pipe(response);
}

/** The first page, and the first post that lies in a folder of its own series. */
function somePages() {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const post = all.find((name) => /^(?!tags|categories|series)[^/]+\/[^/]+\/index\.html$/.test(name));
  return ['index.html', ...(post ? [post] : [])];
}

function isFile(file) {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

function findChromium() {
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = names
    .flatMap((name) => folders.map((each) => join(each, name)))
    .find((file) => existsSync(file));
  return found ?? fail('There is no Chromium here: npm run setup installs it.');
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
