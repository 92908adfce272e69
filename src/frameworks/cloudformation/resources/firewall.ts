import type { Api } from '../../../model/api.js';
import { fixed, unknown } from '../../../model/setting.js';
import type { Value } from '../../../model/value.js';
import { valueAt } from '../../../model/value.js';
import type { ApiSource } from './api-source.js';
import { listed, type Mapping, property } from './mapping.js';
import { referencesIn } from './references-in.js';

const associations = ['AWS::WAFv2::WebACLAssociation', 'AWS::WAFRegional::WebACLAssociation'] as const;

/** A firewall that is associated with the API or its stage, or a CDN that has it as its origin. */
export function firewallOf(mapping: Mapping, { resource }: ApiSource): Api['firewall'] {
  const guards = [
    ...mapping.ofType(...associations).map((found) => ({ at: found.at, value: property(found, 'ResourceArn') })),
    ...mapping.ofType('AWS::CloudFront::Distribution').flatMap((distribution) =>
      listed(property(distribution, 'DistributionConfig', 'Origins')).map((origin) => ({
        at: distribution.at,
        value: valueAt(origin, 'DomainName'),
      })),
    ),
  ];
  const found = guards.find(({ value }) => concerns(mapping, value, resource.id));
  if (found !== undefined) return fixed(true, found.at);
  if (mapping.template.open) return unknown(resource.at, 'open template');
  return { kind: 'absent', at: resource.at, write: () => undefined };
}

/** The API itself, one of its stages, or a stage that SAM names after it (`<Api>ProdStage`, `<Api>.Stage`). */
function concerns(mapping: Mapping, value: Value | undefined, api: string): boolean {
  return referencesIn(value).some((reference) => {
    if (reference.kind !== 'reference') return false;
    const declared = mapping.byId.get(reference.to);
    if (reference.to === api || declared === undefined) return reference.to.startsWith(api);
    const parent = property(declared, 'RestApiId') ?? property(declared, 'ApiId');
    return parent?.kind === 'reference' && parent.to === api;
  });
}
