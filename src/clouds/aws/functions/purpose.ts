import type { ServerlessFunction } from '../../../model/function.js';
import { textOf, type Value, valueAt } from '../../../model/value.js';
import { entriesOf, listed, type Mapping, property } from '../mapping.js';
import { socketType } from '../sam/sockets.js';
import { functionNamed } from './reference.js';

type Purpose = ServerlessFunction['purpose'];

/** Functions that are not request handlers: authorizers, custom resources, functions at the edge. */
export function purposesOf(mapping: Mapping): ReadonlyMap<string, Purpose> {
  const purposes = new Map<string, Purpose>();
  const mark = (purpose: Purpose, values: readonly (Value | undefined)[]) => {
    for (const value of values) {
      const id = functionNamed(mapping, value);
      if (id !== undefined) purposes.set(id, purpose);
    }
  };
  mark('edge', edgeFunctions(mapping));
  mark('custom-resource', customResources(mapping));
  mark('authorizer', authorizers(mapping));
  return purposes;
}

function authorizers(mapping: Mapping): readonly (Value | undefined)[] {
  const declared = mapping
    .ofType('AWS::ApiGateway::Authorizer', 'AWS::ApiGatewayV2::Authorizer')
    .map((authorizer) => property(authorizer, 'AuthorizerUri'));
  const sam = mapping.ofType('AWS::Serverless::Api', 'AWS::Serverless::HttpApi').map((api) => property(api, 'Auth'));
  const shared = ['Api', 'HttpApi'].map((kind) => valueAt(mapping.template.globals.map, kind, 'Auth'));
  const named = [...sam, ...shared].flatMap((auth) => entriesOf(valueAt(auth, 'Authorizers')));
  const sockets = mapping.ofType(socketType).map((api) => property(api, 'Auth', 'AuthArn'));
  return [...declared, ...sockets, ...named.map(({ value }) => valueAt(value, 'FunctionArn'))];
}

function customResources(mapping: Mapping): readonly (Value | undefined)[] {
  return mapping.template.resources
    .filter(({ type }) => type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource')
    .map((declared) => property(declared, 'ServiceToken'));
}

function edgeFunctions(mapping: Mapping): readonly (Value | undefined)[] {
  return mapping.ofType('AWS::CloudFront::Distribution').flatMap((distribution) => {
    const config = property(distribution, 'DistributionConfig');
    const behaviours = [valueAt(config, 'DefaultCacheBehavior'), ...listed(valueAt(config, 'CacheBehaviors'))];
    return behaviours
      .flatMap((behaviour) => listed(valueAt(behaviour, 'LambdaFunctionAssociations')))
      .filter((association) => textOf(valueAt(association, 'EventType')) !== undefined)
      .map((association) => valueAt(association, 'LambdaFunctionARN'));
  });
}
