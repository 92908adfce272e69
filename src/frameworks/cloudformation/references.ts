import type { MapValue, Value } from '../../model/value.js';
import { textOf } from '../../model/value.js';
import type { Scope } from './scope.js';
import { placeOf } from './text-parts.js';

/** What `Ref` means: a parameter's value, a pseudo parameter's name, nothing, or a resource. */
export function reference(scope: Scope, whole: MapValue, argument: Value): Value | undefined {
  const name = textOf(argument);
  if (name === undefined) return { kind: 'unknown', because: 'computed reference', ...placeOf(whole) };
  return named(scope, name, whole);
}

/** The meaning of a name in `Ref` or inside `${}`. */
export function named(scope: Scope, name: string, whole: Value): Value | undefined {
  if (name === 'AWS::NoValue') return undefined;
  const place = placeOf(whole);
  if (name.startsWith('AWS::')) return { kind: 'pattern', parts: [{ named: name }], ...place };
  const parameter = scope.parameter(name);
  if (parameter === undefined) return toResource(scope, name, place);
  return scope.spend(parameter) ? { ...parameter, at: whole.at } : tooMuch(whole);
}

/** A resource of the stack; SAM lets `Ref` name what it generates, as in `Function.Alias`. */
function toResource(scope: Scope, name: string, place: Pick<Value, 'at' | 'origin'>): Value {
  const [to = name, ...rest] = name.split('.');
  scope.refer(to);
  return { kind: 'reference', to, ...(rest.length > 0 && { attribute: rest.join('.') }), ...place };
}

/** What an expression means after too much was repeated. */
export function tooMuch(whole: Value): Value {
  return { kind: 'unknown', because: 'too much to resolve', ...placeOf(whole) };
}

/** What `Fn::GetAtt` means, written as `Queue.Arn` or as a list. */
export function attribute(scope: Scope, whole: Value, argument: Value): Value {
  const [first, ...rest] = argument.kind === 'list' ? argument.items.map(textOf) : splitAttribute(textOf(argument));
  const place = placeOf(whole);
  if (first === undefined || first === '' || rest.length === 0 || rest.includes(undefined)) {
    return { kind: 'unknown', because: 'computed reference', ...place };
  }
  const name = rest.join('.');
  if (name.startsWith('Outputs.')) {
    const output = scope.output(first, name.slice('Outputs.'.length));
    return output ? { ...output, at: whole.at } : { kind: 'unknown', because: 'nested stack output', ...place };
  }
  scope.refer(first);
  return { kind: 'reference', to: first, attribute: name, ...place };
}

function splitAttribute(written: string | undefined): readonly (string | undefined)[] {
  const dot = written?.indexOf('.') ?? -1;
  return written === undefined || dot === -1 ? [] : [written.slice(0, dot), written.slice(dot + 1)];
}
