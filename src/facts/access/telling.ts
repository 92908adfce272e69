import type { AccessChange } from './change.js';
import { gravityOf, isCloudAction } from './cloud-actions.js';
import { conditionsOf } from './condition-words.js';
import { isManyServices, tellMany } from './many-services.js';
import { joined, reachOf, type Scope, scopeOf, type Telling } from './scope.js';
import type { Widening } from './widening.js';
import {
  actionsWords,
  hasOwnVerb,
  insideSentence,
  keyOf,
  keysOf,
  plainName,
  quoted,
  shortResource,
  shownResource,
  verbsOf,
} from './words.js';

/** A difference as changes: one for each service, level and scope, or one for all where they are many. */
export function tell(widenings: readonly Widening[], telling: Telling): readonly AccessChange[] {
  const told = isManyServices(widenings) ? tellMany(widenings, telling) : tellEach(widenings, telling);
  return [...told, ...apart(widenings, telling)];
}

function tellEach(widenings: readonly Widening[], telling: Telling): readonly AccessChange[] {
  const groups = new Map<string, Told>();
  for (const widening of widenings) {
    const [first] = widening.actions;
    if (first === undefined || widening.witness === undefined) continue;
    const scope = scopeOf(widening, widening.witness, telling);
    const service = isCloudAction(first) ? '' : first.service;
    const key = JSON.stringify([service, widening.level, reachOf(scope), conditionsOf(widening, telling)]);
    const group = groups.get(key) ?? { scopes: [], widening, actions: [] };
    const isClearer = !hasVerb(group.widening) && hasVerb(widening);
    groups.set(key, {
      widening: isClearer ? widening : group.widening,
      scopes: [...group.scopes, scope],
      actions: isClearer ? [...widening.actions, ...group.actions] : [...group.actions, ...widening.actions],
    });
  }
  return [...groups.values()].map(({ scopes, widening, actions }) =>
    change({ ...widening, actions: clearestFirst(actions, widening) }, joined(scopes, actions), telling),
  );
}

function hasVerb({ actions }: Widening): boolean {
  return actions.some(hasOwnVerb);
}

/** The action to name is one of those that the witness is of, and one that people have a word for. */
function clearestFirst(actions: Widening['actions'], { actions: own }: Widening): Widening['actions'] {
  if (actions.every(isCloudAction)) return [...actions].sort((a, b) => gravityOf(b) - gravityOf(a));
  const first = own.find(hasOwnVerb);
  return first === undefined ? actions : [first, ...actions.filter((one) => one !== first)];
}

interface Told {
  readonly scopes: readonly Scope[];
  readonly widening: Widening;
  readonly actions: Widening['actions'];
}

const levelWeights = { permissions: 50, write: 40, unknown: 30, read: 30, tagging: 10, list: 5 } as const;

function change(widening: Widening, scope: Scope, telling: Telling): AccessChange {
  const { actions, level, witness = '' } = widening;
  const [first] = actions;
  const { subject, who, direction, isPartial, isRemote } = telling;
  const isPlain = scope.words === '';
  const isUnlisted = first?.level === 'unknown';
  const uses = `use ${actionsWords(actions)}${isPlain ? '' : ` on ${scope.words}`}`;
  const what = isPlain || isUnlisted ? uses : `${verbsOf(actions, level)} ${scope.words}`;
  const isSaid = scope.words.includes('such as') || scope.words.includes(quoted(shortResource(witness)));
  const isShown = !isPlain && !isUnlisted && scope.kind !== 'named' && !isSaid;
  const example = isShown ? `, for example ${quoted(shortResource(witness))}` : '';
  const named = isPlain || isUnlisted ? '' : ` (${actionsWords(actions)})`;
  const partial = isPartial ? '; part of its permissions could not be read' : '';
  const reach = scope.kind === 'any' ? 100 : scope.kind === 'pattern' ? 50 : 0;
  return {
    direction,
    who,
    service: first?.service ?? '',
    level,
    actions: keysOf(actions),
    scope: scope.words,
    deed: what,
    ...(first && {
      // Of actions that no list has, nothing is known of what they act on.
      witness: { action: keyOf(first), resource: isUnlisted && scope.kind === 'any' ? '*' : shownResource(witness) },
    }),
    sentence: `${plainName(subject)} can ${direction} ${what}${example}${named}${conditionsOf(widening, telling)}${partial}.`,
    weight: (direction === 'newly' ? 1_000 : 0) + reach + levelWeights[level] - (isRemote ? 500 : 0),
  };
}

const reasons = {
  conditions: 'its conditions on both sides cannot be compared',
  'unknown parts': 'parts of it are known to the deployment only',
  'too large': 'its patterns are too many to decide',
} as const;

/** Of more services one sentence tells all. */
const mostServices = 3;

/** What was not decided, one sentence for each service and reason. */
function apart(widenings: readonly Widening[], telling: Telling): readonly AccessChange[] {
  const undecided = widenings.flatMap(({ actions, answer, level }) =>
    answer.kind === 'apart' && actions[0] !== undefined ? [{ actions, level, because: answer.because }] : [],
  );
  const services = new Set(undecided.map(({ actions }) => actions[0]?.service)).size;
  const groups = new Map<string, Undecided[]>();
  for (const one of undecided) {
    const key = services > mostServices ? one.because : `${one.actions[0]?.service} ${one.because}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [one]);
    else known.push(one);
  }
  return [...groups.values()].flatMap((group) => undecidedChange(group, telling) ?? []);
}

interface Undecided {
  readonly actions: Widening['actions'];
  readonly level: Widening['level'];
  readonly because: keyof typeof reasons;
}

function undecidedChange(
  group: readonly Undecided[],
  { subject, who, isRemote, about }: Telling,
): AccessChange | undefined {
  const [one] = group;
  if (one === undefined) return undefined;
  const all = group.flatMap(({ actions }) => keysOf(actions));
  const more = all.length === 1 ? '' : ` and ${all.length - 1} more`;
  const where = about === undefined ? '' : ` on ${plainName(about)}`;
  return {
    direction: 'not compared',
    who,
    service: one.actions[0]?.service ?? '',
    level: one.level,
    actions: all,
    scope: '',
    deed: '',
    sentence: `Whether ${plainName(insideSentence(subject))} can do more or less with ${quoted(all[0] ?? '')}${more}${where} is not known: ${reasons[one.because]}.`,
    weight: 100 - (isRemote ? 500 : 0),
  };
}
