import { expect, test } from '@jest/globals';
import { readPolicyDocument, withUniqueIds } from '../../../../src/clouds/aws/policies/document.js';
import { resourcePoliciesOf } from '../../../../src/clouds/aws/policies/resource-policy.js';
import { valueAt } from '../../../../src/model/value.js';
import { templateOf } from '../../../frameworks/cloudformation/reading.js';

function read(document: string) {
  const template = templateOf(`Resources:\n  P:\n    Type: Custom::P\n    Properties:\n      D: ${document}\n`);
  return readPolicyDocument(valueAt(template.resources[0]?.properties.map, 'D'), template.reading);
}

test.each([
  ['everyone', "Principal: '*'", [['any', '*']], false],
  ['every account', "Principal: { AWS: '*' }", [['account', '*']], false],
  ['a service', 'Principal: { Service: [a.amazonaws.com] }', [['service', 'a.amazonaws.com']], false],
  ['a provider', 'Principal: { Federated: x }', [['federated', 'x']], false],
  ['this account', 'Principal: { AWS: !Ref AWS::AccountId }', [['account', '${AWS::AccountId}']], false],
  ['an import', 'Principal: { AWS: !ImportValue x }', [], true],
  ['nobody', 'Resource: x', [], false],
])('the principal is %s', (_, principal, expected, open) => {
  const [statement] = read(`{ Statement: [{ Effect: Allow, ${principal} }] }`).statements;
  expect(statement?.principals.map(({ kind, term }) => [kind, term.text])).toEqual(expected);
  expect(statement?.principalsOpen).toBe(open);
});

test('everyone but some', () => {
  const [statement] = read('{ Statement: { Effect: Allow, NotPrincipal: { AWS: x } } }').statements;
  expect(statement).toMatchObject({ exceptPrincipals: true, principals: [{ kind: 'account' }] });
});

test.each([
  ['Allow', 'allow'],
  ['Deny', 'deny'],
  ['!ImportValue x', 'unknown'],
])('the effect %s', (effect, expected) => {
  expect(read(`{ Statement: [{ Effect: ${effect} }] }`).statements[0]?.effect).toBe(expected);
});

test.each([
  ['forgotten', '{ Action: a:b }', 'allow'],
  ['written in other letters', '{ effect: Deny }', 'unknown'],
  [
    'perhaps in what is included',
    "{ Action: a:b, 'Fn::Transform': { Name: AWS::Include, Parameters: { Location: x } } }",
    'unknown',
  ],
])('an effect that is %s', (_, statement, expected) => {
  expect(read(`{ Statement: [${statement}] }`).statements[0]?.effect).toBe(expected);
});

test.each([
  ['as JSON text', `'{"Statement":[{"Effect":"Allow","Action":["a:b"],"Resource":"*"}]}'`, 1, false],
  [
    'as JSON text with references',
    `!Sub '{"Statement":[{"Effect":"Allow","Resource":"arn:aws:s3:::\${B}/*"}]}'`,
    1,
    false,
  ],
  ['as JSON text that only deployment completes', `!Sub '{"Statement":\${Statement}}'`, 0, true],
  ['text that is no JSON', 'x', 0, true],
  ['as JSON text with a comma too many', `'{"Statement":[{"Effect":"Allow","Action":["a:b",]}]}'`, 0, true],
  ['as JSON text with a comment', `'{"Statement":[{"Effect":"Allow"} /* x */]}'`, 0, true],
  ['as JSON text with a comma too many and references', `!Sub '{"Statement":[{"Resource":"\${B}"},]}'`, 0, true],
  ['imported', '!ImportValue x', 0, true],
  ['with an imported statement', '{ Statement: [{ Effect: Allow }, !ImportValue x] }', 1, true],
  ['empty', '{ Statement: [] }', 0, false],
  ['that is the empty text', '""', 0, false],
  ['that is null', 'null', 0, false],
  ['of two branches', '!If [A, { Statement: [{ Effect: Allow }] }, { Statement: [{ Effect: Deny }] }]', 2, false],
])('a document %s', (_, document, statements, open) => {
  const found = read(document);
  expect([found.statements.length, found.open]).toEqual([statements, open]);
});

