import type { MapEntry, Value } from '../../../model/value.js';
import { valueAt } from '../../../model/value.js';
import { entriesOf, type Mapping } from '../mapping.js';
import { apiOfEvent } from './apis.js';
import { apiEvents } from './events.js';

/** Only who is listed gets in. */
const closing = new Set(['IpRangeWhitelist', 'SourceVpcWhitelist', 'IntrinsicVpcWhitelist', 'IntrinsicVpceWhitelist']);
/** These let everyone in whom no list names. */
const opening = new Set(['IpRangeBlacklist', 'SourceVpcBlacklist', 'IntrinsicVpcBlacklist', 'IntrinsicVpceBlacklist']);
const accounts = 'AwsAccountWhitelist';

/**
 * The list of a SAM `ResourcePolicy` that admits the named ones only. SAM writes a statement that allows everyone for every list
 * of addresses and networks, so a list of accounts beside one of those keeps nobody out.
 */
export function closingList(policy: Value | undefined): MapEntry | undefined {
  const lists = entriesOf(policy);
  const byNetwork = lists.find(({ key }) => closing.has(key));
  if (byNetwork !== undefined || lists.some(({ key }) => opening.has(key))) return byNetwork;
  return lists.find(({ key }) => key === accounts);
}

/** The lists of an API's events, if all events with a policy have one: their routes are then closed, and the others refuse everyone. */
export function closingListsOfEvents(mapping: Mapping, api: string): MapEntry | undefined {
  const events = apiEvents(mapping).filter(({ type }) => type === 'Api');
  const own = events.filter((event) => apiOfEvent(mapping, event) === api);
  const policies = own.flatMap(({ properties }) => valueAt(properties.map, 'Auth', 'ResourcePolicy') ?? []);
  const lists = policies.map(closingList);
  return lists.includes(undefined) ? undefined : lists[0];
}
