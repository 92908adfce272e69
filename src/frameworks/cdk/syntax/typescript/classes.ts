import { opaque } from '../../program/expression.js';
import { bind, innerScope } from '../../program/scope.js';
import { at, lower } from './expressions.js';
import { walkFunction } from './function-declarations.js';
import type { ClassNode, Parameter } from './nodes.js';
import { loweringIn, say, type Walk } from './walk.js';

export function walkClass(walk: Walk, node: ClassNode, exported = false): void {
  const name = node.id?.name ?? '';
  const base = node.superClass ? lower(loweringIn(walk), node.superClass) : undefined;
  walk.classes.push({ name, base, at: at(loweringIn(walk), node.id ?? node) });
  const scope = innerScope(walk.scope);
  bind(scope, 'this', opaque(at(loweringIn(walk), node.id ?? node), 'this'));
  const inner = { ...walk, scope, unit: name, base };
  declareFields(inner, node);
  for (const member of node.body.body) {
    if (member.type !== 'ClassMethod' && member.type !== 'ClassPrivateMethod') continue;
    const isConstructor = member.kind === 'constructor';
    const method = member.key.type === 'Identifier' ? `this.${member.key.name}` : '';
    walkFunction({ ...inner, certainty: isConstructor ? 'once' : 'many' }, member.params as readonly Parameter[], {
      body: member.body,
      name: isConstructor ? name : method,
      exported: isConstructor && exported,
    });
  }
}

function declareFields(walk: Walk, node: ClassNode): void {
  for (const member of node.body.body) {
    if (member.type !== 'ClassProperty' || member.key.type !== 'Identifier' || !member.value) continue;
    bind(walk.scope, `${member.static ? '' : 'this.'}${member.key.name}`, say(walk, member.value));
  }
}
