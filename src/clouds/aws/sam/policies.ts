import type { Grant } from '../../../model/identity.js';
import { type MapEntry, type MapValue, type Value, valueAt } from '../../../model/value.js';
import { type Branched, flatten } from '../../values/branches.js';
import { termOf } from '../../values/terms.js';
import { grantFrom } from '../identity/derived-grants.js';
import { documentRights, managedPolicy, noRights, type Rights, union } from '../identity/rights.js';
import { entriesOf, type Mapping } from '../mapping.js';
import { policyTemplates } from './policy-templates.data.js';

/** SAM's `Policies`: managed policies, policy documents and policy templates, one or a list. */
export function samPolicies(mapping: Mapping, policies: Value | undefined): Rights {
  const { items, open } = flatten(policies);
  return union([...items.map((item) => samPolicy(mapping, item)), { ...noRights, open }]);
}

function samPolicy(mapping: Mapping, { value, branch }: Branched): Rights {
  if (value.kind !== 'map') return managedPolicy(mapping, value, branch);
  if (valueAt(value, 'Statement') !== undefined) return documentRights(mapping, value, branch);
  const document = valueAt(value, 'PolicyDocument');
  return document === undefined ? templates(mapping, value, branch) : documentRights(mapping, document, branch);
}

function templates(mapping: Mapping, map: MapValue, branch: string | undefined): Rights {
  const known = map.entries.map((entry) => template(mapping, entry, branch));
  return union([...known, { ...noRights, open: map.open || map.entries.length === 0 }]);
}

function template(mapping: Mapping, entry: MapEntry, branch: string | undefined): Rights {
  const found = policyTemplates.get(entry.key);
  if (found === undefined) return { ...noRights, open: true };
  const parameters = new Map(entriesOf(entry.value).map(({ key, value }) => [key, termOf(value)]));
  const grants = found.statements.map((statement): Grant => {
    const origin = { origin: 'template', name: entry.key, at: entry.keyAt, branch } as const;
    return grantFrom(mapping, statement, { ...origin, parameters });
  });
  return { ...noRights, grants };
}
