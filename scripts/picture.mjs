// npm run picture: takes docs/review.png anew from the page of the demo. Needs Chromium at /usr/bin/chromium.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const size = { width: 1100, height: 1400 };

/** The address of the page, once the demo prints it. */
function pageOf(demo) {
  return new Promise((resolve, reject) => {
    let printed = '';
    demo.stdout.on('data', (part) => {
      printed += part;
      const address = /The pull request: (\S+)/.exec(printed)?.[1];
      if (address !== undefined) resolve(address);
    });
    demo.on('exit', () => reject(new Error(`The demo ended early:\n${printed}`)));
  });
}

const demo = spawn(process.execPath, [path.join(root, 'scripts/demo.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] });
try {
  const address = await pageOf(demo);
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: size, deviceScaleFactor: 1 });
  await page.goto(address);
  await page.screenshot({ path: path.join(root, 'docs/review.png') });
  await browser.close();
} finally {
  demo.removeAllListeners('exit');
  demo.kill('SIGINT');
}
