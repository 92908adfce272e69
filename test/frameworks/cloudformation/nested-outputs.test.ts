import { describe, expect, test } from '@jest/globals';
import { cloudformation } from '../../../src/frameworks/cloudformation/cloudformation.js';
import { type Value, valueAt } from '../../../src/model/value.js';
import { scanFiles } from '../../support/judging.js';
import { parsedStack } from '../../support/parsed.js';
import { filesOf, show, slice, templateOf } from './reading.js';

const parent = (written: string, nested: string): string => `Parameters:
  Free: { Type: String }
  Stage: { Type: String, Default: dev }
Resources:
  Queue:
    Type: AWS::SQS::Queue
  It:
    Type: Custom::It
    Properties: { P: ${written} }
${nested}`;

const stack = (location: string, parameters = '{}'): string => `  Child:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: ${location}, Parameters: ${parameters} }
`;

const child = (output: string): string => `AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  Name: { Type: String }
  Colour: { Type: String, Default: blue }
  Names: { Type: CommaDelimitedList }
  Stored: { Type: 'AWS::SSM::Parameter::Value<String>' }
Mappings: { Days: { all: { days: 7 } } }
Resources:
  Own:
    Type: AWS::SQS::Queue
Outputs:
  Out: { Value: ${output} }
`;

function valueIn(text: string, others: Readonly<Record<string, string>>): Value | undefined {
  const { resources } = templateOf(text, 'infra/template.yaml', others);
  return valueAt(resources.find(({ id }) => id === 'It')?.properties.map, 'P');
}

const unknown = '(unknown: nested stack output)';

describe('what an output of a nested stack means', () => {
  test.each<[string, string, string, unknown]>([
    ['a literal', 'plain', '{}', 'plain'],
    ['what the template around gives', '!Ref Name', '{ Name: red }', 'red'],
    ['a resource that the template around gives', '!Ref Name', '{ Name: !GetAtt Queue.Arn }', 'ref(Queue.Arn)'],
    ['a default of the template around', "!Sub '${Name}-x'", '{ Name: !Ref Stage }', '~dev-x'],
    ['a default', "!Sub 'a-${Colour}'", '{}', '~a-blue'],
    ['a default that is overruled', '!Ref Colour', '{ Colour: red }', 'red'],
    ['a default that nothing overrules', '!Ref Colour', '{ Colour: !Ref AWS::NoValue }', '~blue'],
    ['a mapping', '!FindInMap [Days, all, days]', '{}', 7],
    ['known parts', "!Sub 'arn:${AWS::Partition}:x/*'", '{}', 'pattern(arn:${AWS::Partition}:x/*)'],
    ['a resource in there', '!GetAtt Own.Arn', '{}', unknown],
    ['a text with a resource in there', "!Sub '${Own}/*'", '{}', unknown],
    ['the name of the stack in there', '!Ref AWS::StackName', '{}', unknown],
    ['a parameter that nobody gives', '!Ref Name', '{}', unknown],
    ['a text with a parameter that nobody gives', "!Sub 'a-${Name}'", '{}', unknown],
    ['a parameter that is not known around', '!Ref Name', '{ Name: !Ref Free }', unknown],
    ['a list', '!Select [0, !Ref Names]', "{ Names: 'a,b' }", unknown],
    ['a stored parameter', '!Ref Stored', '{ Stored: /path }', unknown],
    ['a condition in there', '!If [IsProd, a, b]', '{}', unknown],
    ['an output that needs itself', '!Ref Name', '{ Name: !GetAtt Child.Outputs.Out }', unknown],
    ['an output of a stack nested in there', '!GetAtt Deeper.Outputs.Out', '{}', unknown],
  ])('%s', (_, output, parameters, expected) => {
    const text = parent('!GetAtt Child.Outputs.Out', stack('./child.yaml', parameters));
    expect(show(valueIn(text, { 'infra/child.yaml': child(output) }))).toEqual(expected);
  });

  test.each([
    ["!Sub '${Child.Outputs.Out}/*'", 'plain/*'],
    ["{ 'Fn::GetAtt': [Child, Outputs.Out] }", 'plain'],
    ['!GetAtt Child.Outputs.Missing', unknown],
    ['!GetAtt Missing.Outputs.Out', unknown],
    ['!GetAtt Queue.Outputs.Out', unknown],
  ])('%s', (written, expected) => {
    const text = parent(written, stack('child.yaml'));
    expect(show(valueIn(text, { 'infra/child.yaml': child('plain') }))).toBe(expected);
  });

  test('an application of SAM', () => {
    const nested =
      '  Child:\n    Type: AWS::Serverless::Application\n    Properties: { Location: ../app/child.yaml }\n';
    const text = parent('!GetAtt Child.Outputs.Out', nested);
    expect(show(valueIn(text, { 'app/child.yaml': child('plain') }))).toBe('plain');
  });

  test('stands at its use, and comes from the line that says it', () => {
    const text = parent('!GetAtt Child.Outputs.Out', stack('child.yaml', '{ Name: red }'));
    const ownLine = valueIn(text, { 'infra/child.yaml': child('plain') });
    expect(slice(text, ownLine?.at)).toBe('!GetAtt Child.Outputs.Out');
    expect(ownLine?.origin?.path).toBe('infra/child.yaml');
    expect(slice(child('plain'), ownLine?.origin)).toBe('plain');
    const given = valueIn(text, { 'infra/child.yaml': child('!Ref Name') });
    expect(given?.origin?.path).toBe('infra/template.yaml');
    expect(slice(text, given?.origin)).toBe('red');
  });
});

