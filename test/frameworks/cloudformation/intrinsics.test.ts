import { describe, expect, test } from '@jest/globals';
import { valueAt } from '../../../src/model/value.js';
import { show, slice, templateOf } from './reading.js';

const header = `Parameters:
  Free: { Type: String }
  Given: { Type: String, Default: blue }
  Empty: { Type: String, Default: '' }
  Count: { Type: Number, Default: 5 }
  Stage: { Type: String, Default: dev, AllowedValues: [dev, prod] }
  Names: { Type: CommaDelimitedList, Default: 'a, b' }
  Ssm: { Type: 'AWS::SSM::Parameter::Value<String>', Default: /path }
Mappings:
  ByStage:
    dev: { Days: 7, Zones: [a, b] }
    prod: { Days: 90, Zones: [c] }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  InChina: !Or [!Equals [!Ref AWS::Region, cn-north-1], !Equals [!Ref AWS::Partition, aws-cn]]
  InBeijingOrHome: !Or [!Equals [!Ref AWS::Region, cn-north-1], !Equals [!Ref AWS::Region, eu-west-1]]
Resources:
  Queue:
    Type: AWS::SQS::Queue
  It:
    Type: Custom::It
    Properties:
      P: `;

function resolved(written: string): unknown {
  const template = templateOf(`${header}${written}\n`);
  return show(valueAt(template.resources.find(({ id }) => id === 'It')?.properties.map, 'P'));
}

describe('Ref and GetAtt', () => {
  test.each<[string, string, unknown]>([
    ['a resource', '!Ref Queue', 'ref(Queue)'],
    ['a resource, long form', '{ Ref: Queue }', 'ref(Queue)'],
    ['an attribute', '!GetAtt Queue.Arn', 'ref(Queue.Arn)'],
    ['an attribute as a list', "{ 'Fn::GetAtt': [Queue, Arn] }", 'ref(Queue.Arn)'],
    ['an attribute with a dot', '!GetAtt Db.Endpoint.Address', 'ref(Db.Endpoint.Address)'],
    ['an output of a nested stack', '!GetAtt Nested.Outputs.Url', '(unknown: nested stack output)'],
    ['a parameter without default', '!Ref Free', '(unknown: parameter without default)'],
    ['a parameter with a default', '!Ref Given', '~blue'],
    ['a number with a default', '!Ref Count', '~5'],
    ['a parameter with allowed values', '!Ref Stage', 'allowed-values(dev: "dev", prod: "prod")'],
    ['a parameter with an empty default', '!Ref Empty', '(unknown: parameter with empty default)'],
    ['what SAM generates for a function', '!Ref Queue.Alias', 'ref(Queue.Alias)'],
    ['a list parameter', '!Ref Names', ['~a', '~b']],
    ['a parameter read from SSM', '!Ref Ssm', '(unknown: ssm parameter)'],
    ['a pseudo parameter', '!Ref AWS::Region', 'pattern(${AWS::Region})'],
    ['nothing', '!Ref AWS::NoValue', undefined],
  ])('%s', (_, written, expected) => expect(resolved(written)).toEqual(expected));
});

