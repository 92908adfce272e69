import { beforeAll, describe, expect, test } from '@jest/globals';
import { cdk } from '../../../src/frameworks/cdk/cdk.js';
import { modelOf, pythonOf } from '../../support/cdk.js';

beforeAll(async () => cdk.prepare?.());

const imports = `from aws_cdk import aws_events as events, aws_events_targets as targets, aws_lambda_event_sources as sources
from aws_cdk import aws_apigatewayv2 as apigwv2, aws_apigatewayv2_integrations as integrations
`;
const fn = 'fn = _lambda.Function(self, "Fn")\n';
const queue = 'queue = sqs.Queue(self, "Queue")\n';
const api = 'api = apigw.RestApi(self, "Api")\n';

function modelIn(statements: string) {
  return modelOf(pythonOf(statements, imports), 'app/stack.py');
}

describe('arguments that are named instead of placed', () => {
  test('scope and id of a construct', () => {
    const { functions, stores } = modelIn(
      '_lambda.Function(scope=self, id="Fn", memory_size=256)\nsqs.Queue(self, id="Queue")',
    );
    expect(functions).toMatchObject([{ id: 'Fn', memory: { value: 256 } }]);
    expect(stores.map(({ id }) => id)).toEqual(['Queue']);
  });

  test.each([
    [
      'a queue that is polled',
      `${queue}fn.add_event_source(sources.SqsEventSource(queue=queue, batch_size=5))`,
      'AWS::Lambda::EventSourceMapping',
    ],
    [
      'the source',
      `${queue}fn.add_event_source(source=sources.SqsEventSource(queue))`,
      'AWS::Lambda::EventSourceMapping',
    ],
    [
      'the target of a rule',
      'rule = events.Rule(self, "R", event_pattern=events.EventPattern(source=["a"]))\nrule.add_target(targets.LambdaFunction(handler=fn))',
      'AWS::Events::Rule',
    ],
  ])('%s', (_, statements, kind) => {
    expect(modelIn(`${fn}${statements}`).triggers).toMatchObject([{ type: kind, function: 'Fn' }]);
  });

  test.each([
    ['path and method', 'api.root.add_resource(path_part="x").add_method(http_method="POST", integration=i)'],
    ['options without an integration', 'api.root.add_resource("x").add_method("POST", operation_name="n")'],
    ['lines that go on', 'api.root.add_resource("x") \\\n    .add_method("POST", i)'],
  ])('%s', (_, statements) => {
    const made = `${fn}${api}i = apigw.LambdaIntegration(handler=fn)\n${statements}`;
    expect(modelIn(made).routes).toMatchObject([{ path: '/x', method: 'POST' }]);
  });

  test('what a method takes beside its integration', () => {
    const { routes } = modelIn(`${fn}${api}api.root.add_method("GET", authorization_type=apigw.AuthorizationType.IAM)`);
    expect(routes).toMatchObject([{ auth: { value: { kind: 'iam' } } }]);
  });

  test('a route of an HTTP API', () => {
    const made = `${fn}api = apigwv2.HttpApi(self, "Api")
api.add_routes(path="/x", methods=[apigwv2.HttpMethod.GET], integration=integrations.HttpLambdaIntegration(id="I", handler=fn))`;
    expect(modelIn(made).routes).toMatchObject([{ path: '/x', function: 'Fn' }]);
  });

  test('who is granted a right, and what is granted', () => {
    const granted = 'queue.grant_send_messages(grantee=fn)';
    const added = 'fn.add_to_role_policy(statement=iam.PolicyStatement(actions=["s3:*"], resources=["*"]))';
    expect(modelIn(`${fn}${queue}${granted}\n${added}`).roles).toMatchObject([{ grants: [{}, {}] }]);
  });

  test('a managed policy and a service', () => {
    const role = `iam.Role(self, "Role", assumed_by=iam.ServicePrincipal(service="lambda.amazonaws.com"),
  managed_policies=[iam.ManagedPolicy.from_aws_managed_policy_name(managed_policy_name="AdministratorAccess")])`;
    const written = JSON.stringify(modelIn(role).roles);
    for (const name of ['AdministratorAccess', 'lambda.amazonaws.com']) expect(written).toContain(name);
  });
});

describe('nothing', () => {
  test('None is no value', () => {
    const [made] = modelIn('_lambda.Function(self, "Fn", timeout=None)').functions;
    expect(made?.timeout.kind).toBe('absent');
  });
});

describe('constructs are found', () => {
  test.each([
    ['where a statement ends in any case', 'try:\n    pass\nfinally:\n    sqs.Queue(self, "Queue")'],
    ['behind one value for two names', 'a = b = sqs.Queue(self, "Queue")'],
    ['in values of several names', 'a, b = sqs.Queue(self, "Queue"), 1'],
  ])('%s', (_, statements) => {
    expect(modelIn(statements).stores.map(({ id }) => id)).toEqual(['Queue']);
  });

  test('in modules that are named whole', () => {
    const stack = pythonOf('aws_cdk.aws_sqs.Queue(self, "Queue")', 'import aws_cdk.aws_sqs');
    expect(modelOf(stack, 'app/stack.py').stores.map(({ id }) => id)).toEqual(['Queue']);
  });
});
