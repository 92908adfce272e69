import { absent, fixed, type Setting, unknown } from '../../../model/setting.js';
import { isNull, textOf, type Value, valueAt } from '../../../model/value.js';
import type { Declared } from '../deployment.js';
import { configOf } from '../functions/function-apps.js';
import { type Mapping, property } from '../mapping.js';

/** Ranges that stand for every address; exported templates list one as the last rule. */
const everywhere: ReadonlySet<string> = new Set(['any', '0.0.0.0/0', '::/0']);

/** Whether an app takes requests from some addresses only: known true, absent, or not known. */
export function restrictionOf(mapping: Mapping, site: Declared): Setting<true> {
  const places = [
    { owner: site, path: ['properties', 'siteConfig'] },
    ...configOf(mapping, site, 'web').map((owner) => ({ owner, path: ['properties'] })),
  ];
  for (const { owner, path } of places) {
    const config = property(owner, ...path);
    if (config === undefined || isNull(config)) continue;
    if (config.kind !== 'map') return unknown(config.at, 'rules elsewhere');
    const otherwise = textOf(valueAt(config, 'ipSecurityRestrictionsDefaultAction'))?.toLowerCase();
    if (otherwise === 'deny') return fixed(true, config.at);
    const rules = valueAt(config, 'ipSecurityRestrictions');
    const isNarrow = rules === undefined ? undefined : narrows(rules);
    if (isNarrow === true && rules !== undefined) return fixed(true, rules.at);
    if ((rules === undefined && config.open) || (rules !== undefined && isNarrow === undefined))
      return unknown(config.at, 'rules elsewhere');
  }
  return absent(site.at);
}

/** Once an address is allowed all others are denied; undefined if a rule is not known. */
function narrows(rules: Value): boolean | undefined {
  if (isNull(rules)) return false;
  if (rules.kind !== 'list') return undefined;
  const addresses = rules.items.map((rule) => textOf(valueAt(rule, 'ipAddress'))?.toLowerCase());
  const isOpen = rules.items.some(
    (rule, index) =>
      everywhere.has(addresses[index] ?? '') && textOf(valueAt(rule, 'action'))?.toLowerCase() !== 'deny',
  );
  if (isOpen) return false;
  return rules.items.length === 0 ? (rules.open ? undefined : false) : true;
}
