import type { NamedPolicy, Role } from '../../model/identity.js';
import type { Model } from '../../model/model.js';
import { bindingOutput } from '../events/writes.data.js';
import { cloudRole } from './cloud-roles.js';
import { destinationStatements } from './destinations.js';
import { managedPolicy } from './managed.js';
import { type StackNames, stackNames } from './stack-arns.js';
import { type Documents, isPartlyRead, type Statement, statementOf } from './statement.js';

/** What decides about each role of a stack, by the role's id. */
export function documentsIn(model: Model, names: StackNames = stackNames(model)): ReadonlyMap<string, Documents> {
  const roles = new Map(model.roles.map((role) => [role.id, role]));
  return new Map(model.roles.map((role) => [role.id, documentsOf(role, roles, { model, names })]));
}

interface Source {
  readonly model: Model;
  readonly names: StackNames;
}

function documentsOf(role: Role, roles: ReadonlyMap<string, Role>, { model, names }: Source): Documents {
  const named = role.named.map((policy) => ({ policy, statements: ofNamed(policy) }));
  const known = role.named.flatMap((policy) => {
    const statements = cloudRole(policy, names.write);
    return statements === undefined ? [] : [{ policy, words: wordsOf(policy), statements }];
  });
  const isKnown = (one: NamedPolicy) => known.some(({ policy }) => policy === one);
  return {
    statements: [
      ...ofGrants(role, names),
      ...destinationStatements(role, model, names),
      ...named.flatMap(({ statements = [] }) => statements),
    ],
    boundary: boundaryOf(role, roles, names),
    open: role.open || role.grants.some(isPartlyRead),
    unread: named.flatMap(({ policy, statements }) =>
      statements === undefined && !isKnown(policy) ? [wordsOf(policy)] : [],
    ),
    roles: known.map(({ words, statements }) => ({ words, statements })),
  };
}

function ofGrants({ grants, implied = [] }: Role, names: StackNames): readonly Statement[] {
  // What an output binding does is ours to say, no permission of the platform.
  const written = grants.filter(({ actions }) => !actions.terms.some(({ text }) => text === bindingOutput));
  return [...written, ...implied].flatMap((grant) => statementOf(grant, names) ?? []);
}

/** A policy of AWS in full, under the condition of its branch if it has one. */
function ofNamed({ name, scope, branch }: NamedPolicy): readonly Statement[] | undefined {
  const statements = scope === undefined ? managedPolicy(name) : undefined;
  if (statements === undefined || branch === undefined) return statements;
  const only = { negated: false, facts: [`branch ${branch}`], key: `branch ${branch}` };
  return statements.map((one) => ({ ...one, when: [...one.when, only], key: `${branch} ${one.key}` }));
}

function wordsOf({ name, scope, on }: NamedPolicy): string {
  const where = on ?? (scope === undefined || scope === 'unknown' ? undefined : `the ${scope}`);
  return where === undefined ? name : `${name} on ${where}`;
}

function boundaryOf(role: Role, roles: ReadonlyMap<string, Role>, names: StackNames): Documents['boundary'] {
  const { boundary } = role;
  if (boundary.kind === 'absent' || boundary.kind === 'none') return undefined;
  if (boundary.kind !== 'known') return `boundary of ${role.id}`;
  const declared = roles.get(boundary.value);
  if (declared !== undefined) {
    return declared.open || declared.grants.some(isPartlyRead) ? boundary.value : ofGrants(declared, names);
  }
  const [, aws] = /^arn:[^:]{1,20}:iam::aws:policy\/(.{1,200})$/.exec(boundary.value) ?? [];
  return (aws === undefined ? undefined : managedPolicy(aws)) ?? boundary.value;
}
