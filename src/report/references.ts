import type { References } from '../policies/definition.js';
import { toolOf } from '../policies/peer-rules.js';

/** References of one source, as people call it: `Checkov: CKV_AWS_258`. */
export interface NamedReferences {
  readonly source: string;
  readonly entries: readonly string[];
}

const clouds: readonly (readonly [keyof References['links'], string])[] = [
  ['any', 'General'],
  ['aws', 'AWS'],
  ['azure', 'Azure'],
  ['google', 'Google Cloud'],
  ['knative', 'Knative and Kubernetes'],
  ['openfaas', 'OpenFaaS'],
];

/** The catalogues that know the same problem: risks, weaknesses, and the rules of other tools. */
export function namedReferences({
  owasp = [],
  csa = [],
  cwe = [],
  peers = [],
}: References): readonly NamedReferences[] {
  const named = new Map<string, string[]>();
  const add = (source: string, entry: string) => named.set(source, [...(named.get(source) ?? []), entry]);
  for (const risk of owasp) add('OWASP Serverless Top 10', risk.replace(/^OW/, 'S'));
  for (const risk of csa) add('CSA, The 12 Most Critical Risks for Serverless Applications', risk);
  for (const weakness of cwe) add('CWE', weakness);
  for (const id of peers) {
    add(toolOf(id), id.replace(/^(?:FSBP|CIS) /, ''));
  }
  return [...named].map(([source, entries]) => ({ source, entries }));
}

/** Pages to read, by the cloud that they are about. */
export function namedLinks({ links }: References): readonly NamedReferences[] {
  return clouds.flatMap(([key, source]) => {
    const entries = links[key];
    return entries === undefined ? [] : [{ source, entries }];
  });
}
