// The page in a real browser:
//   node page_test.mjs SEARCHER INDEX SCREENSHOTS
// SEARCHER is the program dateline-search, which serves INDEX, one of articles.jsonl. Screenshots
// go to that folder. The modules are looked for in the folder from which it runs.
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';

const [searcher, index, screenshots] = process.argv.slice(2);
const require = createRequire(join(process.cwd(), 'package.json'));
const {chromium} = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
mkdirSync(screenshots, {recursive: true});

const server = spawn(searcher, ['serve', '--index', index, '--listen', '127.0.0.1:0', '--now', '2024-01-01',
  '--no-access-log'], {stdio: ['ignore', 'pipe', 'inherit']});
process.on('exit', () => server.kill());
const greeting = await new Promise((heard) => createInterface({input: server.stdout}).once('line', heard));
const base = greeting.replace('listening on ', '');
const profile = mkdtempSync(join(tmpdir(), 'dateline-page-'));
const browser = await chromium.launch({executablePath: '/usr/bin/chromium', env: {...process.env, HOME: profile},
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync']});

let failed = 0;
async function test(name, options, body) {
  const context = await browser.newContext({viewport: {width: 1200, height: 900}, ...options});
  const page = await context.newPage();
  page.setDefaultTimeout(10000);
  const faults = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    const text = message.text();
    // Answers of 400 and 404 are looked for by their tests; browsers ask for an icon by themselves.
    if (message.type() === 'error' && !/status of 40[04]/.test(text)) faults.push(text);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(base)) faults.push(`asked for ${request.url()}`);
  });
  try {
    await body(page);
    assert.deepEqual(faults, []);
    console.log(`ok      ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}\n${error.stack}`);
    await page.screenshot({path: join(screenshots, `failed-${failed}.png`)}).catch(() => {});
  } finally {
    await context.close();
  }
}
const shot = (page, name) => page.screenshot({path: join(screenshots, `${name}.png`)});
const search = async (page, address) => { await page.goto(base + address); };
const titles = (page) => page.locator('a.title').allTextContents();
const total = (page, words) => page.locator('#summary strong', {hasText: words}).waitFor();
async function violations(page) {
  await page.evaluate(axe);
  const report = await page.evaluate(() => globalThis.axe.run());
  return report.violations.map((found) =>
    `${found.id}: ${found.nodes.map((node) => node.html).slice(0, 3).join(' | ')}`);
}

await test('typing words and pressing Enter searches without a reload', {}, async (page) => {
  await search(page, '/');
  await page.evaluate(() => { window.stayed = true; });
  await page.fill('#q', 'cranes');
  await page.keyboard.press('Enter');
  await total(page, '1 article');
  assert.deepEqual(await titles(page), ['Mombasa harbour gets cranes']);
  assert.equal(await page.locator('.passage mark').first().textContent(), 'cranes');
  assert.equal(await page.evaluate(() => window.stayed), true);
  assert.equal(new URL(page.url()).search, '?q=cranes');
});

await test('headlines are suggested while one types', {}, async (page) => {
  await search(page, '/');
  await page.locator('#q').pressSequentially('harbour');
  await page.waitForFunction(() => document.querySelectorAll('#suggestions option').length > 3);
  assert.ok(await page.locator('#suggestions option[value="Harbour strike ends"]').count());
});

await test('half a word suggests, too', {}, async (page) => {
  await search(page, '/');
  await page.locator('#q').pressSequentially('momb');
  await page.locator('#suggestions option[value="Mombasa harbour gets cranes"]').waitFor({state: 'attached'});
});

await test('a misspelt word and words for a time or a country are offered as links', {}, async (page) => {
  await search(page, '/?q=harbour+mombassa');
  await page.click('text=harbour mombasa');
  await page.waitForURL(/q=harbour\+?(%20)?mombasa/);
  await search(page, '/?q=harbour+in+Kenya');
  await shot(page, 'offers');
  await page.locator('.notice a', {hasText: 'Kenya'}).click();
  await total(page, '3 articles');
  assert.equal(new URL(page.url()).searchParams.get('country'), 'KE');
  assert.equal(await page.locator('.notice').count(), 0);
  await search(page, '/?q=harbour+since+2022');
  await page.locator('.notice a').click();
  await page.waitForURL(/from=2022/);
  assert.deepEqual(await violations(page), []);
});

