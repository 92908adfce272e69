import type { Grant } from '../../../model/identity.js';
import { type MapEntry, type MapValue, type Value, valueAt } from '../../../model/value.js';
import { type Branched, flatten } from '../../values/branches.js';
import { termOf } from '../../values/terms.js';
import { grantFrom } from '../identity/derived-grants.js';
import {
  documentPermissions,
  managedPolicy,
  noPermissions,
  type Permissions,
  union,
} from '../identity/role-permissions.js';
import { entriesOf, type Mapping } from '../mapping.js';
import { policyTemplates } from './policy-templates.data.js';

/** SAM's `Policies`: managed policies, policy documents and policy templates, one or a list. */
export function samPolicies(mapping: Mapping, policies: Value | undefined): Permissions {
  const { items, open } = flatten(policies);
  return union([...items.map((item) => samPolicy(mapping, item)), { ...noPermissions, open }]);
}

function samPolicy(mapping: Mapping, { value, branch }: Branched): Permissions {
  if (value.kind !== 'map') return managedPolicy(mapping, value, branch);
  if (valueAt(value, 'Statement') !== undefined) return documentPermissions(mapping, value, branch);
  const document = valueAt(value, 'PolicyDocument');
  return document === undefined ? templates(mapping, value, branch) : documentPermissions(mapping, document, branch);
}

function templates(mapping: Mapping, map: MapValue, branch: string | undefined): Permissions {
  const known = map.entries.map((entry) => template(mapping, entry, branch));
  return union([...known, { ...noPermissions, open: map.open || map.entries.length === 0 }]);
}

function template(mapping: Mapping, entry: MapEntry, branch: string | undefined): Permissions {
  const found = policyTemplates.get(entry.key);
  if (found === undefined) return { ...noPermissions, open: true };
  const parameters = new Map(entriesOf(entry.value).map(({ key, value }) => [key, termOf(value)]));
  const grants = found.statements.map((statement): Grant => {
    const origin = { origin: 'template', name: entry.key, at: entry.keyAt, branch } as const;
    return grantFrom(mapping, statement, { ...origin, parameters });
  });
  return { ...noPermissions, grants };
}
