import type { Span } from '../../model/span.js';
import type { StoreName } from '../flow/value.js';
import type { CallExpression, Expression, ModuleForm, Variable } from '../form.js';
import { walkForm } from '../walking.js';
import { type ClientStyle, meaningOf, operationsOf } from './aws/meaning.js';
import { resourceNames } from './aws/stores.data.js';
import { targetFields } from './aws/targets.data.js';
import { isOther } from './found.js';
import { keyIn } from './methods.js';
import type { SymbolOf } from './symbols.js';

/** A store as one call names it. */
export interface NamedTarget {
  readonly name: StoreName;
  readonly at: Span;
}

interface TargetFile {
  readonly form: ModuleForm;
  readonly values: ReadonlyMap<Variable, Expression>;
  readonly symbolOf: SymbolOf;
}

interface Uses {
  /** Calls that were followed and are certainly none of a client's. */
  readonly others: ReadonlySet<Expression>;
  /** Styles in which clients of the service are used. */
  readonly styles: ReadonlySet<ClientStyle> | undefined;
}

/** What all calls of a service name; undefined where one of them names what cannot be told, or it is asked without a call. */
export function targetsOf(
  service: string,
  files: readonly TargetFile[],
  uses: Uses,
): readonly NamedTarget[] | undefined {
  const found: NamedTarget[] = [];
  for (const file of files) {
    const own = targetsIn(service, file, uses);
    if (own === undefined) return undefined;
    found.push(...own);
  }
  return found;
}

function targetsIn(service: string, file: TargetFile, uses: Uses): readonly NamedTarget[] | undefined {
  const found: (NamedTarget | undefined)[] = [];
  const called = new Set<Expression>();
  const expression = (one: Expression): void => {
    if (one.kind === 'call') {
      called.add(one.callee);
      if (asks(service, one, file, uses)) found.push(targetOf(service, one, file));
      return;
    }
    const name = one.kind === 'member' ? one.name : keyIn(one);
    // A method that is passed on is called somewhere else, with what cannot be told.
    if (name !== undefined && !called.has(one) && isMethod(service, name, uses) && isClient(one, file))
      found.push(undefined);
  };
  walkForm(file.form, { expression });
  const known = found.filter((one) => one !== undefined);
  return known.length === found.length ? known : undefined;
}

/** True for a call that asks the service for something: a command that is made, a method of a client, a resource of boto3. */
function asks(service: string, one: CallExpression & Expression, { symbolOf }: TargetFile, uses: Uses): boolean {
  const { callee } = one;
  const symbol = symbolOf(callee);
  const meaning = symbol === undefined ? undefined : meaningOf(symbol);
  if (meaning?.kind === 'operation') return meaning.service === service;
  if (resourceOf(symbol) !== undefined) return symbol?.includes(`(${service})`) === true;
  if (callee.kind !== 'member' || uses.others.has(one)) return false;
  const object = symbolOf(callee.object);
  if (object !== undefined && (isOther(object) || resourceOf(object.replace(/\(\)$/, '')) !== undefined)) return false;
  if (byText.test(callee.name)) return true;
  return isMethod(service, callee.name, { ...uses, styles: withoutResources(uses.styles) });
}

/** They take an operation by its name; what it is about stands elsewhere. */
const byText = /^(?:get_waiter|get_paginator|generate_presigned_url|getSignedUrl|getSignedUrlPromise|waitFor)$/;

/** What a method of a resource means the resource was made with. */
function withoutResources(styles: Uses['styles']): Uses['styles'] {
  return styles && new Set([...styles].filter((style) => style !== 'resource'));
}

function isMethod(service: string, name: string, { styles }: Pick<Uses, 'styles'>): boolean {
  return [...(styles ?? [])].some((style) => operationsOf(service, style, name).length > 0);
}

function isClient(one: Expression, { symbolOf }: TargetFile): boolean {
  if (one.kind !== 'member' && one.kind !== 'index') return false;
  const object = symbolOf(one.object);
  return object !== undefined && !isOther(object);
}

/** `boto3.resource('dynamodb').Table`. */
function resourceOf(symbol = ''): string | undefined {
  const [, kind] = /^(?:aio)?boto3\b.*\.resource\([\w-]+\)\.(\w+)$/.exec(symbol) ?? [];
  return kind === undefined ? undefined : resourceNames[kind];
}

/** A copy is about two buckets. */
const copied = 'CopySource';

function targetOf(service: string, one: CallExpression & Expression, file: TargetFile): NamedTarget | undefined {
  const [first] = one.arguments;
  if (resourceOf(file.symbolOf(one.callee)) !== undefined) return named(service, first?.value, one.at, file);
  if (one.callee.kind === 'member' && byText.test(one.callee.name)) return undefined;
  if (entryOf(literal(first?.value, file), copied) !== undefined || one.arguments.some(({ name }) => name === copied))
    return undefined;
  for (const field of targetFields.get(service) ?? []) {
    const byName = one.arguments.find(({ name }) => name === field)?.value;
    const value = byName ?? entryOf(literal(first?.value, file), field);
    if (value !== undefined) return named(service, value, one.at, file);
  }
  return undefined;
}

function literal(value: Expression | undefined, { values }: TargetFile): Expression | undefined {
  return value?.kind === 'variable' ? values.get(value.variable) : value;
}

/** What an object is given under a name; what is spread into it may say otherwise. */
function entryOf(value: Expression | undefined, field: string): Expression | undefined {
  if (value?.kind !== 'object' || value.entries.some(({ key }) => key === undefined)) return undefined;
  return value.entries.find(({ key }) => key === field)?.value;
}

function named(service: string, value: Expression | undefined, at: Span, file: TargetFile): NamedTarget | undefined {
  const written = literal(value, file);
  if (written?.kind === 'constant' && typeof written.value === 'string')
    return { name: { service, by: 'text', name: written.value }, at };
  const symbol = written && file.symbolOf(written);
  const variable = variableOf(symbol) ?? lookedUp(written, file);
  return variable === undefined ? undefined : { name: { service, by: 'variable', name: variable }, at };
}

function variableOf(symbol = ''): string | undefined {
  return /^(?:process\.env|os\.environ)\.(\w+)$/.exec(symbol)?.[1];
}

/** `os.environ['TABLE']`, `os.environ.get('TABLE')`, and the same of Node. */
function lookedUp(value: Expression | undefined, { symbolOf }: TargetFile): string | undefined {
  if (value?.kind === 'index' && /^(?:process\.env|os\.environ)$/.test(symbolOf(value.object) ?? ''))
    return keyIn(value);
  if (value?.kind !== 'call' || !/^os\.(?:environ\.get|getenv)$/.test(symbolOf(value.callee) ?? '')) return undefined;
  const [name, otherwise] = value.arguments;
  if (otherwise !== undefined || name?.value.kind !== 'constant') return undefined;
  return typeof name.value.value === 'string' ? name.value.value : undefined;
}