await test('countries can be combined, and their counts stay', {}, async (page) => {
  await search(page, '/?q=harbour');
  await total(page, '10 articles');
  await page.check('input[name=country][value=KE]');
  await total(page, '3 articles');
  await page.check('input[name=country][value=CU]');
  await total(page, '6 articles');
  assert.match(await page.locator('label:has(input[value=AZ])').textContent(), /Azerbaijan\s*4/);
  assert.equal(new URL(page.url()).search, '?q=harbour&country=KE&country=CU');
  await shot(page, 'countries');
});

await test('dragging over the timeline chooses dates, and "all dates" takes them back', {}, async (page) => {
  await search(page, '/?q=harbour');
  const bars = (await page.locator('#timeline').getAttribute('data-bars')).split(' ');
  const box = await page.locator('#timeline').boundingBox();
  const middle = (month) => {
    const at = bars.findIndex((bar) => bar.startsWith(month));
    return box.x + (at + 0.5) * box.width / bars.length;
  };
  await page.mouse.move(middle('2022-01'), box.y + 20);
  await page.mouse.down();
  await page.mouse.move(middle('2022-05'), box.y + 25, {steps: 4});
  await page.mouse.move(middle('2022-11'), box.y + 25, {steps: 4});
  await page.mouse.up();
  await total(page, '3 articles');
  assert.equal(new URL(page.url()).search, '?q=harbour&from=2022-01&to=2022-11');
  await shot(page, 'timeline');
  await page.click('#all-dates');
  await total(page, '10 articles');
});

await test('an article opens with its passage in place, after letters of more than a byte', {}, async (page) => {
  await search(page, '/?q=dealers');
  const passage = await page.locator('.passage').textContent();
  await page.click('a.title');
  await page.locator('#passage').waitFor();
  assert.equal((await page.locator('mark.cited').allTextContents()).join(''), passage.trim());
  await shot(page, 'article');
  await page.goBack();
  await total(page, '1 article');
});

await test('an address brings back the same page, and Back goes back', {}, async (page) => {
  await search(page, '/?q=harbour');
  await page.check('input[name=country][value=KE]');
  await total(page, '3 articles');
  await page.selectOption('#sort', 'newest');
  await page.waitForURL(/sort=newest/);
  await page.locator('.result').first().getByText('August 2022').waitFor();
  const shared = page.url();
  const here = await titles(page);
  const other = await page.context().newPage();
  await other.goto(shared);
  assert.deepEqual(await titles(other), here);
  assert.ok(await other.isChecked('input[name=country][value=KE]'));
  await page.goBack();
  await page.goBack();
  await total(page, '10 articles');
  assert.equal(await page.isChecked('input[name=country][value=KE]'), false);
});

await test('one comes back from an article to where one was in the results', {}, async (page) => {
  await search(page, '/?q=harbour');
  await page.locator('a.title').nth(6).scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  assert.ok(before > 100);
  await page.locator('a.title').nth(6).click();
  await page.locator('#passage').waitFor();
  await page.goBack();
  await total(page, '10 articles');
  await page.waitForFunction((y) => Math.abs(scrollY - y) < 5, before);
});

await test('everything can be reached by keys alone', {}, async (page) => {
  await search(page, '/');
  await page.keyboard.press('/');
  await page.keyboard.type('harbour');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=harbour/);
  await total(page, '10 articles');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'handle-from');
  for (let at = 0; at < 14; ++at) await page.keyboard.press('ArrowRight');
  assert.equal(await page.getAttribute('#handle-from', 'aria-valuetext'), 'March 2022');
  await page.waitForURL(/from=2022-03/);
  await total(page, '4 articles');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'handle-from');
  await page.keyboard.press('j');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'title');
  await page.keyboard.press('Enter');
  await page.locator('#passage').waitFor();
});

