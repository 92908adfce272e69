import type { Span } from '../../model/span.js';
import type { Expression, ModuleForm } from '../form.js';
import { walkForm } from '../walking.js';
import { isKnownService, meaningOf, operationsOf } from './aws/meaning.js';
import { libraryUse } from './aws/modules.js';
import { fieldsThatNeed } from './aws/operations.data.js';
import { addOperation, type Found, isOther } from './found.js';
import { keyIn, noteMethods } from './methods.js';
import { servicesIn } from './sdk.js';
import { noteChains } from './sdk-methods.js';
import { type SymbolOf, symbolsIn, valuesIn } from './symbols.js';
import { type NamedTarget, targetsOf } from './targets.js';

/** What the code of a function needs of its cloud, called or not: all that stands in its files counts. */
export interface CloudNeeds {
  /** Actions that calls need, each with the first call. */
  readonly actions: ReadonlyMap<string, Span>;
  /** Patterns of actions that they may need as well. */
  readonly perhaps: ReadonlySet<string>;
  /** The stores that calls of a service name, by its prefix; undefined for a service of which a call names none that can be told. */
  readonly targets: (service: string) => readonly NamedTarget[] | undefined;
  /** Why there may be calls that were not seen; empty where all are. */
  readonly unsure: readonly string[];
}

export interface NeedsOfUnit {
  readonly modules: ReadonlyMap<string, ModuleForm>;
  readonly resolve: (from: string, module: string) => string | undefined;
  /** Calls that were followed and are certainly none of a client's. */
  readonly others: ReadonlySet<Expression>;
}

export function cloudNeeds(unit: NeedsOfUnit): CloudNeeds {
  const found = nothingFound();
  const files = [...unit.modules.values()].map((form) => {
    const values = valuesIn(form);
    return { form, values, symbolOf: symbolsIn(values) };
  });
  for (const { form, symbolOf } of files) {
    noteLibraries(unit, form, found);
    // A name that is given to something imported stands for it: what counts is where the name is used.
    const aliases = new Set<Expression>();
    const expression = (one: Expression): void => {
      if (!aliases.has(one)) noteMeaning(one, symbolOf, found);
      noteKeys(one, found.keys);
    };
    const assignment = (target: Expression, value: Expression): void => {
      if (target.kind === 'variable' && /^(?:imported|member)$/.test(value.kind)) aliases.add(target).add(value);
    };
    walkForm(form, { expression, assignment });
  }
  const services = servicesIn(files.flatMap(({ form }) => form.modules));
  for (const { form, symbolOf } of files) {
    noteMethods({ others: unit.others, form, symbolOf, found });
    noteChains({ services, others: unit.others, form, symbolOf, found });
  }
  const elsewhere = [...found.perhaps];
  noteLoading(found);
  const asked = [...found.conditional].filter((action) => isAskedFor(action, found.keys));
  return {
    actions: found.actions,
    perhaps: new Set([...found.perhaps, ...asked]),
    // Libraries and other services say nowhere what they are about.
    targets: (service) =>
      elsewhere.some((pattern) => pattern === '*' || pattern.startsWith(`${service}:`))
        ? undefined
        : targetsOf(service, files, { others: unit.others, styles: found.styles.get(service) }),
    unsure: [...found.unsure],
  };
}

function nothingFound(): Found {
  return {
    actions: new Map(),
    perhaps: new Set(),
    conditional: new Set(),
    unsure: new Set(),
    styles: new Map(),
    keys: new Set(),
  };
}

