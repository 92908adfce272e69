import { entryOf, type MapValue, textOf, type Value } from '../../../../model/value.js';
import { mapOf } from '../../evaluate/values.js';
import type { Evaluated, Resources } from '../evaluated.js';

/** What stands behind a REST method: Terraform declares it apart, for the same API, path and method. */
export function integrationOf(map: MapValue, method: Evaluated, resources: Resources): MapValue {
  const found = resources.ofType('aws_api_gateway_integration').find((one) => isFor(one, method));
  if (found === undefined) return map;
  const { headAt } = found.instance.block;
  const entries = [
    ['Type', 'type'],
    ['Uri', 'uri'],
    ['ConnectionType', 'connection_type'],
    ['RequestTemplates', 'request_templates'],
  ].flatMap(([key = '', name = '']) => {
    const entry = entryOf(found.body, name);
    return entry === undefined ? [] : [{ ...entry, key }];
  });
  const value = mapOf(entries, found.body.at, found.body.open);
  return { ...map, entries: [...map.entries, { key: 'Integration', keyAt: headAt, value }] };
}

function isFor(integration: Evaluated, method: Evaluated): boolean {
  const resource = pointsAt(integration, 'resource_id');
  if (resource === undefined || resource !== pointsAt(method, 'resource_id')) return false;
  const [own, other] = [methodName(integration), methodName(method)];
  return own === other || own === undefined || other === undefined;
}

function pointsAt({ body }: Evaluated, name: string): string | undefined {
  const value = entryOf(body, name)?.value;
  return value?.kind === 'reference' ? `${value.to} ${value.attribute === 'root_resource_id'}` : textOf(value);
}

function methodName({ body }: Evaluated): string | undefined {
  const value: Value | undefined = entryOf(body, 'http_method')?.value;
  return textOf(value)?.toUpperCase();
}
