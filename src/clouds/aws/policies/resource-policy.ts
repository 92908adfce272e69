import type { Condition, ResourcePolicy } from '../../../model/identity.js';
import type { Literal } from '../../../model/literal.js';
import type { Term } from '../../../model/resource.js';
import { absent, type Setting, unknown } from '../../../model/setting.js';
import type { Span } from '../../../model/span.js';
import { type PolicyDocument, type PolicyStatement, withUniqueIds } from './document.js';

/** What a statement is attached to. */
export interface PolicyOwner {
  readonly id: string;
  readonly type: string;
  readonly whole: Span;
  readonly targetKind: ResourcePolicy['targetKind'];
  readonly target: string | undefined;
}

/** Every statement of a policy document as a resource policy of its own. */
export function resourcePoliciesOf({ statements }: PolicyDocument, owner: PolicyOwner): readonly ResourcePolicy[] {
  return withUniqueIds(statements).map((statement) => resourcePolicyOf(statement, owner));
}

function resourcePolicyOf(statement: PolicyStatement, owner: PolicyOwner): ResourcePolicy {
  const pinned = (key: string, operator: string) => pinnedBy(statement, key, operator);
  return {
    kind: 'resource-policy',
    id: `${owner.id}/${statement.id}`,
    type: owner.type,
    at: statement.at,
    whole: owner.whole,
    targetKind: owner.targetKind,
    target: owner.target,
    permission: false,
    effect: statement.effect,
    principals: statement.principals,
    principalsOpen: statement.principalsOpen,
    exceptPrincipals: statement.exceptPrincipals,
    actions: statement.actions,
    resources: statement.resources,
    conditions: statement.conditions,
    conditionsOpen: statement.conditionsOpen,
    sourceArn: pinned('aws:SourceArn', 'ArnLike'),
    sourceAccount: pinned('aws:SourceAccount', 'StringEquals'),
    organisation: pinned('aws:PrincipalOrgID', 'StringEquals'),
    urlAuth: absent(statement.at),
    addCondition: statement.addCondition,
    ...(statement.branch !== undefined && { branch: statement.branch }),
  };
}

const pinning = /^(?:ForAnyValue:)?(?:StringEquals|StringEqualsIgnoreCase|StringLike|ArnEquals|ArnLike)(?:IfExists)?$/;

function pinnedBy(statement: PolicyStatement, key: string, operator: string): Setting<Term, Literal> {
  const { at, conditions, conditionsOpen } = statement;
  const write = (value: Literal) => statement.addCondition(operator, key, value);
  const condition = conditions.find((candidate) => isPinning(candidate, key));
  if (condition === undefined) {
    return conditionsOpen ? unknown(at, 'open condition') : { kind: 'absent', at, write };
  }
  const value = condition.values.find((term) => term.text.includes('*')) ?? condition.values[0];
  if (value === undefined || condition.open) return unknown(at, 'open condition');
  return { kind: 'known', value, at: value.at, confidence: 'high', write: () => undefined };
}

function isPinning(condition: Condition, key: string): boolean {
  return condition.key.toLowerCase() === key.toLowerCase() && pinning.test(condition.operator);
}
