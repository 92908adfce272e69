import { keptOf } from '../cloud/calls.js';
import type { CloudCall } from '../cloud/cloud-call.js';
import { storedValue } from '../cloud/stores.js';
import { passesSymbol } from '../tables/carriers.data.js';
import { entriesOf } from '../tables/registrars.js';
import { isOpen } from '../tables/sources.js';
import { answeredBy, promisedBy } from './arrivals.js';
import { addTo } from './assigning.js';
import { runCallbacks, type Site } from './calls.js';
import { checkOf } from './checks.js';
import { closuresIn, instance } from './closures.js';
import { join } from './joining.js';
import { memberOf } from './members.js';
import { pathSymbol } from './paths.js';
import { carriedBy } from './propagation.js';
import { errorValue } from './statements.js';
import { nothing, type Value } from './value.js';

/** What a function that is not of the project gives back. */
export function libraryResult(site: Site, cloud: CloudCall | undefined): Value {
  const started = entriesOf(site);
  if (started.length > 0) {
    site.frame.machine.entries.push(...started);
    return { ...(site.receiver ?? nothing), registered: started };
  }
  // It gives a decorator, not the function.
  if (site.symbol === 'functools.wraps') return { taints: [], symbol: 'functools.wraps()' };
  if (site.symbol === 'traceback.format_exc') return errorText(site);
  const promised = promisedBy(site);
  if (promised !== undefined) return promised;
  const contained = containedIn(site);
  if (contained !== undefined) return contained;
  const stored = storedValue(site, cloud);
  if (stored !== undefined) {
    // A callback is given an error and what is found.
    runCallbacks(site, [errorValue('err', site.expression.at), stored]);
    return stored;
  }
  const variable = variableOf(site);
  if (variable !== undefined) return variable;
  const checked = checkOf(site);
  if (checked !== undefined) return checked;
  keepInMap(site);
  const overItems = itemsResult(site);
  if (overItems !== undefined) return overItems;
  const answered = answeredBy(site);
  if (answered !== undefined) return answered;
  const carried = carriedBy(site);
  const kept = keptOf(site);
  const symbol = carried.symbol === pathSymbol ? {} : ownSymbol(site);
  return { ...carried, ...symbol, ...wrapped(site), ...(kept && { fields: kept }) };
}

/** `container.resolve(Orders)`: containers make what they are asked for. */
function containedIn({ frame, name, arguments: [first] }: Site): Value | undefined {
  const [asked] = first?.value.classes ?? [];
  if (asked === undefined || !/^(?:get|resolve|getInstance)$/.test(name)) return undefined;
  return instance(frame, asked, { values: [], named: new Map() });
}

/** `os.environ.get('NAME')`, `os.getenv('NAME')`. */
function variableOf({ symbol = '', arguments: [first] }: Site): Value | undefined {
  const name = first?.value.constant;
  if (typeof name !== 'string' || !/^os\.(?:environ\.get|getenv)$/.test(symbol)) return undefined;
  return { taints: [], symbol: `os.environ.${name}` };
}

function ownSymbol({ symbol, name, callee, arguments: given }: Site): Pick<Value, 'symbol'> {
  const [first] = given;
  if (passesSymbol.test(name) && first?.value.symbol !== undefined) return {};
  if (symbol === 'lxml.etree.XMLParser' && isUnsafeParser(given)) return { symbol: `${symbol}().unsafe` };
  if (symbol === undefined || callee.taints.some(isOpen)) return {};
  const service = first?.value.constant;
  const isClient = typeof service === 'string' && /^(?:aio)?boto3\b.*(?:client|resource)$/.test(symbol);
  return { symbol: isClient ? `${symbol}(${service})` : `${symbol}()` };
}

/** lxml.de/parsing: what makes a parser follow entities into files and networks. 2026-11-27. */
function isUnsafeParser(given: Site['arguments']): boolean {
  return given.some(
    ({ name, value: { constant } }) =>
      (name === 'resolve_entities' && constant === true) || (name === 'no_network' && constant === false),
  );
}

/** The whole trace of the error that is being handled. */
function errorText({ expression, text }: Site): Value {
  const { taints } = errorValue(text, expression.at);
  return { taints: taints.map((taint) => ({ ...taint, path: ['()'], shape: 'text' as const })) };
}

/** Functions that are passed on are run, and what is made of them may be one of them: a wrapper, a middleware chain. */
function wrapped(site: Site): Pick<Value, 'closures'> {
  const given = site.arguments.flatMap(({ value }) => closuresIn(value));
  const closures = [...(site.receiver?.closures ?? []), ...given];
  if (given.length > 0) runCallbacks(site);
  return closures.length > 0 ? { closures: closures.slice(0, 3) } : {};
}

/** `map.set(key, value)`. */
function keepInMap({ frame, name, symbol, arguments: [, added], expression: { callee } }: Site): void {
  if (name === 'set' && added && callee.kind === 'member' && /^(?:Map|WeakMap)\(\)\.set$/.test(symbol ?? ''))
    addTo(frame, callee.object, added.value);
}

const first = new Set(['forEach', 'map', 'flatMap', 'filter', 'find', 'findLast', 'some', 'every', 'findIndex']);

/** What runs a function for each item, or when a promise is settled; undefined for anything else. */
function itemsResult(site: Site): Value | undefined {
  const { name, receiver, arguments: given } = site;
  if (receiver === undefined) return undefined;
  const item = () => memberOf(receiver, '[]', site.expression.at);
  if (first.has(name) && given.some(({ value }) => value.closures !== undefined)) {
    const result = runCallbacks(site, [item()]);
    if (name === 'map' || name === 'flatMap') return { taints: [], items: result };
    return name === 'filter' ? receiver : name.startsWith('find') ? item() : nothing;
  }
  switch (name) {
    case 'reduce': {
      const start = given[1]?.value ?? nothing;
      const result = runCallbacks(site, [start, item()]);
      return join(start, result);
    }
    case 'then':
    case 'finally':
      return runCallbacks(site, name === 'then' ? [receiver] : []);
    case 'catch': {
      runCallbacks(site, [errorValue('error', site.expression.at)]);
      return receiver;
    }
    case 'push':
    case 'unshift':
    case 'append': {
      const { callee } = site.expression;
      const added = given.map(({ value }) => value).reduce(join, nothing);
      if (callee.kind === 'member') addTo(site.frame, callee.object, added);
      return undefined;
    }
    default:
      return undefined;
  }
}
