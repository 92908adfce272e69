import type { CustomDomain } from '../../../model/api.js';
import { entryOf, textOf, valueAt } from '../../../model/value.js';
import { block } from '../../values/codec.js';
import { sectionAt, settingOf } from '../../values/section.js';
import { listed, type Mapping, property, referent, setting } from '../mapping.js';
import type { Declared } from '../template.js';
import type { ApiSource } from './api-source.js';

const certificate = ['MutualTlsAuthentication'];

const mappings = [
  { type: 'AWS::ApiGateway::BasePathMapping', api: 'RestApiId' },
  { type: 'AWS::ApiGatewayV2::ApiMapping', api: 'ApiId' },
] as const;

/** The custom domain in front of an API, and whether it asks callers for certificates. */
export function customDomainOf(mapping: Mapping, { resource, own }: ApiSource): CustomDomain | undefined {
  const written = entryOf(own.map, 'Domain');
  if (written !== undefined) {
    return { at: written.keyAt, mutualTls: settingOf(sectionAt(own, 'Domain'), certificate, block) };
  }
  for (const { type, api } of mappings) {
    const [found] = mapping.pointing(type, [api], resource.id);
    const domain = found && mapping.byId.get(referent(mapping, property(found, 'DomainName')) ?? '');
    if (domain !== undefined && !goesBy(domain, 'mappings')) continue;
    if (domain !== undefined) return { at: domain.at, mutualTls: setting(domain, certificate, block) };
    if (found !== undefined)
      return { at: found.at, mutualTls: { kind: 'unknown', at: found.at, because: 'domain elsewhere' } };
  }
  return routedDomainOf(mapping, resource.id);
}

/** A domain whose routing rules lead to the API: they name the domain by its ARN. */
function routedDomainOf(mapping: Mapping, api: string): CustomDomain | undefined {
  const leads = (rule: Declared) =>
    listed(property(rule, 'Actions')).some(
      (action) => referent(mapping, valueAt(action, 'InvokeApi', 'ApiId')) === api,
    );
  const rule = mapping.ofType('AWS::ApiGatewayV2::RoutingRule').find(leads);
  if (rule === undefined) return undefined;
  const domain = mapping.byId.get(referent(mapping, property(rule, 'DomainNameArn')) ?? '');
  if (domain !== undefined && !goesBy(domain, 'rules')) return undefined;
  if (domain !== undefined) return { at: domain.at, mutualTls: setting(domain, certificate, block) };
  return { at: rule.at, mutualTls: { kind: 'unknown', at: rule.at, because: 'domain elsewhere' } };
}

/** A domain goes by its mappings, unless it is told to go by its routing rules, alone or before them. */
function goesBy(domain: Declared, what: 'mappings' | 'rules'): boolean {
  const written = property(domain, 'RoutingMode');
  const mode = written === undefined ? '' : textOf(written);
  if (mode === undefined) return true;
  return what === 'rules' ? mode.startsWith('ROUTING_RULE') : mode !== 'ROUTING_RULE_ONLY';
}
