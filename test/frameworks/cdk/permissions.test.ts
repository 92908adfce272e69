import { beforeAll, describe, expect, test } from '@jest/globals';
import { cdk } from '../../../src/frameworks/cdk/cdk.js';
import { modelOf, programOf } from '../../support/cdk.js';

beforeAll(async () => cdk.prepare?.());

const fn = "const fn = new lambda.Function(this, 'Fn', {});";

describe('rights', () => {
  const everything = "new iam.PolicyStatement({ actions: ['*'], resources: ['*'] })";

  test.each([
    [
      'a policy with statements added',
      `${fn} const p = new iam.Policy(this, 'P'); p.addStatements(${everything}); fn.role.attachInlinePolicy(p);`,
    ],
    [
      'a policy that is attached',
      `const role = new iam.Role(this, 'Role', {}); const p = new iam.Policy(this, 'P', { statements: [${everything}] }); p.attachToRole(role);`,
    ],
    [
      'a document in plain words',
      "new iam.ManagedPolicy(this, 'P', { document: iam.PolicyDocument.fromJson({ Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }) });",
    ],
    [
      'a user',
      "new iam.User(this, 'U').addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName('AdministratorAccess'));",
    ],
    [
      'a group',
      "new iam.Group(this, 'U', { managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('AdministratorAccess')] });",
    ],
    ['an alias', `${fn} const live = fn.addAlias('live'); live.addToRolePolicy(${everything});`],
  ])('%s', (_, statements) => {
    const grants = modelOf(programOf(statements)).roles.flatMap((role) => [
      ...role.grants.map(({ actions }) => actions.terms[0]?.text),
      ...role.named.map(({ name }) => name),
    ]);
    expect(grants.some((text) => text === '*' || /AdministratorAccess/.test(text ?? ''))).toBe(true);
  });

  test.each([
    [
      'several at once',
      "new iam.CompositePrincipal(new iam.ServicePrincipal('a.amazonaws.com'), new iam.ServicePrincipal('b.amazonaws.com'))",
      ['a.amazonaws.com', 'b.amazonaws.com'],
    ],
    ['one', "new iam.ServicePrincipal('a.amazonaws.com')", ['a.amazonaws.com']],
  ])('a role is for %s', (_, principal, expected) => {
    const [role] = modelOf(programOf(`new iam.Role(this, 'R', { assumedBy: ${principal} });`)).roles;
    const named = role?.trust.flatMap(({ principals }) => principals.map(({ term }) => term.text));
    expect(named).toEqual(expected);
  });
});

describe('rights that are not seen', () => {
  const role =
    "const role = new iam.Role(this, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });";

  test.each<readonly [string, string, boolean]>([
    ['none', '', false],
    ['a policy from elsewhere', 'role.attachInlinePolicy(props.policy);', true],
    ['a policy from elsewhere that is attached', 'props.policy.attachToRole(role);', true],
    ['a grant of something elsewhere', 'props.logs.grantWrite(role);', true],
    ['a grant of something elsewhere, by its grants', 'props.table.grants.readData(role);', true],
    ['a grant to someone elsewhere', 'props.logs.grantWrite(props.role);', false],
  ])('%s', (_, statement, expected) => {
    expect(modelOf(programOf(`${role} ${statement}`)).roles.map(({ open }) => open)).toEqual([expected]);
  });

  test('what grants give is known for things of the program', () => {
    const given = "const table = new dynamodb.Table(this, 'T', {}); table.grants.readData(role);";
    const [made] = modelOf(programOf(`${role} ${given}`)).roles;
    expect(JSON.stringify(made?.grants)).toContain('dynamodb:GetItem');
  });

  test('rights to some objects of a bucket are to those alone', () => {
    const given = "const bucket = new s3.Bucket(this, 'B'); bucket.grantPut(role, 'new/*');";
    const [made] = modelOf(programOf(`${role} ${given}`)).roles;
    expect(JSON.stringify(made?.grants)).toMatch(/B.{0,40}\/new\/\*/);
  });
});
