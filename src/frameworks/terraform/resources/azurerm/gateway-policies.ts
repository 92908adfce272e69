import type { PatternPart, Value } from '../../../../model/value.js';
import { termOf } from '../../../reading/terms.js';
import { type Declared, declaredOf, type Mapping, property, referent, same } from '../cloud.js';
import type { Fields } from '../field.js';

const fields: Fields = same('xml_content', 'xml_link', 'api_name', 'operation_id', 'api_management_id');

const all = 'azurerm_api_management_policy';
const product = 'azurerm_api_management_product_policy';
const api = 'azurerm_api_management_api_policy';
const operation = 'azurerm_api_management_api_operation_policy';

/** The types of policies of a gateway: of all APIs, of products, of one API, of one operation. */
export const gatewayPolicyTypes = [all, product, api, operation] as const;

/** The texts of the policies that hold for an API or operation. */
export interface PolicyTexts {
  readonly text: string;
  /** Policies may be there that could not be read. */
  readonly open: boolean;
}

/** Looks up what holds for an API, or for one of its operations. */
export function policiesIn(mapping: Mapping): (id: string, operation?: string) => PolicyTexts {
  const declared = declaredOf(mapping, Object.fromEntries(gatewayPolicyTypes.map((type) => [type, fields])));
  return (id, op) => {
    const texts = declared.filter((one) => holdsFor(one, id, op)).map((one) => property(one, 'xml_content'));
    const text = texts.map((value) => termOf(value)?.text ?? '').join('\n');
    return { text, open: texts.some(isPartlyUnknown) || text.includes('<include-fragment') };
  };
}

function holdsFor(policy: Declared, id: string, op: string | undefined): boolean {
  if (policy.type === all || policy.type === product) return true;
  const about = referent(property(policy, 'api_name'));
  const isMeant = about === undefined || about === id || about === op;
  if (policy.type === api) return isMeant;
  const target = referent(property(policy, 'operation_id'));
  return isMeant && (op === undefined || target === undefined || target === op);
}

function isPartlyUnknown(value: Value | undefined): boolean {
  if (value?.kind === 'scalar') return false;
  return value?.kind !== 'pattern' || value.parts.some(isUnknownPart);
}

function isUnknownPart(part: PatternPart): boolean {
  return part === undefined || (typeof part === 'object' && 'named' in part);
}
