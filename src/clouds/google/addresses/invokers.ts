import type { Auth } from '../../../model/api.js';
import { fixed, type Setting, unknown } from '../../../model/setting.js';
import { textOf } from '../../../model/value.js';
import { type Declared, type GoogleStack, property } from '../google-stack.js';
import { isEverybody, isInvoker } from '../identity/google-bindings.js';

/** Nobody may call without a binding; everybody where `allUsers` has it. */
export function invokersOf(declared: Declared, { bindings, open }: GoogleStack): Setting<Auth> {
  const own = bindings.filter(({ on, role }) => on === declared.id && isInvoker(role));
  const iap = property(declared, 'iapEnabled');
  if (iap !== undefined && textOf(iap) !== 'false') return fixed<Auth, Auth>({ kind: 'iam' }, iap.at);
  const disabled = property(declared, 'invokerIamDisabled');
  if (textOf(disabled) === 'true') return fixed<Auth, Auth>({ kind: 'none' }, disabled?.at ?? declared.at);
  const everybody = own.find(({ member }) => isEverybody(member));
  if (everybody !== undefined) {
    // Where its resource says nothing else, the binding is taken away.
    const write = ({ kind }: Auth) => (kind === 'iam' ? everybody.remove?.() : undefined);
    return { kind: 'known', value: { kind: 'none' }, at: everybody.memberAt, confidence: 'high', write };
  }
  if (declared.closed !== undefined) return fixed<Auth, Auth>({ kind: 'iam' }, declared.closed);
  const hidden = own.find(({ member, account }) => member === undefined && account === undefined);
  if (hidden !== undefined) return unknown(hidden.memberAt, 'members');
  const [named] = own;
  if (open && named === undefined) return unknown(declared.at, 'invokers are bound elsewhere');
  return fixed<Auth, Auth>({ kind: 'iam' }, open ? (named?.memberAt ?? declared.at) : declared.at);
}
