import {
  harmlessAfter,
  isCarried,
  isCarrier,
  partMethods,
  passesSymbol,
  textMethods,
} from '../tables/carriers.data.js';
import type { Danger } from '../tables/danger.js';
import { isOpen } from '../tables/sources.js';
import type { Site } from './calls.js';
import { textValue } from './composing.js';
import { join } from './joining.js';
import { memberOf } from './members.js';
import { pathOf } from './paths.js';
import { allTaints, mapTaints, mergedTaints, shaped } from './taints.js';
import { nothing, type Taint, type Value } from './value.js';

/** What the result of a library's function carries of what it was given. */
export function carriedBy(site: Site): Value {
  const { symbol = '', name, receiver, arguments: given, callee } = site;
  const [first] = given;
  if (passesSymbol.test(name) && first?.value.symbol) return first.value;
  if (name === 'bind' && receiver) return receiver;
  if (symbol === 'JSON.parse' || symbol === 'json.loads')
    return mapTaints(asWhole(first?.value), (taint) => shaped(taint, 'any'));
  const fixed = receiver?.constant;
  if (typeof fixed === 'string' && (name === 'format' || name === 'join')) return ofFixed(site, fixed);
  const path = pathOf(site);
  if (path !== undefined) return path;
  const harmless = harmlessAfter(symbol, name);
  const clean = (value: Value) => (harmless.length === 0 ? value : withHarmless(value, harmless));
  if (isCarrier(symbol)) {
    // `Buffer.from(text).toString()` carries what it is called on.
    const own = receiver && symbol.includes('().') ? [receiver] : [];
    return clean(asText([...own, ...given.map(({ value }) => value)], symbol));
  }
  if (receiver && allTaints(receiver).length > 0) {
    const found = ofReceiver(site, receiver);
    if (found) return clean(found);
  }
  if (harmless.length > 0)
    return clean(
      asText(
        given.map(({ value }) => value),
        symbol,
      ),
    );
  const opened = callee.taints.filter(isOpen);
  if (opened.length > 0 && (symbol === '' || symbol.startsWith('hono.context.')))
    return { taints: opened.map((taint) => shaped(taint, 'any')) };
  return isUnread(site) ? guessed(given.map(({ value }) => value)) : nothing;
}

function asWhole(value: Value | undefined): Value {
  if (value === undefined) return nothing;
  return value.taints.length === 1 && value.fields === undefined ? value : { taints: allTaints(value) };
}

const objects =
  /^(?:Object\.(?:assign|fromEntries|entries|values)|Promise\.(?:all|resolve|allSettled)|Array\.from|structuredClone|new URL|URLSearchParams|@aws-sdk\/util-dynamodb\.(?:un)?marshall|aws-sdk\.DynamoDB\.Converter\.|copy\.|shlex\.split)/;

function asText(values: readonly Value[], symbol: string): Value {
  if (objects.test(symbol)) return values.reduce(join, nothing);
  const shape = isCarried(symbol);
  let taints: readonly Taint[] = [];
  for (const value of values) taints = mergedTaints(taints, allTaints(value));
  const pieces = /(?:^|\.)(?:join|resolve|format)$/.test(symbol)
    ? { pieces: values.map((value) => (typeof value.constant === 'string' ? value.constant : value)) }
    : {};
  return { taints: taints.map((taint) => shaped(taint, shape ?? taint.shape)), ...pieces };
}

/** `'... {} ...'.format(value)`, `', '.join(values)`. */
function ofFixed({ name, arguments: given }: Site, fixed: string): Value {
  const values = given.map(({ value }) => (name === 'join' ? { taints: allTaints(value) } : value));
  const place = fixed.indexOf('{');
  const before = name === 'join' ? '' : place === -1 ? fixed : fixed.slice(0, place);
  return textValue([{ taints: [], constant: before }, ...values]);
}

/** A method of a text or of a list: trimmed, split, joined. */
function ofReceiver({ name, arguments: given, expression, callee }: Site, receiver: Value): Value | undefined {
  const key = given[0]?.value.constant;
  if ((name === 'get' || name === 'getAll' || name === 'getlist' || name === 'header') && typeof key === 'string') {
    if (/^origin$/i.test(key) && isRequest(receiver))
      return memberOf(memberOf(receiver, 'headers'), key, expression.at);
    if (receiver.taints.some(isOpen) || name === 'get') return memberOf(receiver, key, expression.at);
  }
  if (name === 'replace' || name === 'replaceAll') {
    const pattern = given[0]?.value.pattern;
    if (pattern !== undefined && /^\[\^[\w\\-]*\]\+?$/.test(pattern)) return nothing;
    if (pattern !== undefined && /^[[(]?(?:\\[rn][+?|]?)+[\])]?[+*]?$/.test(pattern))
      return withHarmless({ taints: allTaints(receiver) }, ['header', 'log line']);
  }
  if (name === 'concat')
    return {
      taints: mergedTaints(
        allTaints(receiver),
        given.flatMap(({ value }) => allTaints(value)),
      ),
    };
  const open = allTaints(receiver).filter(isOpen);
  if (open.length === 0) return undefined;
  // The parts of a token, and of names with dots.
  if (name === 'split' && key === '.')
    return { taints: memberOf({ taints: open }, '.', expression.at).taints.map((taint) => shaped(taint, 'text')) };
  if (textMethods.has(name)) return { taints: open.map((taint) => shaped(taint, 'text')) };
  return callee.symbol === undefined || partMethods.has(name) ? { taints: open } : undefined;
}

/** Of Express and Koa, which give headers by name: `req.get('Origin')`. */
function isRequest({ taints }: Value): boolean {
  return taints.some(({ origin, path }) => path.length === 0 && /^(?:express|koa)$/.test(origin.kind));
}

/** A function of the project that could not be read: it may give back what it was given. */
function isUnread({ symbol, expression }: Site): boolean {
  return symbol === undefined && !expression.creates && expression.callee.kind !== 'function';
}

function guessed(values: readonly Value[]): Value {
  const taints = values.flatMap(allTaints).filter(isOpen);
  return {
    taints: taints
      .slice(0, 6)
      .map((taint) => ({ ...taint, confidence: taint.confidence === 'high' ? 'medium' : 'low' })),
  };
}

export function withHarmless(value: Value, harmless: readonly Danger[]): Value {
  return mapTaints(value, (taint) => ({ ...taint, harmless: [...new Set([...taint.harmless, ...harmless])] }));
}
