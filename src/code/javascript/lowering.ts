import type { Identifier, Node } from '@babel/types';
import { type Import, importsIn } from '../../languages/javascript/module-imports.js';
import { bare, spanIn } from '../../languages/javascript/nodes.js';
import type { Script } from '../../languages/javascript/parse-script.js';
import { type Binding, lookUp, type Survey } from '../../languages/javascript/scopes.js';
import { surveyOf } from '../../languages/javascript/survey.js';
import type { Span } from '../../model/span.js';
import type { Expression, FunctionForm, Variable } from '../form.js';

/** What lowering one file needs to know everywhere in it. */
export interface Lowering {
  readonly script: Script;
  readonly survey: Survey;
  readonly imports: ReadonlyMap<string, Import>;
  readonly variables: Map<Binding, Variable>;
  /** Each function once: what is exported is the one that stands in the file. */
  readonly functions: Map<Node, FunctionForm>;
  /** What `this` means at the top of what is being lowered. */
  readonly self: Variable | undefined;
}

export function openLowering(script: Script): Lowering {
  const imports = new Map(
    importsIn(script).flatMap((one) => (one.by === 'require' ? [] : [[one.local, one] as const])),
  );
  return { script, survey: surveyOf(script), imports, variables: new Map(), functions: new Map(), self: undefined };
}

export function spanOf({ script }: Lowering, node: Node): Span {
  return spanIn(script.path, node);
}

/** A name: a variable of the file, what it imports, or a global. One that stands in a type is looked up from `beside`. */
export function nameExpression(lowering: Lowering, node: Identifier, beside: Node = node): Expression {
  const at = spanOf(lowering, node);
  const binding = lookUp(lowering.survey.scopeOf(beside), node.name);
  if (node.name === 'undefined' && binding === undefined) return { kind: 'constant', value: null, at };
  if (binding === undefined) return { kind: 'global', name: node.name, at };
  const imported = binding.scope.kind === 'file' ? lowering.imports.get(node.name) : undefined;
  if (imported !== undefined) return { kind: 'imported', module: imported.module, name: imported.name, at };
  return { kind: 'variable', variable: variableOf(lowering, binding), at };
}

function variableOf({ variables }: Lowering, binding: Binding): Variable {
  const known = variables.get(binding);
  if (known !== undefined) return known;
  const lasts = binding.scope.kind === 'file' && binding.kind !== 'const';
  const variable: Variable = { name: binding.name, ...(lasts && { lasts }) };
  variables.set(binding, variable);
  return variable;
}

/** The variable that a name written as a target declares or is given a value; undefined for members and globals. */
export function targetVariable(lowering: Lowering, node: Node): Variable | undefined {
  const inner = bare(node);
  if (inner.type !== 'Identifier') return undefined;
  const written = nameExpression(lowering, inner);
  return written.kind === 'variable' ? written.variable : undefined;
}
