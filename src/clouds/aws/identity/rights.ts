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
export interface Rights {
  readonly grants: readonly Grant[];
  readonly named: readonly NamedPolicy[];
  readonly open: boolean;
}

export const noRights: Rights = { grants: [], named: [], open: false };
const unknownRights: Rights = { ...noRights, open: true };

export function union(all: readonly Rights[]): Rights {
  return {
    grants: all.flatMap(({ grants }) => grants),
    named: all.flatMap(({ named }) => named),
    open: all.some(({ open }) => open),
  };
}

/** The rights of a policy document. */
export function documentRights(mapping: Mapping, document: Value | undefined, branch?: string): Rights {
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

/** The rights of inline policies: `Policies: [{PolicyName, PolicyDocument}]`. */
export function inlineRights(mapping: Mapping, policies: Value | undefined): Rights {
  const { items, open } = flatten(policies);
  const rights = items.map(({ value, branch }) => documentRights(mapping, valueAt(value, 'PolicyDocument'), branch));
  return union([...rights, { ...noRights, open }]);
}

/** The rights of managed policies by ARN or reference. */
export function managedRights(mapping: Mapping, arns: Value | undefined): Rights {
  const { items, open } = flatten(arns);
  return union([...items.map(({ value, branch }) => managedPolicy(mapping, value, branch)), { ...noRights, open }]);
}

const managedArn = /^arn:(?:\$\{[^}]*\}|[^:]*):iam::aws:policy\/(.+)$/;

/** One managed policy: AWS's own by name or ARN, or one of the stack. */
export function managedPolicy(mapping: Mapping, value: Value, branch: string | undefined): Rights {
  const term = termOf(value);
  if (term === undefined) return unknownRights;
  const declared = term.to === undefined ? undefined : mapping.byId.get(term.to);
  if (declared !== undefined) return declaredPolicy(mapping, declared, branch);
  const [, name = plainName(term.text)] = managedArn.exec(term.text) ?? [];
  if (name === undefined || name.includes('${')) return unknownRights;
  const { at, confidence } = term;
  return namedRights({ name, at, ...(branch !== undefined && { branch }), ...(confidence && { confidence }) });
}

/** The rights that a managed policy of AWS gives. */
export function namedRights({ name, ...policy }: NamedPolicy): Rights {
  return { ...noRights, named: [{ name: withPath(name), ...policy }] };
}

/** SAM takes managed policies by their names alone. */
function plainName(text: string): string | undefined {
  return /^[\w+=,.@-]+(?:\/[\w+=,.@-]+)*$/.test(text) ? text : undefined;
}

function withPath(name: string): string {
  return serviceRolePolicies.has(name) ? `service-role/${name}` : name;
}

function declaredPolicy(mapping: Mapping, declared: Declared, branch: string | undefined): Rights {
  if (declared.type !== 'AWS::IAM::ManagedPolicy') return unknownRights;
  return documentRights(mapping, property(declared, 'PolicyDocument'), branch);
}
