import { beforeAll, describe, expect, test } from '@jest/globals';
import { cdk } from '../../../src/frameworks/cdk/cdk.js';
import { modelOf, programOf } from '../../support/cdk.js';

beforeAll(async () => cdk.prepare?.());

const imports = `import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as elbTargets from 'aws-cdk-lib/aws-elasticloadbalancingv2-targets';`;
const fn = "const fn = new lambda.Function(this, 'Fn', {});";
const balancer = (options: string) => `const lb = new elb.ApplicationLoadBalancer(this, 'Lb', { vpc${options} });`;
const targets = '{ targets: [new elbTargets.LambdaTarget(fn)] }';

function modelIn(statements: string) {
  return modelOf(programOf(`${fn} ${statements}`, imports));
}

describe('load balancers in front of functions', () => {
  test.each([
    ['facing the internet', ', internetFacing: true', { kind: 'known', value: 'public' }],
    ['inside', '', { kind: 'known', value: 'private' }],
    ['who knows where', ', internetFacing: props.open', { kind: 'unknown' }],
  ])('%s', (_, options, visibility) => {
    const { apis, routes } = modelIn(
      `${balancer(options)} const listener = lb.addListener('L', { port: 443 }); listener.addTargets('T', ${targets});`,
    );
    expect(apis).toMatchObject([{ api: 'alb', visibility }]);
    expect(routes).toMatchObject([{ function: 'Fn', path: '/*', auth: { value: { kind: 'none' } } }]);
  });

  test('by a listener of its own, under a path', () => {
    const { routes } = modelIn(`${balancer(', internetFacing: true')}
const listener = new elb.ApplicationListener(this, 'L', { loadBalancer: lb, port: 443 });
listener.addTargets('T', { priority: 1, conditions: [elb.ListenerCondition.pathPatterns(['/orders'])], targets: [new elbTargets.LambdaTarget(fn)] });`);
    expect(routes).toMatchObject([{ path: '/orders', function: 'Fn' }]);
  });

  test.each([
    ['a listener that lets nobody in by itself', "lb.addListener('L', { port: 443, open: false })"],
    ['one of elsewhere', 'props.listener'],
  ])('%s opens nothing', (_, listener) => {
    const { routes } = modelIn(`${balancer(', internetFacing: true')} ${listener}.addTargets('T', ${targets});`);
    expect(routes).toEqual([]);
  });
});
