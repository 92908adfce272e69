import type { Api } from '../../../model/api.js';
import { groupBy } from '../../../model/grouping.js';
import type { Literal } from '../../../model/literal.js';
import type { Resource } from '../../../model/resource.js';
import { fixed, unknown } from '../../../model/setting.js';
import type { Span } from '../../../model/span.js';
import { type Value, valueAt } from '../../../model/value.js';
import { listed, type Mapping, nameOf, property } from '../mapping.js';
import { referencesIn } from '../references-in.js';
import type { Declared } from '../template.js';
import type { ApiSource } from './api-source.js';

const associations = ['AWS::WAFv2::WebACLAssociation', 'AWS::WAFRegional::WebACLAssociation'] as const;
/** Names that the template does not declare are those of stages that SAM makes; there are never many. */
const mostGenerated = 200;

/** Something that stands in front of APIs, with the names that it is associated with. */
interface Guard {
  readonly at: Span;
  readonly names: readonly string[];
}

export interface Guards {
  readonly byName: ReadonlyMap<string, readonly Guard[]>;
  readonly generated: readonly (readonly [string, Guard])[];
}

/** All firewalls and CDNs of the stack by what they guard. */
export function guardsOf(mapping: Mapping): Guards {
  const guards = [
    ...mapping
      .ofType(...associations)
      .map(({ at, properties }) => ({ at, value: valueAt(properties.map, 'ResourceArn') })),
    ...mapping.ofType('AWS::CloudFront::Distribution').flatMap((distribution) =>
      listed(property(distribution, 'DistributionConfig', 'Origins')).map((origin) => ({
        at: distribution.at,
        value: valueAt(origin, 'DomainName'),
      })),
    ),
  ].map(({ at, value }): Guard => ({ at, names: namesIn(mapping, value) }));
  const generated = guards.flatMap((guard) => guard.names.map((name) => [name, guard] as const));
  return {
    byName: groupBy(guards, ({ names }) => new Set(names)),
    generated: generated.filter(([name]) => !mapping.byId.has(name)).slice(0, mostGenerated),
  };
}

/** A stage stands for its API. */
function namesIn(mapping: Mapping, value: Value | undefined): readonly string[] {
  return referencesIn(value).flatMap((reference) => {
    if (reference.kind !== 'reference') return [];
    const declared = mapping.byId.get(reference.to);
    const parent = declared && (property(declared, 'RestApiId') ?? property(declared, 'ApiId'));
    return [parent?.kind === 'reference' ? parent.to : reference.to];
  });
}

/** A firewall that is associated with the API or its stage, or a CDN that has it as its origin. */
export function firewallOf(
  mapping: Mapping,
  { resource }: Pick<ApiSource, 'resource'>,
  guards: Guards,
): Api['firewall'] {
  const [direct] = guards.byName.get(resource.id) ?? [];
  const found = direct ?? guards.generated.find(([name]) => name.startsWith(resource.id))?.[1];
  if (found !== undefined) return fixed(true, found.at);
  if (mapping.template.open) return unknown(resource.at, 'open template');
  return { kind: 'absent', at: resource.at, write: (on) => (on ? associate(mapping, resource) : undefined) };
}

/** Puts the one web ACL of the template in front of an API, by the ARN of its stage where only that can be guarded. */
function associate(mapping: Mapping, { id, type }: Resource) {
  const isRegional = (acl: Declared) => nameOf(property(acl, 'Scope')) === 'REGIONAL';
  const [acl, another] = mapping.ofType('AWS::WAFv2::WebACL').filter(isRegional);
  const arn = arnOf(mapping, id, type);
  const name = `${id}Firewall`;
  if (acl === undefined || another !== undefined || arn === undefined || mapping.byId.has(name)) return undefined;
  const guarded = { ResourceArn: arn, WebACLArn: { refersTo: acl.id, attribute: 'arn' } };
  return mapping.template.declare(name, { Type: 'AWS::WAFv2::WebACLAssociation', Properties: guarded }, id);
}

function arnOf(mapping: Mapping, id: string, type: string): Literal | undefined {
  if (type === 'AWS::AppSync::GraphQLApi') return { refersTo: id, attribute: 'Arn' };
  if (type === 'AWS::ElasticLoadBalancingV2::LoadBalancer') return { refersTo: id, attribute: 'id' };
  const stages = mapping.pointing('AWS::ApiGateway::Stage', ['RestApiId'], id);
  const [stage, ...more] = type === 'AWS::Serverless::Api' ? [`${id}.Stage`] : stages.map((one) => one.id);
  if (stage === undefined || more.length > 0) return undefined;
  const before = ['arn:', { pseudo: 'partition' }, ':apigateway:', { pseudo: 'region' }, '::/restapis/'] as const;
  const joined = [...before, { refersTo: id, attribute: 'id' }, '/stages/', { refersTo: stage, attribute: 'id' }];
  return { joined, arnOf: stage };
}