function noteLibraries(
  { resolve, modules }: NeedsOfUnit,
  { path, modules: named, passedOn }: ModuleForm,
  found: Found,
): void {
  const language = path.endsWith('.py') ? 'python' : 'javascript';
  const isOwn = (module: string) => {
    const target = resolve(path, module);
    return target !== undefined && (modules.has(target) || !/\.(?:[cm]?[jt]sx?|py)$/.test(target));
  };
  const own = named.filter(isOwn);
  for (const { module, name, imported } of passedOn) {
    const meaning = meaningOf(`${module}.${imported}`);
    if (libraryUse(module, language) !== 'sdk') continue;
    if (name === '*') found.unsure.add(`all of \`${module}\` is passed on`);
    const at = { path, start: 0, end: 0 };
    if (meaning?.kind === 'operation')
      for (const one of meaning.operations) addOperation(found, [meaning.service, one], at);
  }
  for (const module of named) {
    // `from package import name`: the name may be no module.
    if (isOwn(module) || (language === 'python' && own.some((one) => module.startsWith(`${one}.`)))) continue;
    if (language === 'python' && /^\.+\w+$/.test(module) && own.length > 0) continue;
    const use = module.startsWith('.') && !/\.json$/.test(module) ? 'unknown' : libraryUse(module, language);
    if (use === 'unknown') found.unsure.add(`\`${module}\` in ${path} is not known`);
    else if (typeof use === 'object') {
      const at = { path, start: 0, end: 0 };
      for (const action of use.actions) addOperation(found, action.split(':'), at, 'perhaps');
    }
  }
}

/** Commands, clients, and what hides which client it is. */
function noteMeaning(expression: Expression, symbolOf: SymbolOf, found: Found): void {
  if (expression.kind === 'call') noteHidden(expression, symbolOf, found);
  const symbol = symbolOf(expression);
  const meaning = symbol === undefined ? undefined : meaningOf(symbol);
  if (meaning?.kind === 'operation')
    for (const operation of meaning.operations) addOperation(found, [meaning.service, operation], expression.at);
  else if (meaning) {
    if (!isKnownService(meaning.service)) found.unsure.add(`the actions of \`${meaning.service}\` are not known`);
    const styles = found.styles.get(meaning.service) ?? new Set();
    found.styles.set(meaning.service, styles.add(meaning.style));
    // A resource has its client under `meta.client`.
    if (meaning.style === 'resource') styles.add('methods');
  }
}

function noteHidden(expression: Extract<Expression, { kind: 'call' }>, symbolOf: SymbolOf, found: Found): void {
  const { callee, arguments: given } = expression;
  const [first, second] = given;
  const isFixed = (one: typeof first) => one?.value.kind === 'constant';
  const symbol = symbolOf(callee) ?? '';
  const name = callee.kind === 'member' ? callee.name : callee.kind === 'global' ? callee.name : '';
  if (/^(?:require|import|__import__)$/.test(symbol) && !isFixed(first))
    found.unsure.add('a module is chosen at run time');
  if (/^importlib\.import_module$/.test(symbol) && !isFixed(first)) found.unsure.add('a module is chosen at run time');
  if (/^(?:client|resource)$/.test(name) && given.length > 0 && !isFixed(first) && !isOther(symbol))
    found.unsure.add('a client is made for a service that is chosen at run time');
  if (symbol === 'getattr' && !isFixed(second)) found.unsure.add('an attribute is chosen at run time');
}

function noteKeys(expression: Expression, keys: Set<string>): void {
  if (expression.kind === 'object') for (const { key } of expression.entries) if (key !== undefined) keys.add(key);
  if (expression.kind === 'member') keys.add(expression.name);
  if (expression.kind === 'call') for (const { name } of expression.arguments) if (name !== undefined) keys.add(name);
  const key = keyIn(expression);
  if (key !== undefined) keys.add(key);
}

/** Some actions are needed only where a call is given a field of some name. */
function isAskedFor(action: string, keys: ReadonlySet<string>): boolean {
  const fields = fieldsThatNeed.get(action);
  return fields === undefined || fields.some((field) => keys.has(field));
}

/** Reading an attribute of a resource of boto3 may load it. */
function noteLoading(found: Found): void {
  for (const [service, styles] of found.styles) {
    if (!styles.has('resource')) continue;
    const loading = operationsOf(service, 'resource', '');
    if (loading.length === 0) found.unsure.add(`what resources of \`${service}\` call is not known`);
    const at = { path: '', start: 0, end: 0 };
    for (const operation of loading) addOperation(found, [service, operation], at, 'perhaps');
  }
}
