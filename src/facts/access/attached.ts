import type { Principal, ResourcePolicy, Role, TrustStatement } from '../../model/identity.js';
import type { Term } from '../../model/resource.js';
import type { Setting } from '../../model/setting.js';
import { letsAnyoneIn } from '../exposure/outsiders.js';
import { factOf, type Requirement, requirementsOf, unread } from './conditions.js';
import type { AccessSide } from './role-changes.js';
import { type Statement, statementFrom } from './statement.js';

/** One statement of a resource with those it is about. */
export interface Addressed {
  readonly statement: Statement;
  readonly principals: readonly Principal[];
  readonly except: boolean;
}

/** What is attached to one resource. */
export interface Attached {
  readonly statements: readonly Addressed[];
  readonly open: boolean;
}

export const nothing: Attached = { statements: [], open: false };

/** The policies of a stack's resources and the trust of its roles, by the id of what they are attached to. */
export function attachedIn({ model, names }: AccessSide): ReadonlyMap<string, Attached> {
  const all = new Map<string, Attached>();
  const add = (id: string, statements: readonly Addressed[], open: boolean) => {
    const known = all.get(id) ?? nothing;
    all.set(id, { statements: [...known.statements, ...statements], open: known.open || open });
  };
  // Guards of a bucket take no notice of statements that let everyone in.
  const guarded = new Set(
    model.stores.flatMap(({ id, publicAccess }) => (publicAccess?.ignores?.statements === true ? [id] : [])),
  );
  for (const policy of model.resourcePolicies) {
    if (guarded.has(policy.target ?? '') && letsAnyoneIn(policy)) continue;
    const { target, id, principalsOpen, actions, resources, effect } = policy;
    const isOpen = principalsOpen || actions.open || resources.open || effect === 'unknown';
    add(target ?? id, ofPolicy(policy, names.write), isOpen);
  }
  for (const role of model.roles) for (const one of role.trust) add(role.id, ofTrust(one, role), one.principalsOpen);
  return all;
}

function ofPolicy(policy: ResourcePolicy, write: (text: string) => string): readonly Addressed[] {
  const { effect, actions, resources, principals, exceptPrincipals, permission } = policy;
  if (effect === 'unknown') return [];
  const texts = resources.terms.map(({ text }) => write(text));
  const statement = statementFrom({
    effect,
    actions: { texts: actions.terms.map(({ text }) => text), except: false },
    resources: { texts: texts.length === 0 || permission ? ['*'] : texts, except: false },
    when: [...requirementsOf(policy), ...(permission ? pinsOf(policy) : [])],
    name: policy.id,
  });
  return [{ statement, principals, except: exceptPrincipals }];
}

/** What the plain form of a permission asks for beside its principal. */
function pinsOf({ sourceArn, sourceAccount, organisation, urlAuth }: ResourcePolicy): readonly Requirement[] {
  return [
    ...asked(sourceArn, 'arnlike', 'aws:SourceArn', textOf),
    ...asked(sourceAccount, 'stringequals', 'aws:SourceAccount', textOf),
    ...asked(organisation, 'stringequals', 'aws:PrincipalOrgID', textOf),
    ...asked(urlAuth, 'stringequals', 'lambda:FunctionUrlAuthType', String),
  ];
}

function textOf({ text }: Term): string {
  return text;
}

function asked<T>(setting: Setting<T, never>, operator: string, key: string, text: (value: T) => string) {
  if (setting.kind === 'absent' || setting.kind === 'none') return [];
  const value = setting.kind === 'known' ? text(setting.value) : unread;
  return [{ negated: false, facts: [factOf(operator, key.toLowerCase(), value)], key }];
}

function ofTrust(
  { effect, actions, notActions, principals, conditions }: TrustStatement,
  role: Role,
): readonly Addressed[] {
  if (effect === 'unknown') return [];
  const except = (notActions?.terms.length ?? 0) > 0;
  const statement = statementFrom({
    effect,
    actions: { texts: (except ? (notActions?.terms ?? []) : actions.terms).map(({ text }) => text), except },
    resources: { texts: ['*'], except: false },
    when: requirementsOf({ conditions, conditionsOpen: false }),
    name: role.id,
  });
  return [{ statement, principals, except: false }];
}
