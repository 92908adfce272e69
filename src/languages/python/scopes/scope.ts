import type { Span } from '../../../model/span.js';
import type { Comprehension, Expression, Lambda, Parameter } from '../syntax/expression.js';
import type { Pattern } from '../syntax/pattern.js';
import type { ClassDefinition, FunctionDefinition, Import } from '../syntax/statement.js';

/** The position in a sequence; what stands after a rest is counted from the end, from -1. */
export type Step = number | 'rest';

/** What gives a name, an attribute or an item its value. */
export type Meaning =
  | { readonly kind: 'value'; readonly value: Expression }
  /** `name += value`. */
  | { readonly kind: 'update'; readonly operator: string; readonly value: Expression }
  /** One item after the other, in a loop. */
  | { readonly kind: 'item'; readonly of: Expression }
  /** `with of as name`. */
  | { readonly kind: 'entered'; readonly of: Expression }
  /** `except of as name`. */
  | { readonly kind: 'caught'; readonly of: Expression | undefined }
  /** A part of `match of`, taken by a `case`. */
  | { readonly kind: 'matched'; readonly of: Expression; readonly by: Pattern }
  | { readonly kind: 'parameter'; readonly parameter: Parameter }
  | { readonly kind: 'import'; readonly imported: Import }
  | { readonly kind: 'definition'; readonly definition: FunctionDefinition | ClassDefinition }
  /** `name: annotation` without a value. */
  | { readonly kind: 'declared' }
  | { readonly kind: 'deleted' };

/** One place where a name is given a meaning. */
export interface Binding {
  readonly name: string;
  readonly at: Span;
  readonly meaning: Meaning;
  readonly within: readonly Step[];
}

/** What makes names of its own; the module has none around it. */
export type ScopeOwner = FunctionDefinition | ClassDefinition | Lambda | Comprehension;

/** The names of a module, a function, a class or a comprehension. */
export interface Scope {
  readonly kind: 'module' | 'function' | 'class' | 'comprehension';
  readonly around: Scope | undefined;
  /** Every place that gives a name a meaning here, in the order of the text. */
  readonly bindings: ReadonlyMap<string, readonly Binding[]>;
  /** Names that belong to another scope here. */
  readonly elsewhere: ReadonlyMap<string, 'global' | 'nonlocal'>;
}

/** Every place where a name that is used in a scope is given a meaning; none for what the language brings. */
export function bindingsOf(scope: Scope, name: string): readonly Binding[] {
  return homeOf(scope, name)?.bindings.get(name) ?? [];
}

/** The scope that a name belongs to. The names of a class are not seen from the functions in it. */
function homeOf(scope: Scope, name: string): Scope | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.around) {
    if (at.elsewhere.get(name) === 'global') return moduleOf(at);
    if ((at === scope || at.kind !== 'class') && at.bindings.has(name)) return at;
  }
  return undefined;
}

function moduleOf(scope: Scope): Scope {
  let at = scope;
  while (at.around !== undefined) at = at.around;
  return at;
}
