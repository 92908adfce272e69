import type { NamedPolicy } from '../../model/identity.js';
import { azureRoles, azureStorage, googleRoles } from './cloud-roles.data.js';
import { type Statement, statementFrom } from './statement.js';

/** What a role of another cloud lets its holder do, where the role is known and so is what it is bound on. */
export function cloudRole(policy: NamedPolicy, write: (text: string) => string): readonly Statement[] | undefined {
  const { name, scope, on, conditional, branch, confidence } = policy;
  if (scope === undefined || conditional === true || branch !== undefined || confidence === 'low') return undefined;
  const actions = namedActions(name);
  const where = scope === 'project' ? '*' : scope === 'resource' && on !== undefined ? `\${${on}}` : undefined;
  if (actions === undefined || where === undefined) return undefined;
  const resources = { texts: [write(where)], except: false };
  return [statementFrom({ effect: 'allow', actions: { texts: actions, except: false }, resources, when: [], name })];
}

const roles: ReadonlyMap<string, string> = new Map(Object.entries({ ...azureRoles, ...googleRoles }));

const spelled: { all?: ReadonlyMap<string, string> } = {};

/** An action as its cloud spells it; undefined if no known role has it. */
export function spelledAction(text: string): string | undefined {
  spelled.all ??= new Map(
    [...roles.keys()].flatMap((name) => (namedActions(name) ?? []).map((one) => [one.toLowerCase(), one])),
  );
  return spelled.all.get(text.toLowerCase());
}

/** By name; of a role that a stack defines itself, its permissions come one by one: `storage.objects.get`. */
export function namedActions(name: string): readonly string[] | undefined {
  if (/^[a-z]\w*\.[a-z]\w*\.\w+$/.test(name)) return [name];
  return roles.get(name)?.split(' ').flatMap(unfolded);
}

/** `a/{b,c}` as `a/b` and `a/c`. */
function unfolded(written: string): readonly string[] {
  const full = written.replace(/^@\//, azureStorage);
  const open = full.indexOf('{');
  if (open < 0) return [full];
  return full
    .slice(open + 1, -1)
    .split(',')
    .map((end) => `${full.slice(0, open)}${end}`);
}
