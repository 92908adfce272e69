import type { Asset } from '../../../clouds/google/google-stack.js';
import { type GoogleBinding, isEverybody, isNarrowing } from '../../../clouds/google/identity/google-bindings.js';
import type { Span } from '../../../model/span.js';
import { itemsOf, textOf, type Value } from '../../../model/value.js';

/** What a command is about, by the words before its verb. */
const scopes: readonly (readonly [words: string, scope: Asset])[] = [
  ['run services', 'run.googleapis.com/Service'],
  ['functions', 'cloudfunctions.googleapis.com/Function'],
  ['projects', 'cloudresourcemanager.googleapis.com/Project'],
  ['folders', 'cloudresourcemanager.googleapis.com/Folder'],
  ['organizations', 'cloudresourcemanager.googleapis.com/Organization'],
  ['pubsub topics', 'pubsub.googleapis.com/Topic'],
  ['pubsub subscriptions', 'pubsub.googleapis.com/Subscription'],
  ['secrets', 'secretmanager.googleapis.com/Secret'],
  ['kms keys', 'cloudkms.googleapis.com/CryptoKey'],
  ['kms keyrings', 'cloudkms.googleapis.com/KeyRing'],
  ['storage buckets', 'storage.googleapis.com/Bucket'],
  ['artifacts repositories', 'artifactregistry.googleapis.com/Repository'],
];

const verbs = new Set(['add-iam-policy-binding', 'add-invoker-policy-binding']);

/** What the commands of a file deploy, and the accounts that it runs as, as they are written. */
export interface DeployedHere {
  readonly names: ReadonlySet<string>;
  readonly accounts: ReadonlySet<string>;
}

/** The bindings that commands make, of everybody and of what is deployed here: others are about something else. */
export function bindingsIn(lists: readonly Value[], deployed: DeployedHere): readonly GoogleBinding[] {
  return lists.flatMap((list) => bindingIn(list, deployed));
}

function bindingIn(list: Value, { names, accounts }: DeployedHere): readonly GoogleBinding[] {
  const items = itemsOf(list);
  const words = items.map((item) => textOf(item) ?? '');
  const verb = words.findIndex((word) => verbs.has(word));
  const before = words.slice(0, Math.max(verb, 0)).join(' ');
  const [, scope] = scopes.find(([about]) => before.endsWith(about)) ?? [];
  const name = words[verb + 1] ?? '';
  const member = flagIn(items, 'member');
  const role = words[verb] === 'add-invoker-policy-binding' ? implied(member) : flagIn(items, 'role');
  if (scope === undefined || member === undefined || role === undefined || name === '') return [];
  // Whoever else is named may come beside those that were bound before.
  const isOpen = isEverybody(member.text);
  const account = /^serviceAccount:(.+)$/.exec(member.text)?.[1] ?? '';
  if (!isOpen && !accounts.has(account)) return [];
  const isCalled = isOpen && callable.has(scope) && names.has(name);
  const condition = flagIn(items, 'condition')?.text ?? 'None';
  const id = `binding on ${name}`;
  return [
    {
      ...{ id, key: id, type: 'add-iam-policy-binding', at: member.at, whole: list.at },
      ...{ scope, name, on: isCalled ? name : undefined, narrowed: condition !== 'None' && isNarrowing(condition) },
      ...{ member: member.text, memberAt: member.at, role: role.text, roleAt: role.at },
      account: isOpen ? undefined : account,
    },
  ];
}

const callable: ReadonlySet<Asset> = new Set(['run.googleapis.com/Service', 'cloudfunctions.googleapis.com/Function']);

interface Flag {
  readonly text: string;
  readonly at: Span;
}

function implied(member: Flag | undefined): Flag | undefined {
  return member && { ...member, text: 'roles/run.invoker' };
}

/** The value of a flag, in the same word or in the next. */
function flagIn(items: readonly Value[], flag: string): Flag | undefined {
  for (const [index, item] of items.entries()) {
    const word = textOf(item) ?? '';
    const next = items[index + 1];
    if (word.startsWith(`--${flag}=`)) return { text: word.slice(flag.length + 3), at: item.at };
    if (word === `--${flag}` && next !== undefined) return { text: textOf(next) ?? '', at: next.at };
  }
  return undefined;
}
