import { withoutComments } from '../../../../clouds/azure/gateways/gateway-policies.js';
import { termOf } from '../../../../clouds/values/terms.js';
import type { PatternPart, Value } from '../../../../model/value.js';
import { type Declared, declaredOf, type Mapping, property, referent, same } from '../cloud.js';
import type { Fields } from '../field.js';

const fields: Fields = same('xml_content', 'xml_link', 'api_name', 'operation_id', 'api_management_id');

const api = 'azurerm_api_management_api_policy';
const operation = 'azurerm_api_management_api_operation_policy';

/** The types of policies of a gateway: of all APIs, of products, of one API, of one operation. */
export const gatewayPolicyTypes = [
  'azurerm_api_management_policy',
  'azurerm_api_management_product_policy',
  api,
  operation,
] as const;

/** What policies do with requests. */
export interface Handling {
  readonly limits: boolean;
  readonly validates: boolean;
  /** Callers are asked for a token. */
  readonly identifies: boolean;
  /** Something else is asked of callers, or decided by conditions. */
  readonly checks: boolean;
  /** Policies may be there that could not be read. */
  readonly open: boolean;
}

const nothing: Handling = { limits: false, validates: false, identifies: false, checks: false, open: false };

/** Looks up what is done with the requests of an API, or of one of its operations. */
export function policiesIn(mapping: Mapping): (id: string, operation?: string) => Handling {
  const declared = declaredOf(mapping, Object.fromEntries(gatewayPolicyTypes.map((type) => [type, fields])));
  const byTarget = new Map<string, Handling>();
  for (const one of declared) {
    const target = targetOf(one);
    byTarget.set(target, both(byTarget.get(target) ?? nothing, handlingOf(property(one, 'xml_content'))));
  }
  const of = (id: string | undefined) => byTarget.get(id ?? everywhere) ?? nothing;
  return (id, op) => [undefined, id, ...(op === undefined ? [] : [op])].map(of).reduce(both);
}

const everywhere = '*';

/** What is said of an operation or API that is not known may be meant for each. */
function targetOf(policy: Declared): string {
  const about = referent(property(policy, 'api_name'));
  if (policy.type === api) return about ?? everywhere;
  return policy.type === operation ? (referent(property(policy, 'operation_id')) ?? about ?? everywhere) : everywhere;
}

function both(a: Handling, b: Handling): Handling {
  return {
    limits: a.limits || b.limits,
    validates: a.validates || b.validates,
    identifies: a.identifies || b.identifies,
    checks: a.checks || b.checks,
    open: a.open || b.open,
  };
}

function handlingOf(xml: Value | undefined): Handling {
  const text = inbound(withoutComments(termOf(xml)?.text ?? ''));
  return {
    limits: /<(?:rate-limit|quota|limit-concurrency|llm-token-limit|azure-openai-token-limit)\b/.test(text),
    validates: /<validate-(?:content|parameters)\b/.test(text),
    identifies: /<validate-(?:jwt|azure-ad-token)\b/.test(text),
    checks: /<(?:validate-client-certificate|ip-filter|check-header|choose|return-response)\b/.test(text),
    open: isPartlyUnknown(xml) || text.includes('<include-fragment'),
  };
}

/** What is done with requests, not with answers. */
function inbound(text: string): string {
  const start = text.indexOf('<inbound>');
  const end = text.indexOf('</inbound>');
  return start < 0 || end < start ? text : text.slice(start, end);
}

function isPartlyUnknown(value: Value | undefined): boolean {
  if (value?.kind === 'scalar') return false;
  return value?.kind !== 'pattern' || value.parts.some(isUnknownPart);
}

function isUnknownPart(part: PatternPart): boolean {
  return part === undefined || (typeof part === 'object' && 'named' in part);
}
