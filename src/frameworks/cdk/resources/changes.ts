import { type Construction, type Invocation, propertiesOf } from '../constructs/construct.js';
import { calledKey } from '../program/called-once.js';
import type { Call, Expression } from '../program/expression.js';
import { resolve } from '../program/scope.js';
import type { Synthesis } from '../synthesis/synthesis.js';
import { isOverride, override } from './overrides.js';

/** Functions of libraries that tell other tools what to leave out. */
const comments = /^addCfnSuppressRules$/;

/** A function or method of the program itself, which may do anything with what it is given. */
function isHelper({ callee }: Call, isKnown: (method: string) => boolean): boolean {
  if (callee.kind === 'name') return !comments.test(callee.name);
  return callee.kind === 'member' && callee.of.kind === 'name' && callee.of.name === 'this' && !isKnown(callee.name);
}

/** What an invocation may change past what is seen of it is not known whole any more. */
export function openChanged(synthesis: Synthesis, invocation: Invocation, isKnown: (method: string) => boolean): void {
  if (isOverride(invocation) && !isInert(invocation) && !override(synthesis, invocation))
    openUp(synthesis, invocation.on);
  if (!isHelper(invocation.call, isKnown)) return;
  for (const argument of changedBy(synthesis.construction, invocation.call, isKnown)) openUp(synthesis, argument);
}

function openUp(synthesis: Synthesis, on: Expression): void {
  const { byCall } = synthesis.construction;
  const construct = byCall.get(ownerOf(on, (at) => byCall.has(at)));
  if (construct === undefined) return;
  for (const [id, draft] of synthesis.drafts) {
    if (id === construct.id || id.startsWith(`${construct.id}/`)) draft.open = true;
  }
}

/** Comments, conditions and such, which set no property. */
function isInert({ on, method }: Pick<Invocation, 'on' | 'method'>): boolean {
  let at = on;
  for (let step = 0; step < 8 && at.kind === 'member' && at.name !== 'cfnOptions'; step++) at = resolve(at.of);
  return method === 'cfnOptions' || method === 'addMetadata' || (at.kind === 'member' && at.name === 'cfnOptions');
}

/** What a chain of properties and calls begins at. */
function ownerOf(on: Expression, isEnd: (at: Expression) => boolean): Expression {
  let at = resolve(on);
  for (let step = 0; step < 8 && !isEnd(at); step++) {
    if (at.kind === 'member') at = resolve(at.of);
    else if (at.kind === 'call' && at.callee.kind === 'member') at = resolve(at.callee.of);
  }
  return at;
}

/** What is given to a function, as far as that may change it; one whose text is here and leaves it alone does not. */
function changedBy(
  construction: Construction,
  call: Call,
  isKnown: (method: string) => boolean,
): readonly Expression[] {
  const unit = construction.units.get(calledKey(construction, call.callee) ?? '');
  if (unit === undefined || call.open) return call.args;
  const isSeen = construction.once.has(call) && (!unit.exported || construction.whole);
  const changed = changedInside(construction, isKnown);
  return call.args.filter((_, index) => {
    const name = unit.parameters[index] ?? '';
    const parameter = unit.scope.names.get(name);
    if (parameter === undefined) return true;
    const isOneOfSome = parameter.kind === 'alternative' && construction.shared.has(parameter);
    if (isSeen || (construction.shared.has(parameter) && !isOneOfSome)) return false;
    return !(isOneOfSome || parameter.kind === 'opaque') || changed.has(parameter);
  });
}

/** Methods that add something beside what they are called on, or give a right: nothing that it says itself changes. */
const harmless =
  /^(?:with_?|grant\w*|metric\w*|add(?:CorsPreflight|Dependency|EventNotification|Method|Proxy|Resource|Routes?|Subscription|Target)|(?:get|resourceFor)\w+|applyRemovalPolicy)$/;

/** Constructs that say something about another that they are given. */
const additions = /(?:Policy|\.EventInvokeConfig|\.FunctionUrl|\.CfnPermission)$/;

const changes = new WeakMap<Construction, ReadonlySet<Expression>>();

/** The parameters that functions change otherwise than in ways that are harmless. */
function changedInside(construction: Construction, isKnown: (method: string) => boolean): ReadonlySet<Expression> {
  const before = changes.get(construction);
  if (before !== undefined) return before;
  const found = new Set<Expression>();
  const add = (expression: Expression) => found.add(ownerOf(expression, ({ kind }) => kind === 'opaque'));
  for (const { on, method, call } of construction.invocations) {
    if (isHelper(call, isKnown)) call.args.forEach(add);
    else if (!isInert({ on, method }) && (isOverride({ method, call }) || !harmless.test(method))) add(on);
  }
  for (const { type, call } of construction.constructs) {
    const properties = additions.test(type) ? propertiesOf(call) : 'none';
    for (const { value } of typeof properties === 'string' ? [] : properties.entries) {
      const given = resolve(value);
      for (const one of given.kind === 'list' ? given.items : [given]) add(one);
    }
  }
  changes.set(construction, found);
  return found;
}
