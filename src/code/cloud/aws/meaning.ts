import { actionsByService } from '../../../facts/iam/actions.data.js';
import { factsOf } from '../../../facts/iam/actions.js';
import { clientMethods, documentCommands, documentMethods, resourceMethods, waiters } from './methods.data.js';
import { type OperationNeeds, operationNeeds } from './operations.data.js';
import { prefixes } from './services.data.js';

/** How a client is used: by commands that are sent, by its methods, by methods that take plain values, by boto3's resources. */
export type ClientStyle = 'commands' | 'methods' | 'document' | 'resource';

/** What a symbol of an SDK stands for. Services by the prefix of their actions. */
export type Meaning =
  | { readonly kind: 'operation'; readonly service: string; readonly operations: readonly string[] }
  | { readonly kind: 'client'; readonly service: string; readonly style: ClientStyle };

function serviceOf(name: string): string {
  const lower = name.toLowerCase();
  return prefixes.get(lower) ?? lower;
}

const flat = (name: string): string => name.toLowerCase().replaceAll('-', '');
const byFlatName = new Map([
  ...[...actionsByService.keys()].map((prefix) => [flat(prefix), prefix] as const),
  ...[...prefixes].map(([name, prefix]) => [flat(name), prefix] as const),
]);

/** What a symbol means, without what it is called for: `@aws-sdk/client-sqs.SendMessageCommand`. */
export function meaningOf(symbol: string): Meaning | undefined {
  const bare = symbol.replace(/\(\)$/, '');
  const [, client, name = ''] = /^@aws-sdk\/client-([\w-]+)\.(\w+)$/.exec(bare) ?? [];
  if (client !== undefined) return versionThree(client, name);
  const [, library, command = ''] = /^@aws-sdk\/lib-(dynamodb)\.(\w+)$/.exec(bare) ?? [];
  if (library !== undefined) return documentMeaning(command);
  const [, boto, of = ''] = /^(?:aio)?boto3\b.*\.(client|resource)\(([\w-]+)\)$/.exec(symbol) ?? [];
  if (boto !== undefined)
    return { kind: 'client', service: serviceOf(of), style: boto === 'client' ? 'methods' : 'resource' };
  return versionTwo(bare);
}

function versionThree(client: string, name: string): Meaning | undefined {
  const service = serviceOf(client);
  const [, paginated] = /^paginate([A-Z]\w+)$/.exec(name) ?? [];
  const [, waited] = /^waitUntil([A-Z]\w+)$/.exec(name) ?? [];
  const [, operation] = /^([A-Z]\w*)Command$/.exec(name) ?? [];
  if (waited !== undefined) return { kind: 'operation', service, operations: waiterOperations(waited) };
  const called = operation ?? paginated;
  if (called !== undefined) return { kind: 'operation', service, operations: [called] };
  if (/^[A-Z]\w*Client$/.test(name)) return { kind: 'client', service, style: 'commands' };
  return flat(client) === name.toLowerCase() ? { kind: 'client', service, style: 'methods' } : undefined;
}

/** An unknown waiter asks what is not known: an operation that nothing has. */
export function waiterOperations(name: string): readonly string[] {
  return waiters.get(flat(name.replaceAll('_', ''))) ?? [`waiter ${name}`];
}

function documentMeaning(name: string): Meaning | undefined {
  const service = 'dynamodb';
  if (name === 'DynamoDBDocument') return { kind: 'client', service, style: 'document' };
  const [, command] = /^(?:paginate)?(\w+?)(?:Command)?$/.exec(name) ?? [];
  const operations = documentCommands.get(command ?? '');
  return operations && { kind: 'operation', service, operations };
}

function versionTwo(symbol: string): Meaning | undefined {
  const [, name] = /^aws-sdk(?:\.|\/clients\/)(\w+)(?:\.[A-Z]\w+)?$/.exec(symbol) ?? [];
  if (name === undefined || /^(?:config|Credentials|util|Service|Request|Endpoint|HttpRequest)$/i.test(name))
    return undefined;
  if (/\.Converter$/.test(symbol)) return undefined;
  const service = byFlatName.get(flat(name)) ?? flat(name);
  return { kind: 'client', service, style: /\.DocumentClient$/.test(symbol) ? 'document' : 'methods' };
}

/** True if the actions of a service are known. */
export function isKnownService(service: string): boolean {
  return actionsByService.has(service);
}

/** The operations that a method of a client may call; none if it is not one of its methods. */
export function operationsOf(service: string, style: ClientStyle, method: string): readonly string[] {
  switch (style) {
    case 'commands':
      return [];
    case 'document':
      return documentMethods.get(method) ?? [];
    case 'resource':
      return resourceMethods.get(service)?.get(method) ?? [];
    case 'methods': {
      const own = clientMethods.get(service)?.get(method);
      if (own) return own;
      const name = method.replaceAll('_', '');
      return method !== '' && /^[a-z]/.test(method) && needsOf(service, name) !== undefined ? [name] : [];
    }
  }
}

/** The actions that an operation needs; undefined if nothing is known about it. */
export function needsOf(service: string, operation: string): OperationNeeds | undefined {
  const known = operationNeeds.get(`${service}:${operation.toLowerCase()}`);
  if (known) return known;
  const [fact] = factsOf({ service, name: operation }) ?? [];
  return fact && { always: [`${service}:${fact.name}`] };
}
