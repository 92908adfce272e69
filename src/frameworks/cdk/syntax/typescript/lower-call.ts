import {
  type CallNode,
  type Call as CallParts,
  callOf,
  passedThrough,
  requiredModule,
} from '../../../../languages/javascript/call-nodes.js';
import { type Call, type Expression, type Imported, opaque } from '../../program/expression.js';
import { become } from '../../program/scope.js';
import { at, type Lowering, lower } from './lower-expression.js';

/** A call, or the making of an object. `require` is an import. */
export function lowerCall(lowering: Lowering, node: CallNode): Expression {
  const span = at(lowering, node);
  const parts = callOf(node);
  if (parts.callee.type === 'Import') return opaque(span, 'import');
  if (parts.callee.type === 'Super') return lowerSuper(lowering, parts, span);
  const module = requiredModule(node);
  if (module !== undefined) {
    const imported: Imported = { kind: 'imported', module, name: '*', at: span };
    lowering.imports.push(imported);
    return imported;
  }
  const passed = passedThrough(node);
  if (passed !== undefined) return lower(lowering, passed);
  const callee = lower(lowering, parts.callee);
  const [first] = parts.arguments;
  if (callee.kind === 'member' && /^(?:forEach|map)$/.test(callee.name) && first?.type.endsWith('FunctionExpression')) {
    const isRead = lowering.each(first, callee.of);
    if (isRead) return opaque(span, 'made for each');
  }
  return madeBy(lowering, parts, callee, span);
}

function madeBy(lowering: Lowering, parts: CallParts, callee: Expression, span: Call['at']): Call {
  return {
    kind: 'call',
    callee,
    args: parts.arguments.map((argument) => lower(lowering, argument)),
    creates: parts.creates,
    argsEnd: parts.argumentsEnd,
    open: parts.open,
    at: span,
  };
}

/** A class makes itself what it extends. */
function lowerSuper(lowering: Lowering, parts: CallParts, span: Call['at']): Expression {
  const { base, scope } = lowering;
  if (base === undefined) return opaque(span, 'call of a base class');
  const call: Call = { ...madeBy(lowering, parts, base, span), creates: true, ofBase: true };
  become(scope, call);
  return call;
}
