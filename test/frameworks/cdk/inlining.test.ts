import { beforeAll, describe, expect, test } from '@jest/globals';
import { cdk } from '../../../src/frameworks/cdk/cdk.js';
import { modelOf, programOf, pythonOf } from '../../support/cdk.js';

beforeAll(async () => cdk.prepare?.());

describe('what functions give', () => {
  const api = "const api = new apigateway.RestApi(this, 'Api', {});";
  const fns = "const a = new lambda.Function(this, 'A', {}); const b = new lambda.Function(this, 'B', {});";

  test('the integration of a function', () => {
    const before = 'function to(fn) { return new apigateway.LambdaIntegration(fn, { proxy: true }); }';
    const routes = "api.root.addMethod('GET', to(a)); api.root.addMethod('POST', to(b));";
    const found = modelOf(programOf(`${api} ${fns} ${routes}`, before)).routes;
    expect(found.map((route) => route.function)).toEqual(['A', 'B']);
  });

  test('a statement, by an arrow', () => {
    const before =
      'const all = (service: string) => new iam.PolicyStatement({ actions: [`${service}:*`], resources: ["*"] });';
    const text = programOf(`${fns} a.addToRolePolicy(all('s3')); b.addToRolePolicy(all('sqs'));`, before);
    const actions = modelOf(text).roles.flatMap(({ grants }) => grants.map((grant) => grant.actions.terms[0]?.text));
    expect(actions).toEqual(['s3:*', 'sqs:*']);
  });

  test.each([
    ['in more than one way', 'function all(x) { if (x) return "a"; return "b"; }'],
    ['by itself', 'function all(x) { return all(x); }'],
  ])('%s is not known', (_, before) => {
    const text = programOf("new lambda.Function(this, 'Fn', { timeout: all('x') }); all('y');", before);
    expect(modelOf(text).functions.map(({ timeout }) => timeout.kind)).toEqual(['unknown']);
  });

  test('in Python, named', () => {
    const text = pythonOf(
      'x = every(service="s3")\ny = every(service="sqs")\nfn = _lambda.Function(self, "Fn")\nfn.add_to_role_policy(x)',
      'def every(service):\n    return iam.PolicyStatement(actions=[service + ":*"], resources=["*"])',
    );
    const [role] = modelOf(text, 'app/stack.py').roles;
    expect(role?.grants.map((grant) => grant.actions.terms[0]?.text)).toEqual(['s3:*']);
  });
});
