import type { Grant, NamedPolicy } from '../../../model/identity.js';
import type { Value } from '../../../model/value.js';
import { valueAt } from '../../../model/value.js';
import { flatten } from '../../values/branches.js';
import { termOf } from '../../values/terms.js';
import { type Mapping, property } from '../mapping.js';
import { type PolicyStatement, readPolicyDocument } from '../policies/document.js';
import type { Declared } from '../template.js';
import { serviceRolePolicies } from './managed-policies.data.js';

/** What an identity may do: statements, managed policies by name, and whether there may be more. */
export interface Permissions {
  readonly grants: readonly Grant[];
  readonly named: readonly NamedPolicy[];
  readonly open: boolean;
}

export const noPermissions: Permissions = { grants: [], named: [], open: false };
const unknownPermissions: Permissions = { ...noPermissions, open: true };

export function union(all: readonly Permissions[]): Permissions {
  return {
    grants: all.flatMap(({ grants }) => grants),
    named: all.flatMap(({ named }) => named),
    open: all.some(({ open }) => open),
  };
}

/** The permissions of a policy document. */
export function documentPermissions(mapping: Mapping, document: Value | undefined, branch?: string): Permissions {
  const { statements, open } = readPolicyDocument(document, mapping.reading, branch);
  return { grants: statements.map(grantOf), named: [], open };
}

function grantOf(statement: PolicyStatement): Grant {
  const {
    principals: _who,
    principalsOpen: _open,
    exceptPrincipals: _except,
    addCondition: _add,
    ...grant
  } = statement;
  return { ...grant, origin: 'statement' };
}

/** The permissions of inline policies: `Policies: [{PolicyName, PolicyDocument}]`. */
export function inlinePermissions(mapping: Mapping, policies: Value | undefined): Permissions {
  const { items, open } = flatten(policies);
  const permissions = items.map(({ value, branch }) =>
    documentPermissions(mapping, valueAt(value, 'PolicyDocument'), branch),
  );
  return union([...permissions, { ...noPermissions, open }]);
}

/** The permissions of managed policies by ARN or reference. */
export function managedPermissions(mapping: Mapping, arns: Value | undefined): Permissions {
  const { items, open } = flatten(arns);
  return union([
    ...items.map(({ value, branch }) => managedPolicy(mapping, value, branch)),
    { ...noPermissions, open },
  ]);
}

const managedArn = /^arn:(?:\$\{[^}]*\}|[^:]*):iam::aws:policy\/(.+)$/;

/** One managed policy: AWS's own by name or ARN, or one of the stack. */
export function managedPolicy(mapping: Mapping, value: Value, branch: string | undefined): Permissions {
  const term = termOf(value);
  if (term === undefined) return unknownPermissions;
  const declared = term.to === undefined ? undefined : mapping.byId.get(term.to);
  if (declared !== undefined) return declaredPolicy(mapping, declared, branch);
  const [, name = plainName(term.text)] = managedArn.exec(term.text) ?? [];
  if (name === undefined || name.includes('${')) return unknownPermissions;
  const { at, confidence } = term;
  return namedPermissions({ name, at, ...(branch !== undefined && { branch }), ...(confidence && { confidence }) });
}

/** The permissions that a managed policy of AWS gives. */
export function namedPermissions({ name, ...policy }: NamedPolicy): Permissions {
  return { ...noPermissions, named: [{ name: withPath(name), ...policy }] };
}

/** SAM takes managed policies by their names alone. */
function plainName(text: string): string | undefined {
  return /^[\w+=,.@-]+(?:\/[\w+=,.@-]+)*$/.test(text) ? text : undefined;
}

function withPath(name: string): string {
  return serviceRolePolicies.has(name) ? `service-role/${name}` : name;
}

function declaredPolicy(mapping: Mapping, declared: Declared, branch: string | undefined): Permissions {
  if (declared.type !== 'AWS::IAM::ManagedPolicy') return unknownPermissions;
  return documentPermissions(mapping, property(declared, 'PolicyDocument'), branch);
}
