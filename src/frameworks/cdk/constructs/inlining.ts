import { calledKey } from '../program/called-once.js';
import type { Call, Expression, Unit } from '../program/expression.js';
import { lookUp, resolve } from '../program/scope.js';
import type { Construction } from './construct.js';

/** Expressions within each other that are looked into. */
const deepest = 12;

/** What a call of a function of the program gives, where that is one expression of what it is called with. */
export function givenBy(construction: Construction, call: Call): Expression | undefined {
  const unit = construction.units.get(calledKey(construction, call.callee) ?? '');
  const [only, another] = unit?.returns ?? [];
  if (unit === undefined || only === undefined || another !== undefined || call.open || call.creates) return undefined;
  return copy({ construction, unit, call }, only, 0);
}

/** What an expression stands for, through functions of the program that give it. */
export function resolveGiven(construction: Construction, expression: Expression): Expression {
  const said = resolve(expression);
  return said.kind === 'call' ? (givenBy(construction, said) ?? said) : said;
}

interface Copying {
  readonly construction: Construction;
  readonly unit: Unit;
  readonly call: Call;
}

/** The expression with what the function was called with in place of its parameters; undefined if it makes constructs. */
function copy(copying: Copying, at: Expression, depth: number): Expression | undefined {
  const { budget } = copying.construction;
  budget.left -= 1;
  if (depth > deepest || budget.left < 0) return undefined;
  const inner = (part: Expression) => copy(copying, part, depth + 1);
  switch (at.kind) {
    case 'name':
      return argumentFor(copying, at) ?? at;
    case 'member': {
      const of = inner(at.of);
      return of && { ...at, of };
    }
    case 'list': {
      const items = all(at.items, inner);
      return items && { ...at, items };
    }
    case 'properties': {
      const values = at.spreads ? undefined : all(at.entries, ({ value }) => inner(value));
      return values && { ...at, entries: at.entries.map((entry, index) => ({ ...entry, value: values[index] ?? at })) };
    }
    case 'text': {
      const parts = all(at.parts, (part) => (typeof part === 'string' ? part : inner(part)));
      return parts && { ...at, parts };
    }
    case 'call': {
      const callee = copying.construction.byCall.has(at) ? undefined : inner(at.callee);
      const args = callee && all(at.args, inner);
      return args && callee && { ...at, callee, args };
    }
    default:
      return at;
  }
}

function all<T, R>(items: readonly T[], each: (item: T) => R | undefined): readonly R[] | undefined {
  const found = items.flatMap((item) => each(item) ?? []);
  return found.length === items.length ? (found as readonly R[]) : undefined;
}

/** What stands for a parameter in the call. */
function argumentFor({ unit, call }: Copying, at: Extract<Expression, { kind: 'name' }>): Expression | undefined {
  const index = unit.parameters.indexOf(at.name);
  if (index === -1 || lookUp(at.scope, at.name) !== unit.scope.names.get(at.name)) return undefined;
  const last = call.args.at(-1);
  const keywords = last?.kind === 'properties' && last.form === 'keywords' ? last : undefined;
  const named = keywords?.entries.find(({ key }) => key === at.name)?.value;
  return named ?? (keywords !== undefined && index >= call.args.length - 1 ? undefined : call.args[index]);
}
