import { describe, expect, test } from '@jest/globals';
import { applyEdits } from '../../../src/findings/edits.js';
import type { Literal } from '../../../src/model/literal.js';
import { type MapValue, valueAt } from '../../../src/model/value.js';
import { templateOf } from '../../frameworks/cloudformation/reading.js';

const types = [
  'AWS::SQS::Queue',
  'AWS::SNS::Topic',
  'AWS::DynamoDB::Table',
  'AWS::Lambda::Function',
  'AWS::StepFunctions::StateMachine',
  'AWS::SecretsManager::Secret',
];
const declarations = types.map((type) => `  ${type.split('::')[2]}: { Type: '${type}' }\n`).join('');
const short = `Resources:\n${declarations}  It:\n    Type: Custom::It\n    Properties:\n      Old: !Ref Queue\n      P: x\n`;
const long = short.replace('!Ref Queue', '{ Ref: Queue }');
const json = JSON.stringify(
  {
    Resources: {
      ...Object.fromEntries(types.map((Type) => [Type.split('::')[2] ?? '', { Type }])),
      It: { Type: 'Custom::It', Properties: { P: 'x' } },
    },
  },
  null,
  2,
);

function written(text: string, path: string, literal: Literal): string | undefined {
  const template = templateOf(text, path);
  const value = valueAt(template.resources.find(({ id }) => id === 'It')?.properties.map, 'P');
  const edits = value && template.reading.writer.replace(value, literal);
  return (
    edits &&
    applyEdits(text, edits)
      .split('\n')
      .find((line) => /^\s*"?P"?:/.test(line))
      ?.trim()
  );
}

describe('references', () => {
  test.each<[string, Literal, string, string]>([
    [
      'the ARN of a queue',
      { refersTo: 'Queue', attribute: 'arn' },
      'P: !GetAtt Queue.Arn',
      '"P": {"Fn::GetAtt": ["Queue", "Arn"]}',
    ],
    ['the ARN of a topic', { refersTo: 'Topic', attribute: 'arn' }, 'P: !Ref Topic', '"P": {"Ref": "Topic"}'],
    [
      'the ARN of a state machine',
      { refersTo: 'StateMachine', attribute: 'arn' },
      'P: !Ref StateMachine',
      '"P": {"Ref": "StateMachine"}',
    ],
    ['the ARN of a secret', { refersTo: 'Secret', attribute: 'arn' }, 'P: !Ref Secret', '"P": {"Ref": "Secret"}'],
    ['the name of a table', { refersTo: 'Table', attribute: 'name' }, 'P: !Ref Table', '"P": {"Ref": "Table"}'],
    [
      'the name of a queue',
      { refersTo: 'Queue', attribute: 'name' },
      'P: !GetAtt Queue.QueueName',
      '"P": {"Fn::GetAtt": ["Queue", "QueueName"]}',
    ],
    ['the id', { refersTo: 'Queue', attribute: 'id' }, 'P: !Ref Queue', '"P": {"Ref": "Queue"}'],
    [
      'another attribute',
      { refersTo: 'Table', attribute: 'StreamArn' },
      'P: !GetAtt Table.StreamArn',
      '"P": {"Fn::GetAtt": ["Table", "StreamArn"]}',
    ],
    [
      'a joined text',
      { joined: [{ refersTo: 'Table', attribute: 'arn' }, '/*'] },
      "P: !Sub '${Table.Arn}/*'",
      '"P": {"Fn::Sub": "${Table.Arn}/*"}',
    ],
    [
      'pseudo parameters',
      { joined: ['arn:', { pseudo: 'partition' }, ':', { pseudo: 'region' }, ':', { pseudo: 'account' }] },
      "P: !Sub 'arn:${AWS::Partition}:${AWS::Region}:${AWS::AccountId}'",
      '"P": {"Fn::Sub": "arn:${AWS::Partition}:${AWS::Region}:${AWS::AccountId}"}',
    ],
    [
      'what the ARNs of an API begin with',
      { joined: [{ refersTo: 'Api', attribute: 'executionArn' }, '/live/*'] },
      "P: !Sub 'arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/live/*'",
      '"P": {"Fn::Sub": "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/live/*"}',
    ],
    [
      'one pseudo parameter',
      { joined: [{ pseudo: 'account' }] },
      'P: !Ref AWS::AccountId',
      '"P": {"Ref": "AWS::AccountId"}',
    ],
    ['joined words only', { joined: ['a', 'b'] }, 'P: ab', '"P": "ab"'],
    [
      'a placeholder that is none',
      { joined: ['${x}', { pseudo: 'region' }] },
      "P: !Sub '${!x}${AWS::Region}'",
      '"P": {"Fn::Sub": "${!x}${AWS::Region}"}',
    ],
  ])('%s', (_, literal, yaml, inJson) => {
    expect(written(short, 'template.yaml', literal)).toBe(yaml);
    expect(written(json, 'template.json', literal)).toBe(inJson);
  });

  test('a template in long forms gets long forms', () => {
    const template = templateOf(long);
    const properties = template.resources.find(({ id }) => id === 'It')?.properties.map as MapValue;
    const edits = template.reading.writer.insert(properties, ['Q'], { refersTo: 'Table', attribute: 'arn' }) ?? [];
    expect(applyEdits(long, edits)).toBe(`${long}      Q:\n        Fn::GetAtt:\n          - Table\n          - Arn\n`);
  });
});

describe('declare', () => {
  const body: Literal = {
    Type: 'AWS::Logs::LogGroup',
    Properties: {
      LogGroupName: { joined: ['/aws/lambda/', { refersTo: 'It', attribute: 'id' }] },
      RetentionInDays: 90,
    },
  };

  test('adds a resource below the last one, before what follows', () => {
    const text =
      'Resources:\n  A:\n    Type: Custom::It\n\n  It:\n    Type: Custom::It\n    Properties:\n      P: 1\n\nOutputs: {}\n';
    const edits = templateOf(text).declare('Log', body) ?? [];
    expect(applyEdits(text, edits)).toBe(
      "Resources:\n  A:\n    Type: Custom::It\n\n  It:\n    Type: Custom::It\n    Properties:\n      P: 1\n\n  Log:\n    Type: AWS::Logs::LogGroup\n    Properties:\n      LogGroupName: !Sub '/aws/lambda/${It}'\n      RetentionInDays: 90\n\nOutputs: {}\n",
    );
  });

  test('goes below a property that is added at the same place', () => {
    const text = 'Resources:\n  It:\n    Type: Custom::It\n    Properties:\n      P: 1\n';
    const template = templateOf(text);
    const property = template.reading.writer.insert(template.resources[0]?.properties.map as MapValue, ['Q'], 2) ?? [];
    const edits = [...(template.declare('New', { Type: 'Custom::New' }) ?? []), ...property];
    expect(applyEdits(text, edits)).toBe(
      'Resources:\n  It:\n    Type: Custom::It\n    Properties:\n      P: 1\n      Q: 2\n  New:\n    Type: Custom::New\n',
    );
  });

  test('does not declare an id twice', () => expect(templateOf(short).declare('It', body)).toBeUndefined());
});
