import { describe, expect, test } from '@jest/globals';
import { known } from '../../../src/model/setting.js';
import { parse, resolved } from './reading.js';

describe('variables', () => {
  test.each<[string, string, unknown]>([
    ['a text without any', 'plain', 'plain'],
    ['the configuration itself', '${self:service}', 'orders'],
    ['a part of a text', 'name-${self:service}-x', 'name-orders-x'],
    ['the stage, which an option may change', '${sls:stage}', '~dev'],
    ['the stage of the provider when it says none', '${self:provider.stage}', 'dev'],
    ['an option with a default', "${opt:stage, 'dev'}", '~dev'],
    ['an option with the stage as its default', '${opt:stage, self:provider.stage}', '~dev'],
    ['an option without a default', '${opt:stage}', '(unknown: command line option)'],
    ['an environment variable with a default', "${env:DAYS, '30'}", '~30'],
    ['an environment variable', '${env:DAYS}', '(unknown: environment variable)'],
    ['numbers and flags as defaults', '${opt:days, 30}', '~30'],
    ['a default that is another variable', '${opt:x, ${self:service}}', '~orders'],
    ['something that is not there, with a default', "${self:custom.none, 'here'}", 'here'],
    ['something that is not there', '${self:custom.none}', '(unknown: missing variable)'],
    ['a parameter store', '${ssm:/a/b}', '(unknown: ssm variable)'],
    ['a secret', '${ssm:/aws/reference/secretsmanager/db}', '(unknown: secret reference)'],
    ['a parameter that stays encrypted', '${ssm(eu-west-1, noDecrypt):/a/b}', '(unknown: encrypted parameter)'],
    ['a parameter store of an account', '${production:ssm:/a/b}', '(unknown: ssm variable)'],
    ['a parameter store in version 4', '${aws:ssm:/a/b}', '(unknown: ssm variable)'],
    ['another stack', '${cf:other.Output}', '(unknown: cf variable)'],
    ['an object', '${s3:bucket/key}', '(unknown: s3 variable)'],
    ['another stack, in another region', '${cf.us-west-2:other.Output}', '(unknown: cf variable)'],
    ['a placeholder of a plugin', "'arn:aws:sns:#{AWS::Region}:x'", 'pattern(arn:aws:sns:${AWS::Region}:x)'],
    ['a placeholder for a resource without its plugin', "'#{Queue.Arn}'", '#{Queue.Arn}'],
    ['a sign that is no placeholder', "'#{ x }-#{'", '#{ x }-#{'],
    ['another stack with a default', "${cf:other.Output, 'none'}", '~none'],
    ['a source that nobody knows', '${mine:x}', '(unknown: unknown variable source)'],
    ['the region of the deployment', '${aws:region}', 'pattern(${AWS::Region})'],
    ['a flag from a text', '${strToBool(true)}', true],
    ['an unknown part of a text', 'a-${ssm:/x}-b', 'pattern(a-${ssm:/x}-b)'],
    ['what is CloudFormation', 'arn:${AWS::Partition}:${Name}', 'arn:${AWS::Partition}:${Name}'],
    ['a brace that is never closed', '"${self:service"', '${self:service'],
    ['the whole configuration', '${self:}', '(unknown: whole configuration)'],
  ])('%s', (_, written, value) => expect(resolved(written).value).toEqual(value));

  test('a variable inside the address of another', () => {
    const custom = '${self:custom.by.${sls:stage}}\n  by: { dev: 1, prod: 2 }';
    expect(resolved(custom).value).toBe('~1');
  });

  test('a placeholder for a resource', () => {
    const custom = "'#{Queue.Arn}'\nplugins: [serverless-pseudo-parameters]";
    expect(resolved(custom).value).toBe('ref(Queue.Arn)');
  });

  test('a map is the map itself, with the variables in it', () => {
    const custom = '${self:custom.other}\n  other: { name: "${self:service}", list: [1] }';
    expect(resolved(custom).value).toEqual({ name: 'orders', list: [1] });
  });

  test('a map may refer to its own parts', () => {
    expect(resolved('{ a: x, b: "${self:custom.it.a}" }').value).toEqual({ a: 'x', b: 'x' });
  });
});

describe('parameters', () => {
  const others = { 'app/params.yml': 'dev: { size: 3 }\n' };
  test.each<[string, string, unknown]>([
    ['of the stage', 'params: { dev: { size: 1 }, default: { size: 2 } }', '~1'],
    ['of all stages', 'params: { prod: { size: 1 }, default: { size: 2 } }', 2],
    ['of the stage in version 4', 'stages: { dev: { params: { size: 1 } } }', '~1'],
    ['of all stages in version 4', 'stages: { default: { params: { size: 2 } } }', 2],
    ['nowhere', 'params: {}', '(unknown: parameter)'],
    ['of a file', 'params: ${file(params.yml)}', '~3'],
  ])('%s', (_, section, value) => expect(resolved(`\${param:size}\n${section}`, others).value).toBe(value));
});

