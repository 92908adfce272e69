import type { Site } from '../flow/calls.js';
import { nothing, type Value } from '../flow/value.js';
import { cloudSdks } from '../tables/resources.data.js';
import { meaningOf, operationsOf } from './aws/meaning.js';
import { resourceNames } from './aws/stores.data.js';
import { type CloudCall, madeWith } from './cloud-call.js';
import { keptInChain, linkedCall } from './links.js';

/** What a call asks the cloud to do; undefined for any other. Commands ask when they are made. */
export function cloudCallOf(site: Site): CloudCall | undefined {
  const { symbol, expression, arguments: given } = site;
  if (symbol === undefined) return undefined;
  if (!cloudSdks.test(symbol)) return linkedCall(site);
  const meaning = meaningOf(symbol);
  if (meaning?.kind === 'operation')
    return expression.creates ? callOf(meaning.service, meaning.operations[0], given[0]?.value) : undefined;
  if (/^@aws-sdk\/lib-storage\.Upload$/.test(symbol))
    return callOf('s3', 'upload', given[0]?.value.fields?.get('params'));
  const dot = symbol.lastIndexOf('.');
  const method = symbol.slice(dot + 1);
  const [, resource] = /^((?:aio)?boto3\b.*\.resource\([\w-]+\))\./.exec(symbol) ?? [];
  const client = meaningOf(resource ?? symbol.slice(0, dot));
  if (client?.kind !== 'client') return undefined;
  const [operation] = operationsOf(client.service, client.style, method);
  return callOf(client.service, operation, inputOf(site, resource === undefined ? undefined : site.receiver));
}

/** The command that is sent: what is asked and given back by `client.send(command)`. */
export function sentCommand({ symbol = '', name, arguments: given }: Site): CloudCall | undefined {
  const command = given[0]?.value;
  if (name !== 'send' || command?.symbol === undefined || !cloudSdks.test(symbol)) return undefined;
  const meaning = meaningOf(command.symbol);
  return meaning?.kind === 'operation'
    ? callOf(meaning.service, meaning.operations[0], command.fields?.get(madeWith))
    : undefined;
}

function callOf(service: string, operation: string | undefined, input: Value = nothing): CloudCall | undefined {
  return operation === undefined ? undefined : { operation: `${service}:${operation.toLowerCase()}`, input };
}

/** An object of fields, or arguments by name; of boto3's resources the resource is one of them. */
function inputOf({ arguments: given }: Site, resource: Value | undefined): Value {
  const named = given.flatMap(({ name, value }) => (name === undefined ? [] : [[name, value] as const]));
  const own = resource?.fields?.get(madeWith)?.fields ?? new Map<string, Value>();
  if (named.length === 0 && own.size === 0) return given[0]?.value ?? nothing;
  return { taints: [], fields: new Map([...own, ...named]) };
}

/** What a command, a resource of boto3 or a chain of clients is made with, to be found again where it is used. */
export function keptOf(site: Site): Value['fields'] {
  const { symbol = '', expression, arguments: given } = site;
  if (!cloudSdks.test(symbol)) return keptInChain(site);
  const [first] = given;
  if (first === undefined) return undefined;
  if (expression.creates && meaningOf(symbol)?.kind === 'operation') return new Map([[madeWith, first.value]]);
  const fields = nameOfResource(site);
  return fields && new Map([[madeWith, { taints: [], fields: new Map(fields) }]]);
}

/** What a resource of boto3 is made with, by the API's names: `Object(bucket, key)`, `Bucket(name).Object(key)`. */
function nameOfResource({
  symbol = '',
  arguments: given,
  receiver,
}: Site): readonly (readonly [string, Value])[] | undefined {
  const [, within, kind = ''] = /^(?:aio)?boto3\b.*\.resource\([\w-]+\)(\.Bucket\(\))?\.(\w+)$/.exec(symbol) ?? [];
  const field = resourceNames[kind];
  const [first] = given;
  if (field === undefined || first === undefined || (within !== undefined && kind !== 'Object')) return undefined;
  const place = within === undefined ? 1 : 0;
  const key = kind === 'Object' ? (given.find(({ name }) => name === 'key') ?? given[place])?.value : undefined;
  const bucket = within === undefined ? first.value : receiver?.fields?.get(madeWith)?.fields?.get(field);
  return [...(bucket ? [[field, bucket] as const] : []), ...(key ? [['Key', key] as const] : [])];
}
