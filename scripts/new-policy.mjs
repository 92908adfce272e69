// Makes the folder of a new policy, its line in the catalogue and its row in the coverage table:
// npm run new-policy -- <threat> <id> [--into <root of another checkout>]
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const own = fileURLToPath(new URL('..', import.meta.url));
const { threat, id, root } = asked();
const folder = `${root}/src/policies/${threat}/${id}`;

mkdirSync(folder, { recursive: true });
for (const [file, text] of Object.entries(files())) writeFileSync(`${folder}/${file}`, text);
rewrite('src/policies/catalogue.ts', listed);
rewrite('test/policies/coverage.test.ts', (text) => text.replace(/\n\]\);/, `\n  ['${id}', 'sam'],\n]);`));
console.log(`src/policies/${threat}/${id}/ is made, listed in catalogue.ts and in test/policies/coverage.test.ts.
Its check is an example that works. Write your own, with bad, good and unknown files for every framework it concerns, then
  npm run docs
  npm run test:policy -- ${id}`);

function asked() {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { into: { type: 'string' } } });
  const [threat = '', id = ''] = positionals;
  const root = resolve(values.into ?? own);
  const known = threats();
  if (!known.includes(threat) || !/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id)) {
    stop(`usage: npm run new-policy -- <threat> <id>
threat: ${known.join(', ')}
id: what is wrong, in two or more words with hyphens: tracing-off`);
  }
  const taken = known.find((one) => existsSync(`${root}/src/policies/${one}/${id}`));
  if (taken !== undefined) stop(`src/policies/${taken}/${id}/ exists already.`);
  return { threat, id, root };
}

function threats() {
  const [, list = ''] =
    /export const threats = \[([^\]]*)\]/.exec(readFileSync(`${own}/src/findings/finding.ts`, 'utf8')) ?? [];
  return [...list.matchAll(/'([^']+)'/g)].map(([, name]) => name);
}

function stop(message) {
  console.error(message);
  process.exit(2);
}

function rewrite(path, change) {
  const file = `${root}/${path}`;
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

/** The catalogue with the policy in its place: imports by their path, the list in the same order. */
function listed(text) {
  const name = id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  const lines = text.split('\n').filter((line) => line.startsWith('import '));
  const imports = [...lines, `import ${name} from './${threat}/${id}/policy.js';`].sort(byPath);
  const names = imports.flatMap((line) => /^import (\w+) from/.exec(line)?.[1] ?? []);
  const [opening] = /\n\/\*\*[^[]*readonly Policy\[\] = /.exec(text) ?? [''];
  return `${imports.join('\n')}\n${opening}[\n${names.map((one) => `  ${one},\n`).join('')}];\n`;
}

function byPath(a, b) {
  const [first, second] = [a, b].map((line) => /'(.+)'/.exec(line)?.[1] ?? '');
  return first < second ? -1 : 1;
}

/** An example that works: a setting which its author made worse, where the platform has it. */
function files() {
  return {
    'policy.ts': `import { inBranch, when } from '../../../model/setting.js';
import { definePolicy, proposeFix } from '../../definition.js';

export default definePolicy({
  id: '${id}',
  threat: '${threat}',
  title: 'Say what is wrong',
  severity: 'low',
  why: 'Say what an attacker or an outage gains.',
  remedy: 'Begin with a verb.',
  several: ['things', 'say what is true of them'],
  acceptable: 'Say when it is right to suppress it.',
  references: { links: { aws: ['https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html'] } },

  // Left out: say which rare cases are not told, and why.
  *check({ functions }) {
    for (const fn of functions) {
      const match = when(fn.recursiveLoop, (guard) => guard === 'allow');
      if (match === undefined) continue;
      const { at, confidence } = match;
      const message = \`\${fn.id} may call itself without end\${inBranch(match)}.\`;
      yield { about: fn, at, confidence, message, fix: proposeFix('exact', match.write('terminate')) };
    }
  },
});
`,
    'bad.sam.yml': template('Allow'),
    'good.sam.yml': template('Terminate'),
    'unknown.sam.yml': template('!Ref Guard', 'Parameters:\n  Guard:\n    Type: String\n'),
  };
}

function template(guard, parameters = '') {
  return `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
${parameters}Resources:
  OrdersFunction:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: orders.handler
      Runtime: nodejs24.x
      RecursiveLoop: ${guard}
`;
}
