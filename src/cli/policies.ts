import { catalogue } from '../policies/catalogue.js';
import type { Policy } from '../policies/definition.js';
import { versionOf } from '../publish/version.js';
import { renderPolicies } from '../report/json.js';
import { isPeerTool, type PeerTool, peerMap, peerMapData, peerTools, renderPeerMap } from '../report/peer-rules.js';
import { namedLinks, namedReferences } from '../report/references.js';
import { CannotRun } from './cannot-run.js';
import { printTo } from './output.js';
import { findPolicy } from './policy.js';

interface PoliciesOptions {
  readonly format: string;
  readonly output?: string;
  readonly map?: string;
}

/** `postern policies [ID]`: lists the policies, or explains one. */
export async function policiesCommand(id: string | undefined, options: PoliciesOptions): Promise<number> {
  const { format, output, map } = options;
  if (format !== 'pretty' && format !== 'json')
    throw new CannotRun(`--format of policies is pretty or json, not ${JSON.stringify(format)}.`);
  const isData = format === 'json';
  const found = id === undefined ? undefined : findPolicy(id);
  if (map !== undefined) {
    const asked = peerMap(found === undefined ? catalogue : [found], toolNamed(map));
    await printTo(output, isData ? peerMapData(asked) : renderPeerMap(asked));
    return 0;
  }
  if (isData) await printTo(output, renderPolicies(found === undefined ? catalogue : [found], versionOf()));
  else await printTo(output, found === undefined ? list() : explain(found));
  return 0;
}

function toolNamed(word: string): PeerTool {
  if (isPeerTool(word)) return word;
  const known = Object.keys(peerTools);
  throw new CannotRun(`There is no map for ${JSON.stringify(word)}; there are ${known.join(', ')}.`);
}

function list(): string {
  const widest = Math.max(...catalogue.map((policy) => policy.id.length));
  const rows = catalogue.map(({ id, severity, title }) => `${id.padEnd(widest)}  ${severity.padEnd(8)}  ${title}\n`);
  return `${rows.join('')}${catalogue.length} policies; \`postern policies ID\` explains one\n`;
}

function explain({ id, threat, severity, title, why, remedy, acceptable, references }: Policy): string {
  return [
    `${title}`,
    `${id}, ${severity}, ${threat}`,
    '',
    `Why: ${why}`,
    `Remedy: ${remedy}`,
    `Right to suppress: ${acceptable}`,
    `Suppress: # postern-ignore: ${id} -- <reason>, until <YYYY-MM-DD>`,
    ...namedReferences(references).map(({ source, entries }) => `${source}: ${entries.join(', ')}`),
    ...namedLinks(references).flatMap(({ entries }) => entries),
    '',
  ].join('\n');
}
