import { corsOf } from '../../../../clouds/aws/apis/cors.js';
import { flag } from '../../../../clouds/values/codec.js';
import { madeMap, madeText } from '../../../../clouds/values/made.js';
import type { Cors, FunctionUrl } from '../../../../model/api.js';
import type { Setting } from '../../../../model/setting.js';
import type { Edit } from '../../../../model/span.js';
import { entryOf, textOf, type Value, valueAt } from '../../../../model/value.js';
import type { Reading } from '../../../../notation/writer.js';
import type { ConfiguredFunction, Service } from '../../service/service.js';

/** Addresses of functions that no gateway protects. */
export function urlsOf(service: Service): readonly FunctionUrl[] {
  return service.functions.flatMap((fn) => {
    const entry = entryOf(fn.section.map, 'url');
    if (entry === undefined || isOff(entry.value)) return [];
    return [urlOf(service, fn, { at: entry.keyAt, value: entry.value })];
  });
}

function isOff(value: Value): boolean {
  return value.kind === 'scalar' && (value.value === null || flag.read(value) === false);
}

interface Written {
  readonly at: FunctionUrl['at'];
  readonly value: Value;
}

function urlOf({ reading }: Service, fn: ConfiguredFunction, { at, value }: Written): FunctionUrl {
  return {
    id: `${fn.id}Url`,
    type: 'url',
    at,
    whole: { ...at, end: Math.max(at.end, value.at.path === at.path ? value.at.end : at.end) },
    kind: 'url',
    function: fn.id,
    auth: authOf(reading, { at, value }),
    cors: corsIn(reading, valueAt(value, 'cors')),
  };
}

function authOf({ writer }: Reading, { at, value }: Written): Setting<'none' | 'iam'> {
  const write = (word: 'none' | 'iam'): readonly Edit[] | undefined => {
    if (word !== 'iam') return undefined;
    const authorizer = 'aws_iam';
    return value.kind === 'map'
      ? writer.insert(value, ['authorizer'], authorizer)
      : writer.replace(value, { authorizer });
  };
  if (value.kind !== 'map' && flag.read(value) !== true) return { kind: 'unknown', at, because: 'not understood' };
  const written = valueAt(value, 'authorizer');
  if (written === undefined && value.kind === 'map' && value.open)
    return { kind: 'unknown', at, because: 'open container' };
  if (written === undefined) return { kind: 'known', value: 'none', at, confidence: 'high', write };
  const isSigned = textOf(written)?.toLowerCase() === 'aws_iam';
  if (!isSigned) return { kind: 'unknown', at: written.at, because: 'not understood' };
  return {
    kind: 'known',
    value: 'iam',
    at: written.at,
    confidence: written.confidence ?? 'high',
    write: () => undefined,
  };
}

const corsNames = new Map([
  ['allowedOrigins', 'AllowOrigins'],
  ['allowedMethods', 'AllowMethods'],
  ['allowCredentials', 'AllowCredentials'],
  ['origin', 'AllowOrigins'],
  ['origins', 'AllowOrigins'],
  ['methods', 'AllowMethods'],
]);

/** Cross-origin settings in the framework's words; `true` lets every site call, without credentials. */
export function corsIn(reading: Reading, value: Value | undefined): Cors | undefined {
  if (value === undefined || (value.kind === 'scalar' && flag.read(value) !== true)) return undefined;
  if (value.kind === 'scalar') {
    const all = madeMap(value.at, { AllowOrigins: madeText(value.at, '*') });
    return corsOf({ map: madeMap(value.at, { cors: all }), at: value.at, reading }, 'cors');
  }
  if (value.kind !== 'map') return corsOf({ map: madeMap(value.at, { cors: value }), at: value.at, reading }, 'cors');
  const entries = value.entries.map((entry) => ({ ...entry, key: corsNames.get(entry.key) ?? entry.key }));
  const { writer } = reading;
  const remove = () => writer.remove(value, 'allowCredentials');
  const cors = corsOf({ map: madeMap(value.at, { cors: { ...value, entries } }), at: value.at, reading }, 'cors');
  if (cors?.credentials.kind !== 'known') return cors;
  return { ...cors, credentials: { ...cors.credentials, remove } };
}
