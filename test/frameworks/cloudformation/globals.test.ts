import { describe, expect, test } from '@jest/globals';
import { number, text as words } from '../../../src/clouds/values/codec.js';
import { settingOf } from '../../../src/clouds/values/section.js';
import { applyEdits } from '../../../src/findings/edits.js';
import { type MapValue, valueAt } from '../../../src/model/value.js';
import { show, slice, templateOf } from './reading.js';

const text = `Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Runtime: nodejs18.x
    Timeout: 30
    Layers: [!Ref Shared]
    Environment:
      Variables: { A: global, B: global, Gone: global }
    VpcConfig: { SubnetIds: [s1] }
  HttpApi:
    FailOnWarnings: true
Resources:
  Own:
    Type: AWS::Serverless::Function
    Properties:
      Timeout: 5
      Layers: [mine]
      Environment:
        Variables: { B: own, Gone: !Ref AWS::NoValue }
      VpcConfig: !Ref AWS::NoValue
  Bare:
    Type: AWS::Serverless::Function
  Refusing:
    Type: AWS::Serverless::Function
    IgnoreGlobals: [Environment, Layers]
    Properties: { Handler: a.b }
  RefusingAll:
    Type: AWS::Serverless::Function
    IgnoreGlobals: '*'
    Properties: { Handler: a.b }
  Plain:
    Type: AWS::Lambda::Function
    Properties: { Handler: a.b }
  Empty:
    Type: AWS::Lambda::Function
    Properties:
  Api:
    Type: AWS::Serverless::HttpApi
    Properties:
      StageName: x
`;
const template = templateOf(text);
const sectionOf = (id: string, from = template) => {
  const found = from.resources.find((resource) => resource.id === id);
  if (found === undefined) throw new Error(`No ${id}.`);
  return found.properties;
};

describe('Globals', () => {
  test('maps are merged by key, lists follow the shared ones, words of the resource win, no value among them', () => {
    expect(show(sectionOf('Own').map)).toEqual({
      Runtime: 'nodejs18.x',
      Timeout: 5,
      Layers: ['ref(Shared)', 'mine'],
      Environment: { Variables: { A: 'global', B: 'own' } },
    });
  });

  test.each([
    [
      'a resource without properties has the shared ones',
      'Bare',
      ['Runtime', 'Timeout', 'Layers', 'Environment', 'VpcConfig'],
    ],
    ['a resource can refuse some', 'Refusing', ['Runtime', 'Timeout', 'VpcConfig', 'Handler']],
    ['a resource can refuse all', 'RefusingAll', ['Handler']],
    ['other types have none', 'Plain', ['Handler']],
    ['each type has its own', 'Api', ['FailOnWarnings', 'StageName']],
  ])('%s', (_, id, keys) => {
    expect((sectionOf(id).map as MapValue).entries.map(({ key }) => key)).toEqual(keys);
  });

  test('a shared value stands on the line of Globals', () => {
    expect(slice(text, settingOf(sectionOf('Own'), ['Runtime'], words).at)).toBe('nodejs18.x');
  });

  test('an absent setting stands on the line of the resource', () => {
    expect(slice(text, settingOf(sectionOf('Own'), ['Tracing'], words).at)).toBe('Own');
  });
});

describe('writing', () => {
  const write = (id: string, path: readonly string[], word: string): string | undefined => {
    const setting = settingOf(sectionOf(id), path, words);
    const edits = setting.kind === 'known' || setting.kind === 'absent' ? setting.write(word) : undefined;
    if (edits === undefined) return undefined;
    const before = text.split('\n');
    const after = applyEdits(text, edits).split('\n');
    return after.filter((line) => !before.includes(line)).join('\n');
  };

  test.each<readonly [string, readonly [string, string], string | undefined]>([
    ['a shared value is changed where it stands', ['Own.Runtime', 'nodejs22.x'], '    Runtime: nodejs22.x'],
    ['an absent setting goes into the resource', ['Own.Tracing', 'Active'], '      Tracing: Active'],
    [
      'a nested setting goes into the own map',
      ['Own.Environment.Variables.C', 'x'],
      '        Variables: { B: own, C: x, Gone: !Ref AWS::NoValue }',
    ],
    ['a resource without properties cannot take any', ['Bare.Tracing', 'Active'], undefined],
    ['properties that are empty', ['Empty.Runtime', 'nodejs24.x'], '      Runtime: nodejs24.x'],
    [
      'in braces',
      ['Plain.TracingConfig.Mode', 'Active'],
      '    Properties: { Handler: a.b, TracingConfig: { Mode: Active } }',
    ],
    [
      'a shared map takes what is missing in it',
      ['Refusing.VpcConfig.X', 'x'],
      '    VpcConfig: { SubnetIds: [s1], X: x }',
    ],
  ])('%s', (_, [target, word], line) => {
    const [id = '', ...path] = target.split('.');
    expect(write(id, path, word)).toBe(line);
  });

  test('a parameter default is not changed', () => {
    const given = templateOf(
      'Parameters: { T: { Type: Number, Default: 900 } }\nResources:\n  F:\n    Type: AWS::Lambda::Function\n    Properties:\n      Timeout: !Ref T\n',
    );
    expect(settingOf(sectionOf('F', given), ['Timeout'], number)).toMatchObject({
      kind: 'known',
      value: 900,
      confidence: 'medium',
    });
    expect(given.reading.writer.replace(valueAt(sectionOf('F', given).map, 'Timeout') as MapValue, 3)).toBeUndefined();
  });
});
