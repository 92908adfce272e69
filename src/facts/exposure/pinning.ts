import type { Condition, ResourcePolicy } from '../../model/identity.js';
import type { Term } from '../../model/resource.js';
import { isUnsaid, type Setting } from '../../model/setting.js';
import { reachOf } from '../iam/arn.js';

/** Conditions on these keys do not say who a caller is. */
const looseKeys: ReadonlySet<string> = new Set([
  'aws:securetransport',
  'aws:useragent',
  'aws:username',
  'aws:referer',
  'aws:currenttime',
  'aws:epochtime',
  'aws:requestedregion',
  'aws:viaawsservice',
  'sns:protocol',
]);

/**
 * True if a statement may fix who its callers are: account, organisation, source, network. What could not be read counts
 * as fixed; wildcards and negations do not.
 */
export function isPinned(policy: ResourcePolicy): boolean {
  if (policy.conditionsOpen) return true;
  const settings = [policy.sourceArn, policy.sourceAccount, policy.organisation];
  return settings.some(pinsSetting) || policy.conditions.some(pins);
}

function pinsSetting(setting: Setting<Term, never>): boolean {
  if (isUnsaid(setting)) return false;
  return setting.kind !== 'known' || !isWild(setting.value.text);
}

export function pins({ operator, key, values, open }: Condition): boolean {
  const name = key.toLowerCase();
  if (looseKeys.has(name) || /not|^null$/i.test(operator)) return false;
  if (name === 'aws:multifactorauthpresent' && values.some(({ text }) => /^false$/i.test(text))) return false;
  return open || values.length === 0 || !values.some(({ text }) => isWild(text));
}

/** True of a condition that everyone meets, whatever it asks about. */
export function isMetByAnyone({ operator, values, open }: Condition): boolean {
  return !open && !/not|^null$/i.test(operator) && values.some(({ text }) => isWild(text));
}

/** A value that anyone fits: `*`, every address, every resource of every account. */
function isWild(text: string): boolean {
  if (text === '0.0.0.0/0' || text === '::/0' || /^(?:arn:[^:]{1,40}:[^:]{1,40}:[^:]{0,40}:)?\*+$/.test(text))
    return true;
  return reachOf(text) !== undefined && /^\**$/.test(accountOf(text));
}

function accountOf(arn: string): string {
  return arn.replace(/\$\{[^}]{0,200}\}/g, 'x').split(':')[4] ?? '';
}

/** The resource that holds a statement, for messages: `OrdersPolicy` of `OrdersPolicy/statement-1`; or whose policy it is. */
export function nameOf({ id, target }: ResourcePolicy): string {
  const name = id.split('/')[0] ?? id;
  return name === target && !isPolicy(name) ? `The resource policy of ${target}` : name;
}

/** A policy that stands for a resource which is declared elsewhere. */
function isPolicy(id: string): boolean {
  return /^\w+_policy\./.test(id);
}

/** What a statement is about, after its name: not said twice. */
export function targetOf(policy: ResourcePolicy, otherwise: string): string {
  const { target } = policy;
  if (target === undefined || isPolicy(target)) return otherwise;
  return nameOf(policy).endsWith(` ${target}`) ? 'it' : target;
}
