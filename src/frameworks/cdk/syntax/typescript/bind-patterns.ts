import type { Node } from '@babel/types';
import { spanIn } from '../../../../languages/javascript/nodes.js';
import { targetsOf } from '../../../../languages/javascript/patterns.js';
import { type Expression, opaque, type Scope } from '../../program/expression.js';
import { assign, bind } from '../../program/scope.js';

interface Into {
  readonly scope: Scope;
  readonly source: { readonly path: string };
}

/** Names that are given a value, or parts of it; one that has a value of its own in place of `undefined` is not followed. */
export function bindPattern({ scope, source }: Into, pattern: Node, value: Expression, isGiven: boolean): void {
  for (const { node, path, otherwise } of targetsOf(pattern)) {
    if (node.type !== 'Identifier' || otherwise !== undefined || (path.length === 0 && !isGiven)) continue;
    let part: Expression | undefined = value;
    for (const step of path)
      part =
        part && step.kind === 'property'
          ? { kind: 'member', of: part, name: step.name, at: spanIn(source.path, node) }
          : undefined;
    if (part !== undefined) bind(scope, node.name, part);
  }
}

/** Binds a parameter, and says by which name it is known inside. */
export function bindParameter(into: Into, parameter: Node): string {
  const { scope, source } = into;
  const at = spanIn(source.path, parameter);
  if (parameter.type === 'AssignmentPattern') return bindParameter(into, parameter.left);
  if (parameter.type === 'TSParameterProperty') {
    const name = bindParameter(into, parameter.parameter);
    assign(scope, `this.${name}`, { kind: 'name', name, scope, at });
    return name;
  }
  if (parameter.type !== 'Identifier' && parameter.type !== 'ObjectPattern') return '';
  const name = parameter.type === 'Identifier' ? parameter.name : `{${at.start}}`;
  bind(scope, name, opaque(at, 'parameter'));
  if (parameter.type === 'ObjectPattern') bindPattern(into, parameter, { kind: 'name', name, scope, at }, true);
  return name;
}
