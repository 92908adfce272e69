import { symbolIn } from '../flow/members.js';
import type { Expression, ModuleForm, Variable } from '../form.js';
import { passesSymbol } from '../tables/carriers.data.js';
import { walkForm } from '../walking.js';

/** Tells what an expression is outside of the project, from its file alone; undefined where that cannot be told. */
export type SymbolOf = (expression: Expression) => string | undefined;

/** Names inside one another that are followed, at most. */
const deepest = 12;

/** Every name of a file that is given one value, with that value. */
export function valuesIn(form: ModuleForm): ReadonlyMap<Variable, Expression> {
  const found = new Map<Variable, Expression | undefined>();
  const assignment = (target: Expression, value: Expression) => {
    if (target.kind !== 'variable') return;
    // What is exported where it is declared is walked twice.
    const isSame = !found.has(target.variable) || found.get(target.variable) === value;
    found.set(target.variable, isSame ? value : undefined);
  };
  walkForm(form, { expression: () => undefined, assignment });
  return new Map([...found].flatMap(([variable, value]) => (value ? [[variable, value] as const] : [])));
}

export function symbolsIn(values: ReadonlyMap<Variable, Expression>): SymbolOf {
  const known = new Map<Expression, string | undefined>();
  const symbolOf = (expression: Expression, depth: number): string | undefined => {
    if (depth > deepest) return undefined;
    if (known.has(expression)) return known.get(expression);
    const symbol = find(expression, depth);
    known.set(expression, symbol);
    return symbol;
  };
  const find = (expression: Expression, depth: number): string | undefined => {
    switch (expression.kind) {
      case 'imported':
        return importedSymbol(expression);
      case 'global':
        return expression.name;
      case 'variable': {
        const value = values.get(expression.variable);
        return value && symbolOf(value, depth + 1);
      }
      case 'member': {
        const object = symbolOf(expression.object, depth + 1);
        return object === undefined ? undefined : symbolIn(object, expression.name);
      }
      case 'call':
        return callSymbol(expression, (one) => symbolOf(one, depth + 1));
      default:
        return undefined;
    }
  };
  return (expression) => symbolOf(expression, 0);
}

function importedSymbol({ module, name }: Extract<Expression, { kind: 'imported' }>): string | undefined {
  if (module.startsWith('.')) return undefined;
  const symbol = module.replace(/^node:/, '');
  return name === '*' || name === 'default' ? symbol : symbolIn(symbol, name);
}

/** What a library's function gives: the service that a client of boto3 is for is a part of it. */
function callSymbol(expression: Extract<Expression, { kind: 'call' }>, symbolOf: SymbolOf): string | undefined {
  const callee = symbolOf(expression.callee);
  const first = expression.arguments[0]?.value;
  const name = expression.callee.kind === 'member' ? expression.callee.name : (callee?.split('.').at(-1) ?? '');
  if (first && passesSymbol.test(name)) return symbolOf(first) ?? callee;
  if (callee === undefined) return undefined;
  if (/^(?:aio)?boto3\b.*\.(?:client|resource)$/.test(callee) && first?.kind === 'constant')
    return `${callee}(${String(first.value)})`;
  return `${callee}()`;
}
