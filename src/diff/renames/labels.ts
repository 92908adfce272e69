import { createHash } from 'node:crypto';
import { type Candidate, candidateKey } from './candidate.js';
import { contentOf } from './content.js';

/** What a thing is, in short: equal for things that are alike. */
export interface Labels {
  /** By itself and by what it points at. */
  readonly own: ReadonlyMap<Candidate, string>;
  /** By everything around it, too: tells apart what is alike only by itself. */
  readonly whole: ReadonlyMap<Candidate, string>;
}

/** Things that are what they are whatever they point at. Others (a route, a permission, a log group) are about these. */
const anchors: ReadonlySet<string | undefined> = new Set(['function', 'store', 'api', 'workflow', 'parameter']);

/** What may change around a thing while it stays the same. */
const surroundings: ReadonlySet<string> = new Set(['users', 'api', 'leadsTo', 'narrowedTo', 'feeds']);
const nothing: ReadonlySet<string> = new Set();

/** Neighbours of neighbours that count. */
const rounds = 4;

/** Labels the candidates of one side. `mention` hides the names of both sides inside texts. */
export function labelsOf(candidates: readonly Candidate[], mention: (text: string) => string): Labels {
  const byKey = new Map(candidates.map((one) => [candidateKey(one.stack, one.resource.id), one]));
  const written = (one: Candidate, labels: ReadonlyMap<Candidate, string> | undefined, isWhole: boolean) => {
    const pointsAt = new Set<Candidate>();
    const reference = (id: string): string => {
      const other = byKey.get(candidateKey(one.stack, id));
      if (other === undefined) return id;
      pointsAt.add(other);
      return `\0${other === one ? '' : (labels?.get(other) ?? '')}`;
    };
    const content = contentOf(one, { reference, mention, without: isWhole ? nothing : surroundings });
    return { content, pointsAt };
  };
  const plain = new Map(candidates.map((one) => [one, digest(written(one, undefined, false).content)]));
  const own = new Map(
    candidates.map((one) => [
      one,
      anchors.has(one.resource.kind) ? (plain.get(one) ?? '') : digest(written(one, plain, false).content),
    ]),
  );
  let whole: ReadonlyMap<Candidate, string> = own;
  for (let round = 0; round < rounds; round += 1)
    whole = refined(candidates, (one) => written(one, whole, true), whole);
  return { own, whole };
}

/** Fields that say how much of a thing was read: not what it is. */
const reading: readonly string[] = ['open', 'routesOpen', 'environmentOpen'];

/** Fields that are not known of one of some things: what is not known there contradicts nothing. */
export function unsureFields(candidates: readonly Candidate[]): ReadonlySet<string> {
  const unknown = candidates.flatMap(({ resource }) =>
    Object.entries(resource).flatMap(([field, value]: [string, unknown]) => (isUnknown(value) ? [field] : [])),
  );
  return new Set([...unknown, ...reading]);
}

function isUnknown(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'unknown';
}

/** What things that are about nothing else are by themselves, as far as all of it is known on both sides. */
export function looseLabels(
  candidates: readonly Candidate[],
  mention: (text: string) => string,
  unsure: ReadonlySet<string>,
): ReadonlyMap<Candidate, string> {
  const ids = new Set(candidates.map(({ stack, resource }) => candidateKey(stack, resource.id)));
  const without = new Set([...surroundings, ...unsure]);
  return new Map(
    candidates.flatMap((one) => {
      if (!anchors.has(one.resource.kind)) return [];
      const reference = (id: string) => (ids.has(candidateKey(one.stack, id)) ? '\0' : id);
      return [[one, digest(contentOf(one, { reference, mention, without }))] as const];
    }),
  );
}

/** The labels of one round, with those of the neighbours on either side. */
function refined(
  candidates: readonly Candidate[],
  write: (one: Candidate) => { readonly content: string; readonly pointsAt: ReadonlySet<Candidate> },
  labels: ReadonlyMap<Candidate, string>,
): ReadonlyMap<Candidate, string> {
  const pointing = new Map<Candidate, string[]>();
  const contents = candidates.map((one) => {
    const { content, pointsAt } = write(one);
    for (const other of pointsAt) pointing.set(other, [...(pointing.get(other) ?? []), labels.get(one) ?? '']);
    return [one, content] as const;
  });
  return new Map(
    contents.map(([one, content]) => [one, digest(JSON.stringify([content, (pointing.get(one) ?? []).sort()]))]),
  );
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64').slice(0, 22);
}
