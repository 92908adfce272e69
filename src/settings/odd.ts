import { type Document, isAlias, isMap, isNode, isScalar, type Pair, type ParsedNode, visit } from 'yaml';
import { shown } from './shown.js';

/** What is valid YAML and yet no settings, and where. */
export interface Odd {
  readonly offset: number;
  readonly message: string;
}

/** Each alias is looked up in the whole file. */
const mostAliases = 50;
const mostTold = 20;

/** Keys that are no texts, keys that stand twice, and more aliases than anybody writes. */
export function oddIn(document: Document.Parsed): readonly Odd[] {
  const odd: Odd[] = [];
  let aliases = 0;
  visit(document, (_, node) => {
    if (odd.length >= mostTold) return visit.BREAK;
    if (isMap(node)) odd.push(...oddKeys(node.items as readonly Pair[]).slice(0, mostTold));
    if (isAlias(node)) aliases += 1;
    if (aliases <= mostAliases) return undefined;
    odd.push({ offset: offsetOf(node), message: `Settings have more than ${mostAliases} aliases.` });
    return visit.BREAK;
  });
  return odd;
}

function oddKeys(pairs: readonly Pair[]): readonly Odd[] {
  const seen = new Set<string>();
  return pairs.flatMap(({ key }): readonly Odd[] => {
    if (!isScalar(key)) return [{ offset: offsetOf(key), message: 'Settings have a key that is no text.' }];
    const name = String(key.value);
    if (seen.has(name)) return [{ offset: offsetOf(key), message: `Settings name ${shown(name)} twice.` }];
    seen.add(name);
    return [];
  });
}

function offsetOf(node: unknown): number {
  return isNode(node) ? ((node as ParsedNode).range?.[0] ?? 0) : 0;
}
