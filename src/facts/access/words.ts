import { type AccessLevel, type IndexedAction, indexedService, type ResourceType } from './actions/action-index.js';
import { resourceNouns, serviceNames } from './actions/nouns.data.js';
import { verbs } from './actions/verbs.data.js';
import { cloudSpelling } from './cloud-actions.js';
import { domainOf } from './domain.js';
import { matchesWord } from './patterns/meeting.js';
import { fresh, lettersOf } from './patterns/pattern.js';

/** What each level lets its holder do, where no better word is known for the action. */
const levelVerbs: Readonly<Record<AccessLevel, string>> = {
  permissions: 'change permissions on',
  write: 'change',
  tagging: 'tag',
  read: 'read',
  list: 'list',
  unknown: 'act on',
};

/** More kinds of doing than these are told by their level. */
const mostVerbs = 2;

/** What some actions of one level do, before the resource: `send messages to`. */
export function verbsOf(actions: readonly IndexedAction[], level: AccessLevel): string {
  const known = actions.map((action) => verbs.get(keyOf(action).toLowerCase()));
  const distinct = [...new Set(known)];
  const told = distinct.flatMap((verb) => verb ?? []);
  if (told.length < distinct.length || told.length === 0) return levelVerbs[level];
  // `decrypt and encrypt with`
  if (told.length > 1 && told.every((verb) => verb.endsWith(' with'))) {
    const plain = told.map((verb) => verb.replace(/ with$/, ''));
    return plain.length > mostVerbs ? 'use' : `${plain.join(' and ')} with`;
  }
  return told.length <= mostVerbs ? told.join(' and ') : levelVerbs[level];
}

/** Services with actions that people have a word for. */
const told: ReadonlySet<string> = new Set([...verbs.keys()].map((key) => key.slice(0, key.indexOf(':'))));

/** True if people have a word for what an action does. */
export function hasOwnVerb(action: IndexedAction): boolean {
  return told.has(action.service) && verbs.has(keyOf(action).toLowerCase());
}

const keys = new WeakMap<readonly IndexedAction[], readonly string[]>();

/** The keys of actions; those of a service are asked for again and again. */
export function keysOf(actions: readonly IndexedAction[]): readonly string[] {
  const known = keys.get(actions) ?? actions.map(keyOf);
  keys.set(actions, known);
  return known;
}

export function keyOf({ service, name }: Pick<IndexedAction, 'service' | 'name'>): string {
  return name === '' ? cloudSpelling(wildOf(service)) : wildOf(`${service}:${name}`);
}

/** Patterns of actions that no list knows were asked about as one action each. */
function wildOf(text: string): string {
  return text.includes(fresh) ? text.replaceAll(`${fresh}${fresh}`, '*').replaceAll(fresh, '?') : text;
}

/** `DynamoDB table`, for the type of resource that a witness is of. */
export function nounOf(action: IndexedAction, witness: string): string {
  const service = indexedService(action.service);
  const word = lettersOf(witness);
  const siblings = service?.types ?? [];
  const type = action.types.find((one) => matchesWord(domainOf(one, siblings, [witness]), word));
  return type === undefined ? `${serviceName(action.service)} resource` : nounOfType(action.service, type);
}

export function nounOfType(service: string, { key }: ResourceType): string {
  const kind = key
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll('-', ' ');
  return resourceNouns.get(`${service} ${key}`) ?? `${serviceName(service)} ${kind}`;
}

/** `DynamoDB`, `IAM`. */
export function serviceName(prefix: string): string {
  const name = serviceNames.get(prefix) ?? indexedService(prefix)?.name ?? prefix;
  return /\(([^)]{1,40})\)$/.exec(name)?.[1] ?? name;
}

/** `\`dynamodb:DeleteItem\` and 3 more actions`. */
export function actionsWords(actions: readonly IndexedAction[]): string {
  const [first, ...others] = actions;
  if (first === undefined) return '';
  const more = others.length === 0 ? '' : ` and ${others.length} more ${others.length === 1 ? 'action' : 'actions'}`;
  return `${quoted(keyOf(first))}${more}`;
}

/** A resource short enough for a sentence: without partition, service, region and account. */
export function shortResource(text: string): string {
  const shown = shownResource(text);
  const parts = shown.replace(/\$\{[^}]{0,200}\}/g, (token) => token.replaceAll(':', '\u0001')).split(':');
  const rest = parts.slice(5).join(':').replaceAll('\u0001', ':');
  return parts[0] === 'arn' && rest !== '' && parts[2] !== 's3' ? `…:${rest}` : shown;
}

/** A resource as a person would write it: names of the stack's own things as they are, what has no name as dots. */
export function shownResource(text: string): string {
  return text
    .replace(/\$\{!([^}\s]{1,200})[^}]{0,200}\}/g, '$1')
    .replace(/\$\{\? [^}]{0,400}\}/g, '…')
    .replace(/\$\{([^}\s]{1,200}) name\}/g, '${$1}');
}

/** A name as code; what would end the code is left out. */
export function quoted(text: string): string {
  return `\`${text.replaceAll('`', '')}\``;
}

/** A name in a sentence: nothing in it reads as code. */
export function plainName(text: string): string {
  return text.replaceAll('`', '');
}

/** `Orders and Users`, `Orders, Users and 3 more`. */
export function listedIds(ids: readonly string[]): string {
  const names = [...ids];
  if (names.length <= 2) return names.join(' and ');
  return `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
}

/** `the service`, `user x`: what begins a sentence with a word of ours does not begin one here. */
export function insideSentence(subject: string): string {
  return subject.replace(/^(?:The|Anyone|User|Role|Group|Holders|Unauthenticated|Identity|Service account)\b/, (word) =>
    word.toLowerCase(),
  );
}
