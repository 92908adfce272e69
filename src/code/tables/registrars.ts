import type { Site } from '../flow/calls.js';
import { closuresIn } from '../flow/closures.js';
import type { Entry } from '../flow/machine.js';
import { type Closure, nothing, type Origin, type OriginKind, type Value } from '../flow/value.js';
import type { Parameter } from '../form.js';
import { registrars } from './registrars.data.js';

/** The functions that a call hands to a router or a platform, to be started when something comes in. */
export function entriesOf({ symbol = '', arguments: given, expression }: Site): readonly Entry[] {
  if (!given.some(({ value }) => value.closures ?? value.fields ?? value.classes)) return [];
  const dot = symbol.lastIndexOf('.');
  const of = symbol.slice(0, Math.max(dot, 0));
  const name = symbol.slice(dot + 1);
  const row = registrars.find((one) => one.names.test(name) && one.of.test(of));
  if (row === undefined) return [];
  const closures = given.flatMap(({ value }) => [...closuresIn(value, 3), ...methodsIn(value)]);
  if (closures.length === 0) return [];
  const label = given.find(({ value }) => typeof value.constant === 'string')?.value.constant;
  const path = pathIn(expression);
  return closures.map((closure): Entry => {
    const parameters = closure.form.parameters.map((one) => (isStrict(one, path) ? '' : one.variable.name));
    const isErrorHandler = row.kind === 'express' && parameters.length === 4;
    const before = Array.from({ length: row.index ?? 0 }, (): Value => nothing);
    const values = [...before, ...argumentsFor(row.kind, parameters.slice(row.index), expression.at)];
    return {
      closures: [closure],
      arguments: isErrorHandler
        ? [
            originValue({ kind: 'error', name: parameters[0] ?? 'err' }, expression.at),
            ...argumentsFor('express', parameters.slice(1), expression.at),
          ]
        : values,
      name: typeof label === 'string' ? label : closure.form.name,
      answers: row.answers,
      ...(row.pages && { pages: row.pages }),
      ...(row.named && { named: row.named }),
    };
  });
}

/** `@app.route('/<int:id>')`: the path that a decorator is made with. */
function pathIn({ callee }: Site['expression']): string {
  const first = callee.kind === 'call' ? callee.arguments[0]?.value : undefined;
  return first?.kind === 'constant' ? String(first.value) : '';
}

/** A number or an identifier, as its type or the path says: `id: int`, `<int:id>`. */
function isStrict({ variable, type }: Parameter, path: string): boolean {
  if (type?.kind === 'global' && /^(?:int|float|bool|date|datetime|UUID|Decimal)$/.test(type.name)) return true;
  if (type?.kind === 'imported' && /^(?:date|datetime|UUID|Decimal)$/.test(type.name)) return true;
  return new RegExp(`<(?:int|float|uuid):${variable.name}>`).test(path);
}

/** Methods of a class that are called as the verb of the request is. */
function methodsIn({ classes = [] }: Value): readonly Closure[] {
  return classes.flatMap((one) =>
    one.form.methods
      .filter(({ name }) => /^(?:get|post|put|patch|delete)$/.test(name))
      .map(({ function: form }) => ({ form, captured: one.captured, self: { taints: [], instanceOf: [one] } })),
  );
}

/** What a platform or router passes to a function that it starts. */
export function argumentsFor(
  kind: OriginKind,
  names: readonly string[],
  at: Site['expression']['at'],
): readonly Value[] {
  const [first = usualName(kind), second = ''] = names;
  const origin = originValue({ kind, name: first === '' ? usualName(kind) : first }, at);
  switch (kind) {
    case 'express':
      return [origin, { taints: [], symbol: 'express.res' }];
    case 'fastify':
      return [origin, { taints: [], symbol: 'express.res' }];
    case 'hono':
      return [{ ...origin, symbol: 'hono.context' }];
    case 'azure':
      return [origin, originValue({ kind: 'azure', name: second === '' ? 'context' : second }, at)];
    case 'event':
    case 'any event':
      return [origin, { taints: [], symbol: 'lambda.context' }, { taints: [], symbol: 'lambda.callback' }];
    case 'texts':
      return names.flatMap((name) => textParameter(name, at));
    default:
      return [origin];
  }
}

/** What frameworks inject stands under names of its own. */
function textParameter(name: string, at: Site['expression']['at']): Value {
  if (name === '') return { taints: [] };
  if (/^req(?:uest)?$/.test(name)) return originValue({ kind: 'python request', name }, at);
  const isInjected =
    /^(?:self|cls|db|session|response|background_tasks|(?:current_)?user|context|ctx|settings|service|client)$/.test(
      name,
    );
  return isInjected ? { taints: [] } : originValue({ kind: 'texts', name }, at);
}

function usualName(kind: OriginKind): string {
  return kind === 'event' || kind === 'any event'
    ? 'event'
    : kind === 'koa' || kind === 'hono'
      ? 'ctx'
      : kind === 'message'
        ? 'message'
        : 'req';
}

export function originValue(origin: Origin, at: Site['expression']['at']): Value {
  return { taints: [{ origin, path: [], at, steps: [], confidence: 'high', shape: 'any', harmless: [] }] };
}
