import { expect, test } from '@jest/globals';
import { toldIn } from '../../../support/told.js';

test.each([
  [
    'lex slots',
    `import { execSync } from 'node:child_process';`,
    'execSync(event.sessionState.intent.slots.name.value.originalValue)',
    'command',
  ],
  [
    'lex v1 slots',
    `import { execSync } from 'node:child_process';`,
    'execSync(event.currentIntent.slots.name)',
    'command',
  ],
  ['lex transcript', `import { execSync } from 'node:child_process';`, 'execSync(event.inputTranscript)', 'command'],
  ['appsync source', `import { execSync } from 'node:child_process';`, 'execSync(event.source.title)', 'command'],
  ['eventbridge source name', `import { execSync } from 'node:child_process';`, `execSync('x ' + event.source)`, ''],
  [
    'kafka key',
    `import { execSync } from 'node:child_process';`,
    `for (const r of event.records['t-0']) execSync(r.key)`,
    'command',
  ],
  [
    'cognito client metadata',
    `import { execSync } from 'node:child_process';`,
    'execSync(event.request.clientMetadata.name)',
    'command',
  ],
  [
    'http api user agent',
    `import { execSync } from 'node:child_process';`,
    'execSync(event.requestContext.http.userAgent)',
    'command',
  ],
  [
    'rest user agent',
    `import { execSync } from 'node:child_process';`,
    'execSync(event.requestContext.identity.userAgent)',
    'command',
  ],
  [
    'authorizer',
    `import { execSync } from 'node:child_process';`,
    'execSync(event.requestContext.authorizer.principalId)',
    '',
  ],
  [
    'sqs attributes',
    `import { execSync } from 'node:child_process';`,
    'execSync(event.Records[0].messageAttributes.x.stringValue)',
    'command',
  ],
  [
    'sns subject',
    `import { execSync } from 'node:child_process';`,
    'execSync(event.Records[0].Sns.Subject)',
    'command',
  ],
  [
    'firehose',
    `import { execSync } from 'node:child_process';`,
    `execSync(Buffer.from(event.records[0].data,'base64').toString())`,
    'command',
  ],
  [
    'third party',
    `import { execSync } from 'node:child_process';`,
    `const r = await fetch('https://api.other.example/x'); const d = await r.json(); execSync(d.cmd)`,
    'command',
  ],
  [
    'third party axios',
    `import { execSync } from 'node:child_process'; import axios from 'axios';`,
    `const { data } = await axios.get('https://api.other.example/x'); execSync(data.cmd)`,
    'command',
  ],
  [
    'own service',
    `import { execSync } from 'node:child_process';`,
    'const r = await fetch(process.env.API); const d = await r.json(); execSync(d.cmd)',
    '',
  ],
])('%s', (_, imports, body, told) => expect(toldIn(imports, body, told)).toBe(told));
