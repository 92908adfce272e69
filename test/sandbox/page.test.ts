import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import { readFolder, shopPull } from '../../sandbox/demo/shop.js';
import { type PageServer, servePage } from '../../sandbox/page/serve.js';
import type { Pull } from '../../sandbox/world.js';
import { type Scenario, startScenario } from '../support/scenario.js';

const executablePath = '/usr/bin/chromium';
const args = [
  '--no-sandbox',
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Without a browser these tests are skipped, and the runner says so. */
const inBrowser = existsSync(executablePath) ? describe : describe.skip;

let scenario: Scenario;
let pull: Pull;
let server: PageServer;

beforeAll(async () => {
  scenario = await startScenario();
  const repository = await scenario.repository(readFolder('sandbox/shop/base'));
  const files = readFolder('sandbox/shop/head');
  const title = `${shopPull.title} <script>document.title = 'broken'</script>`;
  pull = await scenario.sandbox.openPullRequest(repository, { ...shopPull, files, title });
  await scenario.conclude(pull);
  server = await servePage(scenario.sandbox.world, pull);
});
afterAll(async () => {
  await server.stop();
  await scenario.stop();
});

inBrowser(`the page of a pull request (needs ${executablePath})`, () => {
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args });
    page = await browser.newPage();
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(server.url);
  });
  afterAll(() => browser.close());

  test('shows the check with its title, and titles as text', async () => {
    expect(await page.locator('.check h2').textContent()).toMatch(/^Postern: \d+ new problems, \d+ fail/);
    expect(await page.title()).toContain("<script>document.title = 'broken'</script>");
  });

  test('shows every comment under its line, on its side', async () => {
    const shown = await page.locator('tr.talk article.comment').evaluateAll((comments) =>
      comments.map((comment) => {
        const row = comment.closest('tr')?.previousElementSibling;
        const left = comment.getAttribute('data-side') === 'LEFT';
        const number = row?.querySelectorAll('td.number')[left ? 0 : 1]?.textContent;
        return { id: comment.id, side: comment.getAttribute('data-side'), number, kind: row?.className.split(' ')[0] };
      }),
    );
    const expected = scenario.sandbox.comments(pull).map(({ id, place }) => ({
      id: `comment-${id}`,
      side: place?.side,
      number: String(place?.line),
      kind: place?.side === 'LEFT' ? 'deleted' : 'added',
    }));
    expect(new Set(expected.map(({ side }) => side))).toEqual(new Set(['LEFT', 'RIGHT']));
    expect(shown).toEqual(expected);
  });

  test('commits a suggestion: the file changes, the conversation is over, the check is concluded anew', async () => {
    const before = pull.headSha;
    const comment = page.locator('article.comment', { hasText: 'AuthType: AWS_IAM' }).first();
    const id = await comment.getAttribute('id');
    await comment.getByRole('button', { name: 'Commit suggestion' }).click();
    await page.locator(`.check[data-state=failure]:not([data-head="${before}"])`).waitFor();
    expect(pull.headSha).not.toBe(before);
    expect(await scenario.sandbox.readFile(pull, 'template.yaml')).toContain('AuthType: AWS_IAM');
    expect(await page.locator(`tr.talk #${id}`).count()).toBe(0);
    expect(await page.locator(`.outdated #${id}`).count()).toBe(1);
  });

  test('keeps to its own policy: nothing was blocked, nothing failed', () => {
    expect(complaints).toEqual([]);
  });
});

describe('the buttons', () => {
  test.each([
    ['from another site', { origin: 'http://evil.example' }],
    ['under another name of this machine', { host: 'evil.example:80' }],
  ])('cannot be pressed %s', async (_, headers) => {
    const [comment] = scenario.sandbox.comments(pull);
    const url = new URL(`/suggestions/${comment?.id}`, server.url.replace('localhost', '127.0.0.1'));
    expect(await post(url, headers)).toBe(403);
  });
});

async function post(url: URL, headers: Record<string, string>): Promise<number | undefined> {
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    const call = request(url, { method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    call.on('error', reject);
    call.end();
  });
}