describe('nested stacks that cannot be followed', () => {
  const text = parent('!GetAtt Child.Outputs.Out', stack('child.yaml'));
  test.each<[string, string, Readonly<Record<string, string>>]>([
    ['a file that is not there', text, {}],
    ['a file that is not valid', text, { 'infra/child.yaml': `${child('plain')}  - [` }],
    ['a file that is no template', text, { 'infra/child.yaml': 'Outputs: { Out: { Value: plain } }\n' }],
    ['a macro', text, { 'infra/child.yaml': `Transform: Mine\n${child('plain')}` }],
    ['a store of templates', parent('!GetAtt Child.Outputs.Out', stack('https://s3.amazonaws.com/b/child.yaml')), {}],
    ['a path that leads out', parent('!GetAtt Child.Outputs.Out', stack('../../../child.yaml')), {}],
    [
      'stacks that nest each other',
      text,
      {
        'infra/child.yaml': `${parent('x', stack('template.yaml'))}Outputs: { Out: { Value: !GetAtt Child.Outputs.Out } }`,
      },
    ],
  ])('%s', (_, written, others) => expect(show(valueIn(written, others))).toBe(unknown));

  test('one that is not valid is told once', async () => {
    const broken = `${child('plain')}  - [`;
    const { notices } = await scanFiles(new Map(Object.entries({ 'a/template.yaml': text, 'a/child.yaml': broken })));
    expect(notices.map(({ path }) => path)).toEqual(['a/child.yaml']);
  });

  test('a long chain of stacks ends', () => {
    const chain = Array.from({ length: 5000 }, (_, n) =>
      stack('child.yaml', `{ Name: !GetAtt C${n + 1}.Outputs.Out }`).replace('Child', `C${n}`),
    );
    const long = parent('!GetAtt C0.Outputs.Out', chain.join(''));
    expect(show(valueIn(long, { 'infra/child.yaml': child('!Ref Name') }))).toBe(unknown);
  });

  test('are files of the stack', () => {
    const parsed = parsedStack(cloudformation, 'infra/template.yaml', filesOf({ 'infra/template.yaml': text }));
    expect(parsed?.files).toEqual(['infra/template.yaml', 'infra/child.yaml']);
  });
});
