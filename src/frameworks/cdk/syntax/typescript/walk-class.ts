import type { Class } from '@babel/types';
import { keyOf } from '../../../../languages/javascript/literals.js';
import { isMethod } from '../../../../languages/javascript/nodes.js';
import { opaque } from '../../program/expression.js';
import { bind, innerScope } from '../../program/scope.js';
import { at, lower } from './lower-expression.js';
import { loweringIn, say } from './say.js';
import type { Walk } from './walk.js';
import { walkFunction } from './walk-function.js';

export function walkClass(walk: Walk, node: Class, exported = false): void {
  const name = node.id?.name ?? '';
  const base = node.superClass ? lower(loweringIn(walk), node.superClass) : undefined;
  walk.classes.push({ name, base, at: at(loweringIn(walk), node.id ?? node) });
  const scope = innerScope(walk.scope);
  bind(scope, 'this', opaque(at(loweringIn(walk), node.id ?? node), 'this'));
  const inner = { ...walk, scope, unit: name, base };
  declareFields(inner, node);
  for (const member of node.body.body) {
    if (!isMethod(member)) continue;
    const isConstructor = member.kind === 'constructor';
    const key = keyOf(member);
    const method = key === undefined ? '' : `this.${key}`;
    walkFunction({ ...inner, certainty: isConstructor ? 'once' : 'many' }, member.params, {
      body: member.body,
      name: isConstructor ? name : method,
      exported: isConstructor && exported,
    });
  }
}

function declareFields(walk: Walk, node: Class): void {
  for (const member of node.body.body) {
    if (member.type !== 'ClassProperty' && member.type !== 'ClassPrivateProperty') continue;
    const key = keyOf(member);
    if (key === undefined || !member.value) continue;
    bind(walk.scope, `${member.static ? '' : 'this.'}${key}`, say(walk, member.value));
  }
}
