import { isNull, textOf, type Value, valueAt } from '../../../../model/value.js';
import type { Service } from '../../service/service.js';
import { eventsOf } from '../events/configured-events.js';

const withBody: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'ANY', '*']);

/**
 * The one schema that the provider declares for requests and no event names, where one event alone has a body that nothing checks:
 * it must be meant for that. serverless/serverless, test/fixtures/programmatic/requestSchema/serverless.yml, read 2026-11-27.
 */
export function spareSchema(service: Service): string | undefined {
  const schemas = valueAt(service.provider.map, 'apiGateway', 'request', 'schemas');
  if (schemas?.kind !== 'map' || schemas.open) return undefined;
  const events = service.functions.flatMap((fn) => eventsOf(service, fn)).filter(({ type }) => type === 'http');
  const checked = events.map(({ section }) => valueAt(section.map, 'request', 'schemas', 'application/json'));
  const bare = events.filter((event, index) => checked[index] === undefined && hasBody(event));
  const named = new Set(checked.flatMap((value) => textOf(value) ?? []));
  const [spare, ...others] = schemas.entries.filter(({ key, value }) => !named.has(key) && !isNull(value));
  return bare.length === 1 && others.length === 0 ? spare?.key : undefined;
}

function hasBody({
  value,
  section,
}: {
  readonly value: Value | undefined;
  readonly section: { readonly map: Value | undefined };
}) {
  const [method] = (textOf(value) ?? '').trim().split(/\s+/, 1);
  return withBody.has((textOf(valueAt(section.map, 'method')) ?? method ?? '').toUpperCase());
}
