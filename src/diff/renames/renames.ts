import type { Candidate } from './candidate.js';
import { type Labels, labelsOf, looseLabels, unsureFields } from './labels.js';
import { namesPointedAt, wordsMatching } from './names.js';

/** For things of the head what they were in the base. */
export type Renames = ReadonlyMap<Candidate, Candidate>;

/**
 * Finds the things that stand in the head under another name or in another stack: identities of one name and what is alike with
 * everything around it first,
 * then alike by themselves, then as far as they are known, then those whose names follow from things that were found. Where two are equally alike, their
 * order decides. What came with other content is new.
 */
export function renamesBetween(gone: readonly Candidate[], come: readonly Candidate[]): Renames {
  const renames = new Map<Candidate, Candidate>();
  if (gone.length === 0 || come.length === 0) return renames;
  const names = wordsMatching([...gone, ...come].map(({ resource }) => resource.id).concat(changedNames(gone, come)));
  const mention = (text: string) => (names === undefined ? text : text.replace(names, '\0'));
  const before = labelsOf(gone, mention);
  const after = labelsOf(come, mention);
  const pair = (labels: (one: Candidate, side: Labels) => string | undefined): void =>
    pairInto(renames, { gone, come }, { former: (one) => labels(one, before), present: (one) => labels(one, after) });
  pair(identityOf);
  pair((one, { whole }) => whole.get(one));
  pair((one, { own }) => own.get(one));
  pairLoosely(renames, { gone, come }, mention);
  pair(codeOf);
  pairInto(renames, { gone, come }, { former: nameOf, present: (one) => derivedName(one, renames) });
  return renames;
}

/** What is alike as far as it is known: a reference that leads nowhere makes the rest of a stack uncertain. */
function pairLoosely(renames: Map<Candidate, Candidate>, sides: Sides, mention: (text: string) => string): void {
  if (renames.size === sides.come.length) return;
  const unsure = unsureFields([...sides.gone, ...sides.come]);
  const [before, after] = [sides.gone, sides.come].map((some) => looseLabels(some, mention, unsure));
  pairInto(renames, sides, { former: (one) => before?.get(one), present: (one) => after?.get(one) });
}

/** Names that the things of one side point at and those of the other do not: they may have changed with them. */
function changedNames(gone: readonly Candidate[], come: readonly Candidate[]): readonly string[] {
  const [before, after] = [gone, come].map((some) => new Set(some.flatMap((one) => [...namesPointedAt(one.resource)])));
  return [...(before ?? [])]
    .filter((name) => after?.has(name) !== true)
    .concat([...(after ?? [])].filter((name) => before?.has(name) !== true));
}

interface Sides {
  readonly gone: readonly Candidate[];
  readonly come: readonly Candidate[];
}

type LabelOf = (one: Candidate) => string | undefined;

/** Pairs what is left on either side under one label. */
function pairInto(
  renames: Map<Candidate, Candidate>,
  { gone, come }: Sides,
  { former, present }: { readonly former: LabelOf; readonly present: LabelOf },
): void {
  const taken = new Set(renames.values());
  const waiting = new Map<string, Candidate[]>();
  for (const one of gone) {
    const label = taken.has(one) ? undefined : former(one);
    if (label !== undefined) waiting.set(label, [...(waiting.get(label) ?? []), one]);
  }
  const found = come.flatMap((one) => {
    const match = renames.has(one) ? undefined : waiting.get(present(one) ?? '')?.shift();
    return match === undefined ? [] : [[one, match] as const];
  });
  for (const [one, match] of found) renames.set(one, match);
}

/** An identity is who it is called where it is deployed, whatever it may do. */
function identityOf({ resource }: Candidate): string | undefined {
  const name = 'physicalName' in resource ? resource.physicalName : undefined;
  return typeof name === 'string' ? JSON.stringify([resource.type, name]) : undefined;
}

/** What a function runs: one that runs the same code is the same, also when a setting of it changed. */
function codeOf({ resource }: Candidate): string | undefined {
  if (!('handler' in resource && 'codeRoot' in resource)) return undefined;
  const { handler, codeRoot } = resource;
  const isKnown = typeof handler === 'object' && handler !== null && 'value' in handler && codeRoot !== undefined;
  return isKnown ? JSON.stringify([handler.value, codeRoot]) : undefined;
}

function nameOf({ resource, stack }: Candidate): string {
  return JSON.stringify([stack, resource.kind, resource.type, resource.id]);
}

/** What it would have been called as a part of a thing that has another name now: its role, its URL. */
function derivedName({ resource, stack }: Candidate, renames: Renames): string | undefined {
  const owner = [...renames].find(
    ([present]) => present.stack === stack && resource.id.startsWith(present.resource.id),
  );
  if (owner === undefined) return undefined;
  const [present, former] = owner;
  const id = `${former.resource.id}${resource.id.slice(present.resource.id.length)}`;
  return JSON.stringify([former.stack, resource.kind, resource.type, id]);
}
