// Makes the folder of a new policy and its line in the catalogue: npm run new-policy -- <threat> <id>
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

const [threat, id] = process.argv.slice(2);
const policies = new URL('../src/policies/', import.meta.url);
const threats = readdirSync(policies, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

if (!threats.includes(threat ?? '') || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id ?? '')) {
  console.error(
    `usage: npm run new-policy -- <threat> <id>\nthreat: ${threats.join(', ')}\nid: what is wrong, in kebab-case`,
  );
  process.exit(2);
}
const folder = new URL(`${threat}/${id}/`, policies);
if (existsSync(folder)) {
  console.error(`${folder.pathname} exists already.`);
  process.exit(2);
}

const name = id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
const files = {
  'policy.ts': `import { definePolicy, proposeFix } from '../../policy.js';
import { when } from '../../../model/setting.js';

export default definePolicy({
  id: '${id}',
  threat: '${threat}',
  title: 'Say what is wrong',
  severity: 'low',
  why: 'Say what an attacker or an outage gains.',
  remedy: 'Begin with a verb.',
  acceptable: 'Say when it is right to suppress it.',
  references: { links: ['https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html'] },

  *check({ functions }) {
    for (const fn of functions) {
      const match = when(fn.tracing, (mode) => mode === 'off', { absent: true });
      if (match === undefined) continue;
      const { at, confidence } = match;
      yield { about: fn, at, confidence, message: \`\${fn.id} ...\`, fix: proposeFix('exact', match.write('active')) };
    }
  },
});
`,
  'bad.sam.yml': template(),
  'good.sam.yml': template('      Tracing: Active\n'),
  'unknown.sam.yml': template('      Tracing: !Ref Tracing\n', 'Parameters:\n  Tracing:\n    Type: String\n'),
};

function template(property = '', parameters = '') {
  return `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
${parameters}Resources:
  OrderFunction:
    Type: AWS::Serverless::Function
    Properties:
      Handler: src/order.handler
      Runtime: nodejs24.x
${property}`;
}

mkdirSync(folder);
for (const [file, text] of Object.entries(files)) writeFileSync(new URL(file, folder), text);
const catalogueFile = new URL('catalogue.ts', policies);
const catalogue = readFileSync(catalogueFile, 'utf8');
writeFileSync(
  catalogueFile,
  catalogue
    .replace(/\n\n\/\*\*/, `\nimport ${name} from './${threat}/${id}/policy.js';\n\n/**`)
    .replace(/\n\];\s*$/, `\n  ${name},\n];\n`),
);
console.log(`src/policies/${threat}/${id}/ is made and listed in catalogue.ts.
Next: write its check, its examples (bad, good and unknown for every framework it concerns), then npm test.`);
