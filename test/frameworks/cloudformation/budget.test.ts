import { describe, expect, test } from '@jest/globals';
import type { Template } from '../../../src/clouds/aws/template.js';
import { type MapValue, type Value, valueAt } from '../../../src/model/value.js';
import { show, templateOf } from './reading.js';

const times = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, n) => line(n)).join('\n');
const properties = (count: number, written: string): string =>
  `Resources:\n  A:\n    Type: AWS::SQS::Queue\n    Properties:\n${times(count, (n) => `      k${n}: ${written}`)}\n`;
const parameter = (type: string, written: string): string =>
  `Parameters: { P: { Type: ${type}, Default: '${written}' } }\n`;

function sizeOf(value: Value | undefined): number {
  if (value?.kind === 'list') return value.items.reduce((sum, item) => sum + sizeOf(item), 1);
  if (value?.kind === 'map') return value.entries.reduce((sum, entry) => sum + sizeOf(entry.value), 1);
  return 1;
}

const sizeIn = (template: Template): number =>
  template.resources.reduce((sum, { properties: { map } }) => sum + sizeOf(map), 0);

describe('what repeats without end', () => {
  test.each<[string, string, Readonly<Record<string, string>>]>([
    ['a long list parameter', parameter('CommaDelimitedList', 'x,'.repeat(10_000)) + properties(5_000, '!Ref P'), {}],
    ['a long text split', parameter('String', 'x,'.repeat(10_000)) + properties(5_000, "!Split [',', !Ref P]"), {}],
    [
      'a long mapping',
      `Mappings: { M: { a: { b: [${'x, '.repeat(10_000)}] } } }\n${properties(5_000, '!FindInMap [M, a, b]')}`,
      {},
    ],
    [
      'a long include',
      properties(5_000, '{ Fn::Transform: { Name: AWS::Include, Parameters: { Location: a.yaml } } }'),
      { 'a.yaml': `x: [${'y, '.repeat(10_000)}]\n` },
    ],
    [
      'includes that include each other',
      properties(1, '{ Fn::Transform: { Name: AWS::Include, Parameters: { Location: f0.yaml } } }'),
      Object.fromEntries(
        Array.from({ length: 12 }, (_, n) => [
          `f${n}.yaml`,
          times(
            10,
            (key) => `k${key}: { Fn::Transform: { Name: AWS::Include, Parameters: { Location: f${n + 1}.yaml } } }`,
          ),
        ]),
      ),
    ],
    [
      'long Globals',
      `Transform: AWS::Serverless-2016-10-31\nGlobals:\n  Function:\n    Environment:\n      Variables:\n${times(5_000, (n) => `        k${n}: x`)}\nResources:\n${times(2_000, (n) => `  F${n}: { Type: AWS::Serverless::Function, Properties: { Environment: { Variables: { a: b } } } }`)}\n`,
      {},
    ],
  ])('%s is read within bounds', (_, text, others) => {
    expect(sizeIn(templateOf(text, 'template.yaml', others))).toBeLessThan(700_000);
  });

  test('what is left out is unknown, not absent', () => {
    const template = templateOf(parameter('CommaDelimitedList', 'x,'.repeat(10_000)) + properties(100, '!Ref P'));
    const map = template.resources[0]?.properties.map as MapValue;
    expect(map.entries).toHaveLength(100);
    expect(show(valueAt(map, 'k99'))).toBe('(unknown: too much to resolve)');
  });

  test('a file that includes itself ends', () => {
    const include = '{ Fn::Transform: { Name: AWS::Include, Parameters: { Location: a.yaml } } }';
    const template = templateOf(properties(1, include), 'template.yaml', { 'a.yaml': `x: ${include}\ny: 1\n` });
    expect(show(valueAt(template.resources[0]?.properties.map, 'k0'))).toEqual({
      x: '(unknown: unread include)',
      y: 1,
    });
  });
});