describe('files', () => {
  const others = {
    'app/a.yml': 'name: x\ninner: { list: [1, { deep: "${self:service}" }] }\n',
    'app/b.json': '{ "name": "y" }',
    'app/c.js': "module.exports = { name: 'z', now: Date.now() };",
    'app/d.js': "module.exports.name = 'w'; module.exports.make = () => 1;",
    'app/key.txt': 'content',
    'shared.yml': 'name: up\n',
    'app/broken.yml': 'a: [',
  };
  test.each<[string, string, unknown, number]>([
    ['YAML with an address', '${file(./a.yml):name}', 'x', 0],
    ['YAML without the dot', '${file(a.yml):name}', 'x', 0],
    ['an item of a list, with variables of the service', '${file(./a.yml):inner.list.1.deep}', 'orders', 0],
    ['JSON', '${file(./b.json):name}', 'y', 0],
    ['a program that exports a literal', '${file(./c.js):name}', 'z', 0],
    ['a program that computes', '${file(./c.js):now}', '(unknown: computed by the program)', 0],
    ['a program that exports by name', '${file(./d.js):name}', 'w', 0],
    ['a plain text', '${file(./key.txt)}', 'content', 0],
    ['the folder above', '${file(../shared.yml):name}', 'up', 0],
    ['a name that is computed', "${file(./${opt:which, 'a'}.yml):name}", '~x', 0],
    ['out of the repository', '${file(../../x.yml):name}', '(unknown: path outside the repository)', 1],
    ['an absolute path', '${file(/etc/passwd)}', '(unknown: path outside the repository)', 1],
    ['no such file', '${file(./none.yml):name}', '(unknown: missing file or address)', 1],
    ['no such file, with a default', "${file(./none.yml):name, 'd'}", 'd', 0],
    ['no such address', '${file(./a.yml):none}', '(unknown: missing file or address)', 1],
    ['a file that is not valid', '${file(./broken.yml):a}', '(unknown: unreadable file)', 1],
  ])('%s', (_, written, value, notices) => expect(resolved(written, others)).toEqual({ value, notices }));
});

describe('hostile variables', () => {
  test('a circle ends with one notice', () => {
    const found = resolved('${self:custom.b}\n  b: ${self:custom.c}\n  c: ${self:custom.it}');
    expect(found).toEqual({ value: '(unknown: cyclic variable)', notices: 1 });
  });

  test('a variable of itself', () => {
    expect(resolved('${self:custom.it}')).toEqual({ value: '(unknown: cyclic variable)', notices: 1 });
  });

  test('a file that refers to itself', () => {
    const others = { 'app/a.yml': 'x: "${file(./a.yml):x}"\n' };
    expect(resolved('${file(./a.yml):x}', others)).toEqual({ value: '(unknown: cyclic variable)', notices: 1 });
  });

  test('a chain of ten thousand', () => {
    const links = Array.from({ length: 10_000 }, (_, index) => `  v${index}: \${self:custom.v${index + 1}}`);
    const found = resolved(`\${self:custom.v0}\n${links.join('\n')}\n  v10000: end`);
    expect(found.value).toMatch(/unknown|end/);
  });

  test('doubling thirty times', () => {
    const lines = Array.from(
      { length: 30 },
      (_, index) => `  d${index + 1}: ["\${self:custom.d${index}}", "\${self:custom.d${index}}"]`,
    );
    const started = Date.now();
    resolved(`\${self:custom.d30.0.0}\n  d0: [x, x]\n${lines.join('\n')}`);
    expect(Date.now() - started).toBeLessThan(2000);
  });

  test('ten thousand open braces', () => {
    expect(resolved(`"${'${self:'.repeat(10_000)}"`).value).toContain('${self:');
  });

  test('keys of objects', () => {
    expect(resolved('${self:__proto__.polluted}').value).toBe('(unknown: missing variable)');
  });
});

describe('a section that is in another file and refers to itself', () => {
  const service = (custom: string) => ({
    'serverless.yml': `service: orders\nprovider: { name: aws, environment: { TABLE: '\${self:custom.table}' } }\ncustom: \${file(custom.yml)${custom}}\nfunctions: { f: { handler: x } }\n`,
  });
  const environment = (files: Record<string, string>) => {
    const { model, notices } = parse(files);
    const variables = model.functions.flatMap((fn) => fn.environment);
    return { table: variables.map(({ value }) => known(value)), notices: notices.length };
  };

  test('the whole file', () => {
    const files = { ...service(''), 'custom.yml': "name: a\ntable: '${self:custom.name}-b'\n" };
    expect(environment(files)).toEqual({ table: ['a-b'], notices: 0 });
  });

  test('a part of it, over another file', () => {
    const shared = "custom: { by: '${file(by.yml)}', name: a, table: '${self:custom.by.${self:custom.name}}' }\n";
    const files = { ...service(':custom'), 'custom.yml': shared, 'by.yml': "a: 'x-${self:custom.name}'\n" };
    expect(environment(files)).toEqual({ table: ['x-a'], notices: 0 });
  });

  test('in a circle', () => {
    const files = { ...service(''), 'custom.yml': "table: '${self:custom.table}'\n" };
    expect(environment(files)).toEqual({ table: [undefined], notices: 1 });
  });

  test('from one file to the other and back', () => {
    const files = { ...service(''), 'custom.yml': '${file(more.yml)}\n', 'more.yml': '${file(custom.yml)}\n' };
    expect(environment(files)).toEqual({ table: [undefined], notices: 1 });
  });
});