describe('text', () => {
  test.each<[string, string, unknown]>([
    ['Sub without placeholders', '!Sub plain', 'plain'],
    ['Sub with a resource', "!Sub '${Queue}-x'", 'pattern(${Queue}-x)'],
    ['Sub with an attribute', "!Sub 'a/${Queue.Arn}/*'", 'pattern(a/${Queue.Arn}/*)'],
    ['Sub with pseudo parameters', "!Sub 'arn:${AWS::Partition}:x'", 'pattern(arn:${AWS::Partition}:x)'],
    ['Sub that is only a reference', "!Sub '${Queue.Arn}'", 'ref(Queue.Arn)'],
    ['Sub with a default', "!Sub 'a-${Given}'", '~a-blue'],
    ['Sub with an unknown parameter keeps its name', "!Sub 'a-${Free}'", 'pattern(a-${Free})'],
    ['Sub with allowed values keeps the name', "!Sub 'a-${Stage}'", 'pattern(a-${Stage})'],
    ['Sub with a literal placeholder', "!Sub 'a-${!Given}'", 'a-${Given}'],
    ['Sub with own names', "!Sub ['${A}-${B}', { A: x, B: !GetAtt Queue.Arn }]", 'pattern(x-${Queue.Arn})'],
    ['Sub in long form', "{ 'Fn::Sub': '${Given}!' }", '~blue!'],
    ['Join of words', "!Join ['-', [a, b]]", 'a-b'],
    ['Join with a resource', "!Join ['', ['arn:', !Ref Queue, '/*']]", 'pattern(arn:${Queue}/*)'],
    ['Join with an unknown parameter', "!Join ['', [a, !Ref Free]]", 'pattern(a${Free})'],
    ['Join of a list parameter', "!Join ['+', !Ref Names]", '~a+b'],
    ['Join of an unknown list', "!Join ['', !GetAZs '']", '(unknown: computed text)'],
    ['Join with a branch', "!Join ['', [a, !If [IsProd, b, c]]]", 'pattern(a${?})'],
    ['a dynamic reference', "'{{resolve:secretsmanager:x:SecretString:y}}'", '(unknown: secret reference)'],
    ['a dynamic reference inside text', "'a-{{resolve:ssm:/x}}-b'", 'pattern(a-${?}-b)'],
    [
      'a dynamic reference put together',
      "!Join ['', ['{{resolve:secretsmanager:', !Ref Queue, ':x}}']]",
      '(unknown: secret reference)',
    ],
    ['a dynamic reference with placeholders', "!Sub 'a{{resolve:ssm:/${Given}/${Free}}}b'", '~pattern(a${?}b)'],
    ['an empty default inside text keeps the name', "!Sub 'x-${Empty}'", 'pattern(x-${Empty})'],
    ['Base64', '!Base64 abc', '(unknown: encoded text)'],
    ['an imported value', '!ImportValue Shared', '(unknown: imported value)'],
    ['nested long and short forms', "!Sub ['${A}', { A: { 'Fn::Join': ['', [x, !Ref Given]] } }]", '~xblue'],
  ])('%s', (_, written, expected) => expect(resolved(written)).toEqual(expected));
});

