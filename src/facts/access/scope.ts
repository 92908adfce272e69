import type { IndexedAction } from './actions/action-index.js';
import { isCloudAction } from './cloud-actions.js';
import { bare, insideOf, logGroupIn, namedBy } from './named-patterns.js';
import { matchesWord } from './patterns/meeting.js';
import { elementsOf, lettersOf } from './patterns/pattern.js';
import type { Statement } from './statement.js';
import { isAboutAll } from './touched.js';
import type { Widening } from './widening.js';
import { listedIds, nounOf, nounOfType, plainName, quoted, serviceName, shortResource } from './words.js';

/** Whose difference it is, and what its sentences need to know. */
export interface Telling {
  /** `OrdersFunction`, as the subject of `can`. */
  readonly subject: string;
  readonly who: readonly string[];
  readonly direction: 'newly' | 'no longer';
  /** Ids of the stack's resources by their ARNs. */
  readonly idOf: ReadonlyMap<string, string>;
  /** What all of it is about, where that is one resource: of resource policies. */
  readonly about?: string;
  /** Part of the permissions could not be read. */
  readonly isPartial: boolean;
  /** Lowers the weight of what nobody serverless can do. */
  readonly isRemote: boolean;
}

/** What a change holds for. */
export interface Scope {
  readonly words: string;
  readonly kind: 'any' | 'named' | 'pattern';
  /** Scopes that are told together where they are of several kinds of resources, and how: before and after `5 kinds of EC2 resources`. */
  readonly several?: readonly [before: string, after: string];
  /** The kinds of resources, where it is not the one that `words` name. */
  readonly kinds?: readonly string[];
}

/** What one difference holds for: everything of a kind, the stack's own resources, or what fits a pattern. */
export function scopeOf(widening: Widening, witness: string, { idOf, about, direction }: Telling): Scope {
  if (about !== undefined) return { words: plainName(about), kind: 'named' };
  const [first] = widening.actions;
  if (first === undefined || (first.types.length === 0 && first.level !== 'unknown'))
    return { words: '', kind: 'named' };
  if (first.level === 'unknown') return unlistedScope(widening, witness);
  const noun = nounOf(first, witness);
  if (widening.anything === true) {
    const end = widening.exceptions === true ? excepting : '';
    return { words: `any ${noun}${end}`, kind: 'any', several: ['any of', end], kinds: kindsOf(widening, noun) };
  }
  const patterns = allowing(widening.statements, witness);
  const ids = (widening.hits ?? []).flatMap((arn) => idOf.get(arn) ?? []).map(plainName);
  const isWild = patterns.some((text) => /[*?]/.test(bare(text)));
  if (ids.length > 0 && !isWild) return { words: listedIds(ids), kind: 'named' };
  const [pattern = witness] = direction === 'newly' || patterns.length > 0 ? patterns : [witness];
  return patternScope(pattern, { first, noun, witness, statements: widening.statements });
}

interface Fitting {
  readonly first: IndexedAction;
  readonly noun: string;
  readonly witness: string;
  readonly statements: readonly Statement[];
}

/** What a text that allows a difference is about. */
function patternScope(pattern: string, { first, noun, witness, statements }: Fitting): Scope {
  const named = namedBy(pattern);
  if (named !== undefined) {
    const [type, ...others] = first.types;
    const kind = type === undefined || others.length > 0 ? noun : nounOfType(first.service, type);
    return { words: `${kind} ${quoted(named)}`, kind: 'named' };
  }
  if (/^\$\{(?!!)/.test(pattern)) {
    return { words: `${an(noun)} that only the deployment knows`, kind: 'named' };
  }
  if (/^\*+$/.test(pattern)) {
    const example = ` such as ${quoted(shortResource(witness))}`;
    return { words: `${an(noun)}${example}`, kind: 'pattern', several: ['some of', example] };
  }
  const group = logGroupIn(pattern);
  if (group !== undefined) return { words: `${noun} ${quoted(shortResource(group))}`, kind: 'named' };
  const isOne = !/[*?]/.test(pattern);
  const inside = isOne && noun.endsWith(' resource') ? insideOf(pattern, statements) : undefined;
  if (inside !== undefined) {
    const kind = nounOf(first, inside.replace(/\*$/, 'example'));
    return { words: `any ${kind} that fits ${quoted(shortResource(inside))}`, kind: 'named' };
  }
  const text = quoted(shortResource(isOne ? witness : pattern));
  if (isOne) return { words: `${noun} ${text}`, kind: 'named' };
  return { words: `any ${noun} that fits ${text}`, kind: 'pattern', several: ['any of', ` that fit ${text}`] };
}

/** More kinds of resources than these that one action accepts are counted, not stood for by their first. */
const mostKinds = 3;

/** The kinds of resources that a difference on anything is about. */
function kindsOf({ actions: [first], statements }: Widening, noun: string): readonly string[] {
  const types = first?.types ?? [];
  const isOnAll = statements.some((one) => one.effect === 'allow' && isAboutAll(one));
  return types.length <= mostKinds || !isOnAll ? [noun] : types.map((type) => nounOfType(first?.service ?? '', type));
}

/** Of actions that no list has, nothing is known but the pattern that they are allowed on. */
function unlistedScope({ statements, actions: [action] }: Widening, witness: string): Scope {
  const [pattern = witness] = allowing(statements, witness);
  const isCloud = action !== undefined && isCloudAction(action);
  if (/^\*+$/.test(pattern)) {
    return { words: isCloud ? 'all resources in the scope of its role' : 'all resources', kind: 'any' };
  }
  // A resource of a module has no name but the one in the file.
  const text = isCloud ? pattern.replace(/^\$\{([^}!?][^}]{0,200})\}/, '$1') : pattern;
  return { words: quoted(shortResource(text)), kind: 'pattern' };
}

/** A Deny or a `NotResource` names some. */
const excepting = ', with exceptions';

function an(noun: string): string {
  return `${/^(?:[AEIOU]|[FHLMNRSX][A-Z0-9])/.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** The texts of statements that allow a resource. */
function allowing(statements: readonly Statement[], witness: string): readonly string[] {
  const word = lettersOf(witness);
  return statements
    .filter(({ effect, resources }) => effect === 'allow' && !resources.except)
    .flatMap(({ resources }) => resources.texts.filter((text) => matchesWord(elementsOf(text, 'surely'), word)));
}

/** What several kinds of resources have alike is told as how many kinds. */
export function joined(scopes: readonly Scope[], [action]: Widening['actions']): Scope {
  const [first] = scopes;
  const kinds = new Set(scopes.flatMap((scope) => scope.kinds ?? [scope.words])).size;
  const exceptional = scopes.find(({ several }) => several?.[1] === excepting);
  const [before = '', after = ''] = (exceptional ?? first)?.several ?? [];
  if (kinds < 2) return { words: exceptional?.words ?? first?.words ?? '', kind: first?.kind ?? 'named' };
  return {
    words: `${before} ${kinds} kinds of ${serviceName(action?.service ?? '')} resources${after}`,
    kind: first?.kind ?? 'any',
  };
}

/** Equal for scopes that are told together. */
export function reachOf({ words, kind, several }: Scope): string {
  if (kind === 'any') return 'any';
  if (several === undefined) return words;
  const [before, after] = several;
  // The example of the first stands for all.
  return before === 'some of' ? before : after;
}
