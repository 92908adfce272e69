import type { Span } from '../../model/span.js';
import { type ClientStyle, needsOf } from './aws/meaning.js';
import { buildingServices, forwarded, plainServices } from './aws/services.data.js';

/** What is found in the files of a unit, bit by bit. */
export interface Found {
  readonly actions: Map<string, Span>;
  readonly perhaps: Set<string>;
  /** Those that an operation needs only if it is given some fields. */
  readonly conditional: Set<string>;
  readonly unsure: Set<string>;
  /** Styles in which clients are used, by service. */
  readonly styles: Map<string, Set<ClientStyle>>;
  /** Every name that something is given under. */
  readonly keys: Set<string>;
}

export function addOperation(
  found: Found,
  [service = '', operation = '']: readonly string[],
  at: Span,
  as: 'actions' | 'perhaps' = 'actions',
): void {
  const needs = needsOf(service, operation) ?? (as === 'perhaps' ? { always: [`${service}:${operation}`] } : undefined);
  if (needs === undefined) {
    found.unsure.add(`what \`${service}:${operation}\` needs is not known`);
    return;
  }
  for (const action of needs.always) {
    if (as === 'perhaps') found.perhaps.add(action);
    else if (!found.actions.has(action)) found.actions.set(action, at);
  }
  for (const action of needs.perhaps ?? []) found.conditional.add(action);
  if (plainServices.has(service)) return;
  for (const pattern of buildingServices.has(service) ? ['*'] : forwarded) found.perhaps.add(pattern);
}

/** True for what is known and no part of a client. */
export function isOther(symbol: string): boolean {
  return symbol !== '' && !/^(?:aio)?boto3|^@?aws-sdk/.test(symbol);
}
