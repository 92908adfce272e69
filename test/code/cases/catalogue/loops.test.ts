import { beforeAll, expect, test } from '@jest/globals';
import { preparePython } from '../../../../src/languages/python/parse.js';
import { toldIn, toldInPython } from '../../../support/told.js';

beforeAll(preparePython);

test.each([
  [
    'a name that the next turn of a loop reads',
    `import { execSync } from 'node:child_process';
`,
    'let last; for (const one of event.Records) { if (last) execSync(last); last = one.body; }',
    'command',
  ],
  [
    'a list that grows in a loop',
    `import { execSync } from 'node:child_process';
`,
    'const all = []; for (const one of event.Records) { all.forEach((text) => execSync(text)); all.push(one.body); }',
    'command',
  ],
  [
    'what an object is given in a loop',
    `import { execSync } from 'node:child_process';
`,
    'const held = {}; for (const one of event.Records) { if (held.text) execSync(held.text); held.text = one.body; }',
    'command',
  ],
  [
    'an instance that is given more in a loop',
    `import { execSync } from 'node:child_process';
class Job { run() { execSync(this.text); } take(text) { this.text = text; } }
`,
    'const job = new Job(); for (const one of event.Records) { job.run(); job.take(one.body); }',
    'command',
  ],
  [
    'a name of a loop that is written before it is read',
    `import { execSync } from 'node:child_process';
`,
    "for (const one of event.Records) { let text = 'ls'; execSync(text); text = one.body; }",
    '',
  ],
])('%s', (_, imports, body, told) => expect(toldIn(imports, body, told)).toBe(told));

test.each([
  [
    'a name that the next turn of a loop reads',
    'import os',
    'last = None\nfor one in event["Records"]:\n    if last:\n        os.system(last)\n    last = one["body"]',
    'command',
  ],
  ['a while loop', 'import os', 'text = "ls"\nwhile True:\n    os.system(text)\n    text = event["body"]', 'command'],
])('Python: %s', (_, imports, body, told) => expect(toldInPython(imports, body, told)).toBe(told));
