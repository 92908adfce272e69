import { expect, test } from '@jest/globals';
import type { ShippingFunction } from '../../../src/policies/components/shipping.js';
import policy from '../../../src/policies/insecure-transport/tls-verification-disabled/policy.js';
import { filesOf, judgeTrees } from '../../support/component-examples.js';

const functions: readonly ShippingFunction[] = [{ id: 'A', name: 'A', codeRoot: 'src', exposure: 'unknown' }];
const image = (line: string) => ({ 'src/Dockerfile': `FROM public.ecr.aws/lambda/nodejs:22\n${line}\n` });
const scripts = (name: string, command: string) => ({
  'src/package.json': JSON.stringify({ scripts: { [name]: command } }),
});

const workflow = (step: string, name = 'deploy') => ({
  '.github/workflows/main.yml': `jobs:\n  ${name}:\n    steps:\n      - uses: actions/checkout@v5\n      - run: |\n          ${step}\n      - run: npx sls ${name}\n`,
});

type Row = readonly [what: string, files: Readonly<Record<string, string>>, expected: readonly string[]];

const rows: readonly Row[] = [
  ['curl -k', image('RUN curl -fsSLk https://example.com/tool.tgz | tar xz'), ['curl -fsSLk']],
  ['curl --insecure', image('RUN curl --insecure -o tool https://example.com/tool'), ['curl --insecure']],
  ['curl that checks', image('RUN curl -fsSL https://example.com/kit-k.tgz -o k'), []],
  ['curl of the machine itself', image('HEALTHCHECK CMD curl -fk https://localhost:8443/health'), []],
  ['what looks whether all is well', image('HEALTHCHECK CMD curl -fk https://$HOST/health'), []],
  ['a value that looks like an option', image('RUN curl -fsS -okit https://example.com/kit'), []],
  ['curl of the machine itself, on the next line', image('RUN curl -fk \\\n    https://127.0.0.1:8443/health'), []],
  [
    'curl of another machine, on the next line',
    image('RUN curl -fk \\\n    https://example.com/tool | sh'),
    ['curl -fk'],
  ],
  [
    'curl of another machine beside the machine itself',
    image('RUN curl -k https://example.com/tool -o tool && curl http://localhost/'),
    ['curl -k'],
  ],
  ['curl with a file of options', image('RUN curl -K options https://example.com/tool'), []],
  ['curl through a proxy', image('RUN curl --proxy-insecure -x https://proxy https://example.com/tool -o tool'), []],
  ['wget', image('RUN wget -q --no-check-certificate https://example.com/a'), ['wget -q --no-check-certificate']],
  ['npm', image('RUN npm config set strict-ssl false && npm ci'), ['npm config set strict-ssl false']],
  ['pip', image('RUN pip install --trusted-host pypi.org -r requirements.txt'), ['pip install --trusted-host']],
  ['git', image('RUN git -c http.sslVerify=false clone https://example.com/a.git'), ['http.sslVerify=false']],
  ['a variable of Node.js', image('ENV NODE_TLS_REJECT_UNAUTHORIZED=0'), ['NODE_TLS_REJECT_UNAUTHORIZED=0']],
  ['a comment', image('# RUN curl -k https://example.com'), []],
  ['a script that builds', scripts('build', 'curl -k https://example.com/a.json > a.json && tsc'), ['curl -k']],
  ['a script that developers run', scripts('dev', 'curl -k https://example.com/a.json'), []],
  [
    'settings of npm',
    { 'src/package.json': '{}', 'src/.npmrc': 'save-exact=true\nstrict-ssl = false\n' },
    ['strict-ssl=false → strict-ssl=true'],
  ],
  ['a step that loads a tool', workflow('curl -sk https://example.com/tool.tgz | sudo tar xz -C /usr'), ['curl -sk']],
  ['a step that keeps a file', workflow('curl -kLo tool https://example.com/tool'), ['curl -kLo']],
  [
    'a step that keeps a file, written longer',
    workflow('curl --insecure --output tool https://example.com/tool'),
    ['curl --insecure'],
  ],
  ['a step that looks whether all is well', workflow('curl -kf https://$HOST/health'), []],
  ['a step that wants the status only', workflow("curl -sk -o /dev/null -w '%{http_code}' https://$HOST/"), []],
  ['a step that loads from the machine itself', workflow('curl -k https://localhost:8443/ca.pem -o ca.pem'), []],
  [
    'a variable of a step',
    workflow('env:\n          NODE_TLS_REJECT_UNAUTHORIZED: 0'),
    ['NODE_TLS_REJECT_UNAUTHORIZED: 0'],
  ],
  ['a variable of a step that checks', workflow('env:\n          NODE_TLS_REJECT_UNAUTHORIZED: 1'), []],
  ['a workflow that tests', workflow('curl -k https://example.com/tool.tgz | tar xz', 'lint'), []],
  ['settings of npm that check', { 'src/package.json': '{}', 'src/.npmrc': 'strict-ssl=true\n' }, []],
];

const told = (files: Readonly<Record<string, string>>, shipped = functions) =>
  judgeTrees(filesOf({}), filesOf(files), { policies: [policy], advisories: [], functions: shipped }).map(
    ({ problem: { discriminator, fix } }) => [discriminator, ...(fix?.edits ?? []).map(({ text }) => text)].join(' → '),
  );

test.each(rows)('%s', (_, files, expected) => expect(told(files)).toEqual(expected));

test('nothing where no function is built', () => {
  expect(told(image('RUN curl -k https://example.com'), [])).toEqual([]);
});
