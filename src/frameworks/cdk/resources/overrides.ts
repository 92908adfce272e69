import type { Value } from '../../../model/value.js';
import { type Construct, constructOf, type Invocation } from '../constructs/construct.js';
import type { Expression } from '../program/expression.js';
import { resolve } from '../program/scope.js';
import { type Draft, isValue, put } from '../synthesis/draft.js';
import type { Synthesis } from '../synthesis/synthesis.js';
import { lowerValue, ownerOf } from '../values/construct-value.js';
import { capital, resourceType, spelled } from './plain.js';

const methods = /^add(?:Property)?(?:Deletion)?Override$/;

/** Something is set on a resource past its own properties. */
export function isOverride({ method, call }: Pick<Invocation, 'method' | 'call'>): boolean {
  return methods.test(method) || (call.open && !call.creates);
}

/** Sets what is said of one property of one resource; false if it is not known which. */
export function override(synthesis: Synthesis, { on, method, call, certainty }: Invocation): boolean {
  const draft = draftOf(synthesis, on);
  const [first, second] = call.args;
  if (draft === undefined || first === undefined) return false;
  if (!methods.test(method)) {
    set(
      draft,
      [capital(method)],
      certainty === 'maybe' ? unknownAt(call.at) : spelled(method, lowerValue(synthesis.construction, first)),
    );
    return true;
  }
  const written = resolve(first);
  if (written.kind !== 'literal') return false;
  const names = String(written.value).split('.');
  if (!method.startsWith('addProperty') && names.shift() !== 'Properties') return true;
  const isKnown = certainty !== 'maybe' && !/Deletion/.test(method);
  const value = second && isKnown ? lowerValue(synthesis.construction, second) : undefined;
  set(draft, names, value ?? unknownAt(call.at));
  return names[0] !== '';
}

function unknownAt(at: Value['at']): Value {
  return { kind: 'unknown', at, because: 'set past its properties' };
}

function set(draft: Draft, names: readonly string[], value: Value): void {
  const [first = ''] = names;
  const before = draft.properties.entries.get(first)?.node;
  const isWhole = names.length === 1 || before === undefined || !isValue(before);
  const isPlain = names.every((name) => /^[A-Z]\w*$/.test(name));
  put(draft, isWhole && isPlain ? names : [first], isWhole && isPlain ? value : unknownAt(value.at), value.at);
}

/** The resource that `construct.node.defaultChild` is, or a construct that is one resource. */
function draftOf({ construction, drafts }: Synthesis, on: Expression): Draft | undefined {
  const of = resolve(on);
  const isChild =
    of.kind === 'member' && of.name === 'defaultChild' && of.of.kind === 'member' && of.of.name === 'node';
  const owner = isChild && of.of.kind === 'member' ? resolve(of.of.of) : of;
  const construct = constructOf(construction, owner);
  if (construct !== undefined) return isChild || isResource(construct) ? drafts.get(construct.id) : undefined;
  if (!isChild) return undefined;
  if (owner.kind === 'member') return drafts.get(ownerOf(construction, owner) ?? '');
  if (owner.kind !== 'call') return undefined;
  const { start, end, path } = owner.at;
  return [...drafts.values()].find(({ whole }) => whole.path === path && whole.start === start && whole.end === end);
}

function isResource({ type }: Construct): boolean {
  return resourceType(type) !== undefined;
}
