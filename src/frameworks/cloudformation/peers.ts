import type { Declared, Template } from '../../clouds/aws/template.js';
import type { PeerSuppression } from '../../findings/peer-suppressions.js';
import { itemsOf, textOf, type Value, valueAt } from '../../model/value.js';
import { lineAt } from '../../notation/source.js';

const places = [
  { tool: 'cfn_nag', path: ['cfn_nag', 'rules_to_suppress'] },
  { tool: 'checkov', path: ['checkov', 'skip'] },
] as const;

/** What other tools read in the metadata of resources: `cfn_nag: rules_to_suppress` and `checkov: skip`. */
export function peersIn({ resources }: Template, text: string): readonly PeerSuppression[] {
  return resources.flatMap((declared) => places.flatMap((place) => entriesOf(declared, place, text)));
}

function entriesOf(
  { metadata }: Declared,
  { tool, path }: (typeof places)[number],
  text: string,
): readonly PeerSuppression[] {
  return itemsOf(valueAt(metadata, ...path)).flatMap((entry: Value) => {
    const rule = textOf(valueAt(entry, 'id'));
    if (rule === undefined) return [];
    const { at } = entry;
    return [{ tool, rule, reach: 'resource', at, line: lineAt(text, at.start), written: `${tool} ${rule}` }];
  });
}
