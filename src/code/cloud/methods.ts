import type { Expression, ModuleForm } from '../form.js';
import { walkForm } from '../walking.js';
import { needsOf, operationsOf, waiterOperations } from './aws/meaning.js';
import { addOperation, type Found, isOther } from './found.js';
import type { SymbolOf } from './symbols.js';

interface Methods {
  /** Calls that were followed and are certainly none of a client's. */
  readonly others: ReadonlySet<Expression>;
  readonly form: ModuleForm;
  readonly symbolOf: SymbolOf;
  readonly found: Found;
}

/** Every use of a name that is a method of a client which the unit makes, unless it is certainly something else's. */
export function noteMethods({ others, form, symbolOf, found }: Methods): void {
  const skipped = new Set<Expression>();
  const called = new Set<Expression>();
  const expression = (one: Expression): void => {
    if (one.kind === 'call') {
      if (others.has(one)) skipped.add(one.callee);
      called.add(one.callee);
      if (one.callee.kind === 'member' && passing.test(one.callee.name)) called.add(one.callee.object);
      for (const { value } of one.arguments) called.add(value);
      noteDynamic(one, { others, symbolOf, found });
      noteNamed(one, found);
      return;
    }
    const name = one.kind === 'member' ? one.name : keyIn(one);
    if (name === undefined || skipped.has(one)) return;
    const object = one.kind === 'member' || one.kind === 'index' ? symbolOf(one.object) : undefined;
    if (object !== undefined && isOther(object)) return;
    for (const [service, styles] of found.styles)
      for (const style of styles) {
        if (style === 'document' && !called.has(one)) continue;
        for (const operation of operationsOf(service, style, name)) addOperation(found, [service, operation], one.at);
      }
  };
  walkForm(form, { expression });
}

const passing = /^(?:bind|call|apply)$/;

export function keyIn(expression: Expression): string | undefined {
  if (expression.kind !== 'index' || expression.key.kind !== 'constant') return undefined;
  return typeof expression.key.value === 'string' ? expression.key.value : undefined;
}

/** `client[name]()`. */
function noteDynamic(
  one: Extract<Expression, { kind: 'call' }>,
  { others, symbolOf, found }: Pick<Methods, 'others' | 'symbolOf' | 'found'>,
): void {
  const { callee } = one;
  if (callee.kind !== 'index' || callee.key.kind === 'constant' || others.has(one)) return;
  const object = symbolOf(callee.object);
  const hasMethods = [...found.styles.values()].some((styles) => [...styles].some((style) => style !== 'commands'));
  if (hasMethods && (object === undefined || !isOther(object))) found.unsure.add('an operation is chosen at run time');
}

/** Operations that are named by a text: of waiters, paginators and signed addresses. */
function noteNamed({ callee, arguments: given, at }: Extract<Expression, { kind: 'call' }>, found: Found): void {
  const name = callee.kind === 'member' ? callee.name : '';
  if (!/^(?:get_waiter|get_paginator|generate_presigned_url|getSignedUrl|getSignedUrlPromise|waitFor)$/.test(name))
    return;
  const written = given[0]?.value;
  const isVersionThree = written?.kind !== 'constant' && /^getSignedUrl/.test(name);
  if (isVersionThree) return;
  if (written?.kind !== 'constant' || typeof written.value !== 'string') {
    found.unsure.add('an operation is chosen at run time');
    return;
  }
  const operations = /wait/i.test(name) ? waiterOperations(written.value) : [written.value.replaceAll('_', '')];
  const services = [...found.styles.keys()].filter((service) =>
    operations.every((operation) => needsOf(service, operation) !== undefined),
  );
  if (services.length === 0) found.unsure.add(`what \`${name}('${written.value}')\` calls is not known`);
  for (const service of services) for (const operation of operations) addOperation(found, [service, operation], at);
}
