import type { Span } from '../../model/span.js';
import type { Site } from '../flow/calls.js';
import { evaluate } from '../flow/evaluate.js';
import type { Frame } from '../flow/machine.js';
import { allTaints } from '../flow/taints.js';
import type { Taint, Value } from '../flow/value.js';
import type { Expression } from '../form.js';
import { originLibraries } from './origin-libraries.js';
import { harmful, reportFlow, reportSettingAt } from './report.js';

const allowing = /^access-control-allow-(?:origin|credentials)$/i;

interface Header {
  readonly name: string;
  readonly value: Value;
  readonly at: Span;
}

/** Looks at a header that says which sites may read an answer: the one that asks, whichever it is. */
export function checkAllowedOrigin(frame: Frame, { name, value, at }: Header): void {
  if (!allowing.test(name)) return;
  if (/credentials$/i.test(name)) {
    if (/^true$/i.test(String(value.constant))) frame.machine.signs.add('credentials');
    return;
  }
  // Beside fixed text it is no longer the origin of any site.
  if (value.pieces?.some((piece) => typeof piece === 'string' && piece !== '')) return;
  const taint = harmful(frame, allTaints(value), 'origin').find((one) => one.confidence === 'high' && isOrigin(one));
  if (taint) reportFlow(frame, taint, { danger: 'origin', text: name, at, argument: at, detail: 'reflected' });
}

/** `response.headers['Access-Control-Allow-Origin'] = origin`; of an object of the program what is returned is looked at. */
export function checkWrittenOrigin(frame: Frame, target: Expression, value: Value): void {
  if (target.kind !== 'index' || target.key.kind !== 'constant') return;
  const name = String(target.key.value);
  if (!allowing.test(name) || evaluate(frame, target.object).fields !== undefined) return;
  checkAllowedOrigin(frame, { name, value, at: target.at });
}

const setting = /^(?:set|header|headers|setHeader|append|appendHeader|add|writeHead)$/;
const testing =
  /^(?:test|match|exec|search|fullmatch|fnmatch|endsWith|endswith|startsWith|startswith|includes|has|hasOwn|indexOf|some|every|find|filter)$|^(?:is|check|valid|assert|verify|allow|match)/i;

/** `res.set('Access-Control-Allow-Origin', origin)`, `res.writeHead(200, { ... })`, and libraries that do it. */
export function checkOrigins(site: Site): void {
  checkLibrary(site);
  const { name: method, arguments: given, frame, expression, receiver } = site;
  const values = given.map(({ value }) => value);
  if (testing.test(method)) noteOriginTest(frame, receiver ? [receiver, ...values] : values);
  if (!setting.test(method)) return;
  const [first, second] = values;
  const name = first?.constant;
  const { at } = expression;
  if (typeof name === 'string' && second) checkAllowedOrigin(frame, { name, value: second, at });
  for (const { fields } of values)
    for (const [field, value] of fields ?? []) checkAllowedOrigin(frame, { name: field, value, at });
}

/** Notes that something is asked of an origin: whether every site passes cannot be said then. */
export function noteOriginTest({ machine }: Frame, values: readonly Value[]): void {
  if (values.some((value) => allTaints(value).some(isOrigin))) machine.signs.add('origin tested');
}

function isOrigin({ path }: Taint): boolean {
  return path.some((name) => /^origin$/i.test(name));
}

/** A library that is called, or handed to a framework with its options. */
function checkLibrary(site: Site): void {
  const { symbol = '', arguments: given, frame, expression, text } = site;
  const symbols = [symbol, ...given.map(({ value }) => value.symbol ?? '')].filter((one) => /cors/i.test(one));
  const library = originLibraries.find(({ of }) => symbols.some((one) => of.test(one)));
  if (library === undefined || !isWhole(site)) return;
  const option = (name: string) => optionOf(site, name);
  if (option(library.credentials)?.constant !== true || !library.isMet(option)) return;
  const { at } = expression;
  const argument = writtenAt(site, library.credentials) ?? at;
  reportSettingAt(frame, { danger: 'origin', text, at, argument, detail: 'library' });
}

/** Nothing is spread into it: what is not written is not there. In Python nothing without a name can follow a name. */
function isWhole({ expression: { arguments: given } }: Site): boolean {
  const named = given.findIndex(({ name }) => name !== undefined);
  const isNamed = named === -1 || given.slice(named).every(({ name }) => name !== undefined);
  const isSpread = given.some(
    ({ value, spread }) => spread || (value.kind === 'object' && value.entries.some((entry) => entry.spread)),
  );
  return isNamed && !isSpread;
}

function optionOf({ arguments: given }: Site, option: string): Value | undefined {
  for (const { name, value } of given) {
    const own = name === undefined ? value.fields?.get(option) : name === option ? value : undefined;
    if (own) return own;
  }
  return undefined;
}

/** Where the value of an option stands in the call. */
function writtenAt({ arguments: given }: Site, option: string): Span | undefined {
  for (const { name, expression } of given) {
    if (name === option) return expression.at;
    const entry = expression.kind === 'object' ? expression.entries.find(({ key }) => key === option) : undefined;
    if (entry) return entry.value.at;
  }
  return undefined;
}