await test('an article with a script in it does nothing', {}, async (page) => {
  for (const address of ['/?q=harbour', '/?q=%3Cscript%3Ewindow.hacked%3D6%3C%2Fscript%3E%22%27', '/?article=attack',
    '/?country=%3Cscript%3Ewindow.hacked%3D7%3C/script%3E', '/?article=%3Cimg+src=x+onerror=window.hacked=8%3E']) {
    await search(page, address);
    assert.equal(await page.evaluate(() => window.hacked), undefined);
    assert.equal(await page.locator('main :is(script, img, b, i, [onclick], [onerror])').count(), 0);
    assert.equal(await page.locator('a[href^="javascript:" i]').count(), 0);
    assert.ok(!(await page.content()).includes('\u202E'));
  }
  await search(page, '/?article=attack');
  assert.match(await page.textContent('h1'), /^<script>window\.hacked=1<\/script><img/);
});

await test('a filter that means nothing and a missing article say so', {}, async (page) => {
  const bad = await page.goto(`${base}/?q=harbour&from=soon`);
  assert.equal(bad.status(), 400);
  assert.match(await page.locator('[role=alert]').textContent(), /soon/);
  assert.equal((await page.goto(`${base}/?article=nope`)).status(), 404);
  await search(page, '/?q=zebra');
  await page.getByText('Nothing found').waitFor();
  assert.deepEqual(await violations(page), []);
  await shot(page, 'nothing');
});

await test('without JavaScript words, filters and articles work', {javaScriptEnabled: false}, async (page) => {
  await search(page, '/');
  await page.fill('#q', 'harbour');
  await page.click('header button');
  await total(page, '10 articles');
  await page.check('input[name=country][value=CU]');
  await page.fill('#from', '2023');
  await page.click('text=Apply filters');
  await total(page, '2 articles');
  await page.click('a.title >> nth=0');
  await page.locator('mark.cited').first().waitFor();
  await page.click('#back');
  await total(page, '2 articles');
  await shot(page, 'without-script');
});

for (const colorScheme of ['light', 'dark']) {
  await test(`axe finds nothing wrong in ${colorScheme}`, {colorScheme}, async (page) => {
    await search(page, '/?q=harbour');
    assert.deepEqual(await violations(page), []);
    await shot(page, `results-${colorScheme}`);
    await search(page, '/?q=harbour&country=KE&from=2022');
    assert.deepEqual(await violations(page), []);
    await search(page, '/?article=arabic&start=0&end=10');
    assert.deepEqual(await violations(page), []);
    await shot(page, `right-to-left-${colorScheme}`);
  });
}

await test('nothing is wider than a phone', {viewport: {width: 360, height: 740}}, async (page) => {
  for (const address of ['/?q=harbour', '/?article=long', '/?q=zebra']) {
    await search(page, address);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), address);
    assert.deepEqual(await violations(page), []);
  }
  await search(page, '/?q=harbour');
  assert.equal(await page.isVisible('input[name=country]'), false);
  await page.click('text=Filters');
  await page.check('input[name=country][value=KE]');
  await total(page, '3 articles');
  assert.ok(await page.isVisible('input[name=country]'));
  await page.click('text=Filters');
  await shot(page, 'phone');
});

await test('right-to-left text runs right to left', {}, async (page) => {
  await search(page, '/?q=%D8%A7%D9%84%D9%85%D9%8A%D9%86%D8%A7%D8%A1');
  const direction = (selector) => page.locator(selector).first().evaluate((node) => getComputedStyle(node).direction);
  assert.equal(await direction('.result h2'), 'rtl');
  assert.equal(await direction('.passage p'), 'rtl');
  assert.equal(await direction('.facts'), 'ltr');
  await shot(page, 'right-to-left');
});

await browser.close();
rmSync(profile, {recursive: true, force: true});
process.exit(failed === 0 ? 0 : 1);