test('JSON text that IAM would refuse is counted among what could not be resolved', () => {
  const template = templateOf(`Resources:\n  P:\n    Type: Custom::P\n    Properties:\n      D: '{"Statement":[],}'\n`);
  readPolicyDocument(valueAt(template.resources[0]?.properties.map, 'D'), template.reading);
  expect(template.reading.unresolved).toMatchObject([{ because: 'policy that is not JSON' }]);
});

test('JSON text is read and never written', () => {
  const [statement] = read(`'{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}'`).statements;
  expect(statement?.actions.terms.map(({ text }) => text)).toEqual(['*']);
  expect(statement?.actions.write(['a:b'])).toBeUndefined();
  expect(statement?.addCondition('StringEquals', 'a', 'b')).toBeUndefined();
});

test('references inside JSON text are what they are outside of it', () => {
  const text = `!Sub '{"Statement":{"Effect":"Allow","Action":["s3:*"],"Resource":["\${AWS::Region}","\${P}","\${P}/*"],"Condition":{"StringLike":{"\${AWS::Region}:sub":"a"}}}}'`;
  const [statement] = read(text).statements;
  expect(statement?.resources).toMatchObject({
    open: false,
    terms: [{ text: '${AWS::Region}' }, { text: '${P}', to: 'P' }, { text: '${P}/*', to: 'P' }],
  });
  expect(statement?.conditions).toMatchObject([{ key: '${AWS::Region}:sub', values: [{ text: 'a' }] }]);
});

test('the character that stands for references is not read from a template', () => {
  expect(read(`!Sub "{\\"Statement\\":[{\\"Sid\\":\\"\\uE0000\\uE000\${P}\\"}]}"`)).toEqual({
    statements: [],
    open: true,
  });
});

test('two conditions decide together what has the same labels', () => {
  const { statements } = read(
    '{ Statement: [{ Effect: !If [A, Allow, Deny], Action: !If [A, a, b], Resource: !If [B, x, y] }] }',
  );
  expect(
    statements.map(({ effect, actions, resources, branch }) => {
      return [effect, actions.terms[0]?.text, resources.terms[0]?.text, branch];
    }),
  ).toEqual([
    ['allow', 'a', 'x', 'A and B'],
    ['allow', 'a', 'y', 'A and not B'],
    ['deny', 'b', 'x', 'not A and B'],
    ['deny', 'b', 'y', 'not A and not B'],
  ]);
});

test('ids are Sids, otherwise positions among those without', () => {
  const ids = withUniqueIds([{ id: 'Read' }, { id: '' }, { id: 'Read' }, { id: '' }]).map(({ id }) => id);
  expect(ids).toEqual(['Read', 'statement-1', 'Read-2', 'statement-2']);
});

test.each([
  ['nothing', '{}', 'absent'],
  ['a fixed source', "{ ArnLike: { 'aws:SourceArn': x } }", 'x'],
  ['one source with a star', "{ ArnLike: { 'aws:SourceArn': [x, '*'] } }", '*'],
  ['the opposite of a source', "{ ArnNotLike: { 'aws:SourceArn': x } }", 'absent'],
  ['an imported source', "{ ArnLike: { 'aws:SourceArn': !ImportValue x } }", 'unknown'],
  ['imported conditions', '!ImportValue x', 'unknown'],
])('pinned by %s', (_, condition, expected) => {
  const owner = {
    id: 'P',
    type: 'T',
    whole: { path: 'a', start: 0, end: 0 },
    targetKind: 'queue',
    target: 'Q',
  } as const;
  const [policy] = resourcePoliciesOf(read(`{ Statement: [{ Effect: Allow, Condition: ${condition} }] }`), owner);
  const pinned = policy?.sourceArn;
  expect(pinned?.kind === 'known' ? pinned.value.text : pinned?.kind).toBe(expected);
});
