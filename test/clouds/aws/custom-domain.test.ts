import { expect, test } from '@jest/globals';
import { modelOf, said } from './modelling.js';

const routed = (mode: string) => `
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: orders
  Domain:
    Type: AWS::ApiGateway::DomainName
    Properties:
      DomainName: orders.example.com
      ${mode}
      MutualTlsAuthentication:
        TruststoreUri: s3://trust/store.pem
`;

const ways = {
  rule: `
  Rule:
    Type: AWS::ApiGatewayV2::RoutingRule
    Properties:
      DomainNameArn: !GetAtt Domain.DomainNameArn
      Priority: 10
      Conditions:
        - MatchBasePaths:
            AnyOf: [orders]
      Actions:
        - InvokeApi:
            ApiId: !Ref Api
            Stage: live
`,
  mapping: `
  Mapping:
    Type: AWS::ApiGateway::BasePathMapping
    Properties:
      DomainName: !Ref Domain
      RestApiId: !Ref Api
`,
} as const;

test.each([
  ['ROUTING_RULE_ONLY', 'rule', true],
  ['ROUTING_RULE_THEN_BASE_PATH_MAPPING', 'rule', true],
  ['BASE_PATH_MAPPING_ONLY', 'rule', undefined],
  ['!Ref Mode', 'rule', true],
  ['ROUTING_RULE_ONLY', 'mapping', undefined],
  ['ROUTING_RULE_THEN_BASE_PATH_MAPPING', 'mapping', true],
  ['BASE_PATH_MAPPING_ONLY', 'mapping', true],
] as const)('a domain whose routing mode is %s leads to an API by a %s: %s', (mode, way, expected) => {
  const [found] = modelOf(`${routed(`RoutingMode: ${mode}`)}${ways[way]}`).apis;
  expect(said(found?.domain?.mutualTls)).toBe(expected);
});

test('a domain that says nothing goes by its mappings', () => {
  const domains = (['mapping', 'rule'] as const).map((way) => modelOf(`${routed('')}${ways[way]}`).apis[0]?.domain);
  expect(domains.map((domain) => said(domain?.mutualTls))).toEqual([true, undefined]);
});
