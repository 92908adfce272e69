import { expect, test } from '@jest/globals';
import { readCode } from '../support/read-code.js';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src
      Handler: app.handler
      Runtime: nodejs22.x
      Events: { Orders: { Type: HttpApi, Properties: { Path: /orders, Method: post } } }
`;
const handler = (call: string) =>
  `import yaml from 'js-yaml';\nexport const handler = async (event) => {\n  return ${call};\n};\n`;
const unsafe = handler('yaml.load(event.body)');
const dependency = (version: string) => JSON.stringify({ dependencies: { 'js-yaml': version } });

test.each<[string, Readonly<Record<string, string>>, readonly (string | undefined)[]]>([
  [
    'a version that makes functions',
    { 'src/app.js': unsafe, 'src/package.json': dependency('^3.14.1') },
    ['deserialise', 'yaml.safeLoad(event.body)'],
  ],
  [
    'the version of the repository',
    { 'src/app.js': unsafe, 'src/package.json': '{}', 'package.json': dependency('3.13.0') },
    ['deserialise', 'yaml.safeLoad(event.body)'],
  ],
  ['a version that makes none', { 'src/app.js': unsafe, 'package.json': dependency('~4.1.0') }, []],
  ['no version', { 'src/app.js': unsafe }, []],
  [
    'a schema with functions',
    { 'src/app.js': handler('yaml.load(event.body, { schema: yaml.DEFAULT_FULL_SCHEMA })') },
    ['deserialise', undefined],
  ],
  [
    'a schema without functions',
    {
      'src/app.js': handler('yaml.load(event.body, { schema: yaml.JSON_SCHEMA })'),
      'package.json': dependency('3.13.0'),
    },
    [],
  ],
])('%s', async (_, files, expected) => {
  const [code] = await readCode({ 'template.yaml': template, ...files });
  const found = (code?.functions ?? []).flatMap(({ flows }) =>
    flows
      .filter(({ danger }) => danger === 'deserialise')
      .flatMap(({ danger, mend }) => {
        const text = files['src/app.js'] ?? '';
        const made = mend?.edits.reduce(
          (whole, edit) => whole.slice(0, edit.start) + edit.text + whole.slice(edit.end),
          text,
        );
        return [danger, /return (.*);/.exec(made ?? '')?.[1]];
      }),
  );
  expect(found).toEqual(expected);
});
