import { describe, expect, test } from '@jest/globals';
import { entriesOf } from '../../../src/stacks/relevance.js';
import { modelOf, programOf } from '../../support/cdk.js';

type Resource = readonly [type: string, path: string, properties: object];

function templateOf(...resources: readonly Resource[]): string {
  const made = resources.map(([Type, path, Properties], index) => [
    `Logical${index}`,
    { Type, Properties, Metadata: { 'aws:cdk:path': path } },
  ]);
  return JSON.stringify({ Resources: Object.fromEntries(made) });
}

function functionOf(statement: string, template: string) {
  return modelOf(programOf(statement), 'infra/lib/stack.ts', [
    ['infra/cdk.json', '{}'],
    ['infra/cdk.out/S.template.json', template],
  ]).functions[0];
}

const lambda = 'AWS::Lambda::Function';
const said = templateOf([lambda, 'S/Fn/Resource', { Timeout: 9, Runtime: 'nodejs16.x' }]);

describe('a committed template', () => {
  test.each([
    ['says what the program leaves unknown', 'timeout: props.wait', { value: 9 }],
    ['says what is spread from elsewhere', '...props.given', { value: 9 }],
    ['does not say what the program says itself', 'timeout: cdk.Duration.seconds(3)', { value: 3 }],
    ['does not say what the program leaves out', "handler: 'a.b'", { kind: 'absent' }],
  ])('%s', (_, property, expected) => {
    expect(functionOf(`new lambda.Function(this, 'Fn', { ${property} });`, said)?.timeout).toMatchObject(expected);
  });

  test('speaks at the line of the program', () => {
    const text = programOf("new lambda.Function(this, 'Fn', { timeout: props.wait });");
    const timeout = functionOf("new lambda.Function(this, 'Fn', { timeout: props.wait });", said)?.timeout;
    expect(text.slice(timeout?.at.start, timeout?.at.end)).toBe('props.wait');
    expect(timeout?.at.path).toBe('infra/lib/stack.ts');
  });

  test.each([
    ['of another construct', templateOf([lambda, 'S/Other/Resource', { Timeout: 9 }])],
    ['of another type', templateOf(['AWS::SQS::Queue', 'S/Fn/Resource', { Timeout: 9 }])],
    [
      'of two constructs called alike',
      templateOf([lambda, 'S/Fn/Resource', { Timeout: 9 }], [lambda, 'T/Fn/Resource', { Timeout: 8 }]),
    ],
    ['without paths', JSON.stringify({ Resources: { Fn: { Type: lambda, Properties: { Timeout: 9 } } } })],
    ['that refers to a parameter', templateOf([lambda, 'S/Fn/Resource', { Timeout: { Ref: 'Wait' } }])],
    ['that says nothing of it', templateOf([lambda, 'S/Fn/Resource', { Runtime: 'nodejs16.x' }])],
    ['that is half-written', '{ "Resources": { "Fn": '],
    ['that is no object', '[1, 2]'],
    ['with names of the language', '{ "Resources": { "__proto__": { "Type": 1 }, "constructor": null } }'],
  ])('says nothing %s', (_, template) => {
    expect(functionOf("new lambda.Function(this, 'Fn', { timeout: props.wait });", template)?.timeout.kind).toBe(
      'unknown',
    );
  });

  test('is no stack of its own', () => {
    expect(entriesOf(['infra/cdk.out/S.template.json', 'cdk.out/asset.1/index.js'])).toEqual([]);
  });
});
