import type { Api } from '../../../model/api.js';
import type { Setting } from '../../../model/setting.js';
import { unknown } from '../../../model/setting.js';
import type { Span } from '../../../model/span.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import type { Codec } from '../../values/codec.js';
import { settingOf } from '../../values/section.js';
import { firstSaid } from '../../values/writes.js';
import type { Mapping } from '../mapping.js';
import { type PolicyStatement, readPolicyDocument } from '../policies/document.js';
import { closingList, closingListsOfEvents } from '../sam/caller-lists.js';
import type { ApiSource } from './api-source.js';

type Visibility = 'public' | 'private';

/** Whether the internet reaches an API: by its endpoint type, or by a resource policy that admits few. */
export function visibilityOf(mapping: Mapping, source: ApiSource): Api['visibility'] {
  const endpoint = settingOf(source.own, ['EndpointConfiguration'], endpointType);
  if (source.kind !== 'rest' || (endpoint.kind === 'known' && endpoint.value === 'private')) return endpoint;
  const policies = [
    valueAt(source.own.map, 'Policy'),
    valueAt(source.own.map, 'Auth', 'ResourcePolicy'),
    valueAt(source.document, 'x-amazon-apigateway-policy'),
  ];
  const [first = endpoint, ...others] = policies.map((policy) => byPolicy(mapping, policy, source));
  const admitted = firstSaid(first, ...others);
  if (admitted.kind !== 'absent') return admitted;
  const ofEvents = source.sam === undefined ? undefined : closingListsOfEvents(mapping, source.resource.id);
  return ofEvents === undefined ? endpoint : closedBy(ofEvents.keyAt);
}

function closedBy(at: Span): Setting<Visibility> {
  return { kind: 'known', value: 'private', at, confidence: 'high', write: () => undefined };
}

const endpointType: Codec<Visibility> = {
  read: (value) => {
    const types = value.kind === 'map' ? (valueAt(value, 'Types') ?? valueAt(value, 'Type')) : value;
    const written = itemsOf(types).map(textOf);
    if (written.length === 0 || written.includes(undefined)) return undefined;
    return written.includes('PRIVATE') ? 'private' : 'public';
  },
  write: () => undefined,
};

function byPolicy(mapping: Mapping, policy: Value | undefined, { resource }: ApiSource): Setting<Visibility> {
  const write = () => undefined;
  const { at } = resource;
  if (policy === undefined) return { kind: 'absent', at, write };
  if (policy.kind === 'unknown') return unknown(policy.at, policy.because);
  const listed = closingList(policy);
  if (listed !== undefined) return closedBy(listed.keyAt);
  const { statements, open } = readPolicyDocument(documentIn(policy), mapping.reading);
  const private_ = statements.some(deniesOthers) || (statements.length > 0 && statements.every(admitsFew));
  if (open && !private_) return unknown(policy.at, 'open policy');
  return private_ ? closedBy(policy.at) : { kind: 'absent', at, write };
}

/** SAM's `CustomStatements` count as a document's statements. */
function documentIn(policy: Value): Value {
  const statements = valueAt(policy, 'CustomStatements');
  if (policy.kind !== 'map' || statements === undefined) return policy;
  return { ...policy, entries: [{ key: 'Statement', keyAt: statements.at, value: statements }] };
}

const network = /^aws:(?:sourceip|vpcsourceip|sourcevpce?|sourceaccount|principalorgid|principalaccount)$/i;

function deniesOthers({ effect, conditions }: PolicyStatement): boolean {
  return effect === 'deny' && conditions.some(({ key, operator }) => network.test(key) && operator.includes('Not'));
}

function admitsFew({ effect, conditions, principals, principalsOpen }: PolicyStatement): boolean {
  if (effect === 'deny') return true;
  if (effect !== 'allow') return false;
  if (conditions.some(({ key, operator }) => network.test(key) && !operator.includes('Not'))) return true;
  return !principalsOpen && principals.length > 0 && principals.every(({ term }) => term.text !== '*');
}
