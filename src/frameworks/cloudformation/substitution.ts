import { entryOf, type PatternPart, textOf, type Value } from '../../model/value.js';
import type { Call } from './call.js';
import { attribute, named, tooMuch } from './references.js';
import { type Pieces, piecesOf, placeOf, textValue } from './text-parts.js';

const placeholder = /\$\{([^${}]{1,300})\}/g;

/** `Fn::Sub`: a text with `${Name}`, `${Resource.Attribute}`, `${!Literal}`; a map of own names may follow it. */
export function substitute(call: Call, argument: Value): Value | undefined {
  const { whole } = call;
  const [template, variables] = argument.kind === 'list' ? argument.items : [argument];
  const own = variables?.kind === 'map' ? variables : undefined;
  const parts = template && partsOf(template);
  if (template === undefined || parts === undefined) {
    return { kind: 'unknown', because: 'computed text', ...placeOf(whole) };
  }
  const [text = ''] = parts;
  const single = parts.length === 1 && typeof text === 'string' && /^\$\{([^${}!]{1,300})\}$/.exec(text)?.[1];
  if (single) return { ...alone(call, own, single.trim()), at: whole.at };
  const pieces = parts.flatMap((part) =>
    typeof part === 'string'
      ? piecesIn(part, (name) => placeholderPieces(call, own, name))
      : [{ parts: [part], sources: [] }],
  );
  return affordable(call, textValue(whole, [...pieces, { parts: [], sources: [template] }]));
}

/** What stands in the text of `Fn::Sub`, also where some of it is not known. */
function partsOf(template: Value): readonly PatternPart[] | undefined {
  if (template.kind === 'pattern') return template.parts;
  return template.kind === 'scalar' && template.value !== null ? [String(template.value)] : undefined;
}

/** A text that is nothing but one placeholder is what the placeholder is. */
function alone(call: Call, own: Value | undefined, name: string): Value {
  return meaningOf(call, own, name) ?? { kind: 'unknown', because: 'computed text', ...placeOf(call.whole) };
}

function piecesIn(text: string, piecesFor: (name: string) => Pieces): readonly Pieces[] {
  const pieces: Pieces[] = [];
  let from = 0;
  for (const match of text.matchAll(placeholder)) {
    const name = (match[1] ?? '').trim();
    pieces.push(literal(text.slice(from, match.index)));
    pieces.push(name.startsWith('!') ? literal(`\${${name.slice(1)}}`) : piecesFor(name));
    from = match.index + match[0].length;
  }
  return [...pieces, literal(text.slice(from))];
}

function literal(text: string): Pieces {
  return { parts: [text], sources: [] };
}

function placeholderPieces(call: Call, own: Value | undefined, name: string): Pieces {
  return piecesOf(meaningOf(call, own, name), name);
}

function meaningOf(call: Call, own: Value | undefined, name: string): Value | undefined {
  const variable = entryOf(own, name)?.value;
  if (variable !== undefined) return call.resolve(variable);
  if (name.startsWith('AWS::') || !name.includes('.')) return named(call.scope, name, call.whole);
  return attribute(call.scope, call.whole, { kind: 'scalar', value: name, at: call.whole.at });
}

/** `Fn::Join`: the items of a list with a text between them. */
export function join(call: Call, argument: Value): Value {
  const { whole } = call;
  const [separator, list] = argument.kind === 'list' ? argument.items : [];
  const between = textOf(separator === undefined ? undefined : call.resolve(separator)) ?? '';
  const items = list === undefined ? undefined : call.resolve(list);
  if (separator === undefined || items?.kind !== 'list' || items.open) {
    return { kind: 'unknown', because: 'computed text', ...placeOf(whole) };
  }
  const names = list?.kind === 'list' && list.items.length === items.items.length ? list.items.map(refName) : [];
  if (!call.scope.spend(items.items.length)) return tooMuch(whole);
  const pieces = items.items.flatMap((item, index) => [
    ...(index > 0 ? [literal(between)] : []),
    piecesOf(item, names[index]),
  ]);
  return affordable(call, textValue(whole, pieces));
}

/** A text that repeats parts of others, if there is still room for it. */
function affordable({ scope, whole }: Call, value: Value): Value {
  return value.confidence === undefined || scope.spend(value) ? value : tooMuch(whole);
}

function refName(value: Value): string | undefined {
  return value.kind === 'map' && value.entries.length === 1 ? textOf(entryOf(value, 'Ref')?.value) : undefined;
}
