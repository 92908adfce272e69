import type { Auth, Route } from '../../model/api.js';
import type { Setting } from '../../model/setting.js';
import type { Span } from '../../model/span.js';
import { type MapEntry, type MapValue, textOf, type Value, valueAt } from '../../model/value.js';
import { authOf } from './security.js';
import { hasModel, validationOf } from './validation.js';
import type { OpenApiWhole } from './whole.js';

/** One method of one path. */
export interface OpenApiOperation {
  readonly method: string;
  readonly path: string;
  readonly at: Span;
  readonly whole: Span;
  readonly auth: Setting<Auth>;
  readonly validation: Setting<boolean>;
  readonly hasModel: boolean;
  readonly integration: Route['integration'];
  /** The day from which it is gone, of an operation that is deprecated. */
  readonly sunset?: string;
  /** What the integration names: a function's invocation address, a URL. */
  readonly target: Value | undefined;
  /** What it makes of a request for a service: the address of a workflow may stand there. */
  readonly handed: Value | undefined;
}

export interface OperationEntry {
  readonly path: string;
  readonly method: string;
  readonly entry: MapEntry;
}

export function operationOf(whole: OpenApiWhole, { path, method, entry }: OperationEntry): OpenApiOperation {
  const { keyAt, value } = entry;
  const map: MapValue = value.kind === 'map' ? value : { kind: 'map', at: keyAt, entries: [], open: true };
  const integration = valueAt(map, 'x-amazon-apigateway-integration');
  const target = valueAt(integration, 'uri');
  return {
    method,
    path,
    at: keyAt,
    whole: value.at,
    auth: authOf(whole, map, keyAt),
    validation: validationOf(whole, map, keyAt),
    hasModel: hasModel(map),
    integration: integrationOf(textOf(valueAt(integration, 'type'))?.toLowerCase(), target),
    target,
    handed: valueAt(integration, 'requestTemplates'),
    ...sunsetOf(map),
  };
}

/** `x-sunset`, as oasdiff and others write it: https://www.oasdiff.com/docs/deprecation */
function sunsetOf(map: MapValue): Pick<OpenApiOperation, 'sunset'> {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(textOf(valueAt(map, 'x-sunset')) ?? '')?.[0];
  return day === undefined || textOf(valueAt(map, 'deprecated')) !== 'true' ? {} : { sunset: day };
}

function integrationOf(type: string | undefined, target: Value | undefined): Route['integration'] {
  if (type === 'mock') return 'mock';
  if (type === 'http' || type === 'http_proxy') return 'http';
  if (type !== 'aws' && type !== 'aws_proxy') return 'unknown';
  return type === 'aws' && !namesFunction(target) ? 'service' : 'function';
}

function namesFunction(target: Value | undefined): boolean {
  if (target === undefined) return false;
  if (target.kind === 'scalar') return String(target.value).includes(':lambda:');
  if (target.kind !== 'pattern') return true;
  return target.parts.some((part) => typeof part === 'string' && part.includes(':lambda:'));
}