describe('choices and look-ups', () => {
  test.each<[string, string, unknown]>([
    ['If', '!If [IsProd, a, b]', 'branches(IsProd: "a", not IsProd: "b")'],
    ['If in China alone', '!If [InChina, !Ref AWS::NoValue, b]', 'b'],
    [
      'If in China and elsewhere',
      '!If [InBeijingOrHome, a, b]',
      'branches(InBeijingOrHome: "a", not InBeijingOrHome: "b")',
    ],
    ['If in long form', "{ 'Fn::If': [IsProd, a, b] }", 'branches(IsProd: "a", not IsProd: "b")'],
    [
      'If with nothing in one branch',
      '!If [IsProd, a, !Ref AWS::NoValue]',
      'branches(IsProd: "a", not IsProd: nothing)',
    ],
    ['If with a map', '!If [IsProd, { A: 1 }, { A: 2 }]', 'branches(IsProd: {"A":1}, not IsProd: {"A":2})'],
    ['nothing in a list', '[a, !Ref AWS::NoValue, b]', ['a', 'b']],
    ['nothing in a map', '{ A: 1, B: !Ref AWS::NoValue }', { A: 1 }],
    ['FindInMap with literal keys', '!FindInMap [ByStage, prod, Days]', 90],
    ['FindInMap with allowed values', '!FindInMap [ByStage, !Ref Stage, Days]', 'allowed-values(dev: 7, prod: 90)'],
    ['FindInMap by region', '!FindInMap [ByStage, !Ref AWS::Region, Days]', '(unknown: mapping by deployment)'],
    ['FindInMap of what is not there', '!FindInMap [ByStage, test, Days]', '(unknown: mapping by deployment)'],
    ['FindInMap with a default', '!FindInMap [ByStage, test, Days, { DefaultValue: 1 }]', 1],
    ['FindInMap of a list', '!FindInMap [ByStage, dev, Zones]', ['a', 'b']],
    ['Select', '!Select [1, [a, b]]', 'b'],
    ['Select of a list parameter', '!Select [0, !Ref Names]', '~a'],
    ['Select behind a branch', '!Select [1, [!If [IsProd, a, !Ref AWS::NoValue], b]]', '(unknown: computed item)'],
    ['Select out of range', '!Select [5, [a]]', '(unknown: computed item)'],
    ['Split', "!Split ['|', 'a|b']", ['a', 'b']],
    ['Select of Split', "!Select [0, !Split ['|', 'a|b']]", 'a'],
    ['Split of what is not known', "!Split ['|', !Ref Free]", '(unknown: computed list)'],
    ['Length', "{ 'Fn::Length': [a, b] }", 2],
    ['Cidr', '!Cidr [10.0.0.0/16, 2, 8]', '(unknown: computed addresses)'],
    ['ToJsonString', "{ 'Fn::ToJsonString': { a: !Ref Queue } }", { a: 'ref(Queue)' }],
    ['a loop opens its map', "{ A: 1, 'Fn::ForEach::X': [X, [a], {}] }", { A: 1, '...': true }],
    ['a macro opens its map', "{ A: 1, 'Fn::Transform': { Name: Mine } }", { A: 1, '...': true }],
    ['a macro alone', "{ 'Fn::Transform': { Name: Mine } }", '(unknown: macro)'],
    [
      'an include that is elsewhere',
      "{ 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 's3://b/x.yml' } } }",
      '(unknown: unread include)',
    ],
    ['an unknown tag', '!Vault x', '(unknown: unknown tag)'],
    ['a malformed If', '!If IsProd', '(unknown: condition)'],
    ['a malformed Join', '!Join x', '(unknown: computed text)'],
    ['a malformed GetAtt', '!GetAtt [Queue]', '(unknown: computed reference)'],
  ])('%s', (_, written, expected) => expect(resolved(written)).toEqual(expected));
});

describe('places', () => {
  const text = `${header}!Sub '\${Given}'\n      Q: !If [IsProd, one, two]\n      R: !FindInMap [ByStage, prod, Days]\n`;
  const properties = templateOf(text).resources.find(({ id }) => id === 'It')?.properties.map;

  test('a default stands where it is used and has its origin at the default', () => {
    const value = valueAt(properties, 'P');
    expect(slice(text, value?.at)).toBe("!Sub '${Given}'");
    expect(slice(text, value?.origin)).toBe('blue');
  });

  test('each branch stands where it is written', () => {
    const value = valueAt(properties, 'Q');
    const cases = value?.kind === 'choice' ? value.cases.map((one) => slice(text, one.value?.at)) : [];
    expect(cases).toEqual(['one', 'two']);
  });

  test('a mapping has its origin in the mapping', () => {
    const value = valueAt(properties, 'R');
    expect([slice(text, value?.at), slice(text, value?.origin)]).toEqual(['!FindInMap [ByStage, prod, Days]', '90']);
  });

  test('a local include is read as part of the template', () => {
    const included = templateOf(
      `${header}{ 'Fn::Transform': { Name: AWS::Include, Parameters: { Location: ./api.yaml } } }\n`,
      'infra/template.yaml',
      { 'infra/api.yaml': 'A: !Ref Given\n' },
    );
    const value = valueAt(included.resources.find(({ id }) => id === 'It')?.properties.map, 'P');
    expect([show(value), value?.at.path]).toEqual([{ A: '~blue' }, 'infra/api.yaml']);
  });
});
