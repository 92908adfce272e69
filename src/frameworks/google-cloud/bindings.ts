import { type GoogleBinding, isEverybody, isInvoker } from '../../clouds/google/bindings.js';
import { reachOf, writesOf } from '../../clouds/google/google-permissions.js';
import { openPolicy, targetKinds } from '../../clouds/google/open-policies.js';
import { plainRole } from '../../clouds/plain/role.js';
import type { ResourcePolicy, Role } from '../../model/identity.js';
import type { Span } from '../../model/span.js';
import { itemsOf, textOf, type Value } from '../../model/value.js';

/** A binding that a command makes, and the name of what it is about. */
export interface CommandBinding extends GoogleBinding {
  readonly name: string;
  readonly list: Value;
}

/** What a command is about, by the words before its verb, in the words of all tools. */
const scopes: readonly (readonly [words: string, scope: string])[] = [
  ['run services', 'run'],
  ['functions', 'functions'],
  ['projects', 'project'],
  ['folders', 'folder'],
  ['organizations', 'organization'],
  ['pubsub topics', 'pubsub_topic'],
  ['pubsub subscriptions', 'pubsub_subscription'],
  ['secrets', 'secret_manager_secret'],
  ['kms keys', 'kms_crypto_key'],
  ['kms keyrings', 'kms_key_ring'],
  ['storage buckets', 'storage_bucket'],
  ['artifacts repositories', 'artifact_registry_repository'],
];

const verbs = new Set(['add-iam-policy-binding', 'add-invoker-policy-binding']);

/** The bindings that commands make. */
export function bindingsIn(lists: readonly Value[]): readonly CommandBinding[] {
  return lists.flatMap((list): readonly CommandBinding[] => {
    const items = itemsOf(list);
    const words = items.map((item) => textOf(item) ?? '');
    const verb = words.findIndex((word) => verbs.has(word));
    const before = words.slice(0, Math.max(verb, 0)).join(' ');
    const [, scope] = scopes.find(([about]) => before.endsWith(about)) ?? [];
    const name = words[verb + 1] ?? '';
    const member = flagIn(items, 'member');
    const role = words[verb] === 'add-invoker-policy-binding' ? implied(member) : flagIn(items, 'role');
    if (scope === undefined || member === undefined || role === undefined || name === '') return [];
    const condition = flagIn(items, 'condition')?.text ?? 'None';
    return [
      {
        ...{ scope, name, list, on: undefined, narrowed: condition !== 'None' },
        ...{ member: member.text, memberAt: member.at, role: role.text, roleAt: role.at },
      },
    ];
  });
}

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

/** The services and functions that everybody may call, with the word that says so. */
export function openedBy(bindings: readonly CommandBinding[]): ReadonlyMap<string, Span> {
  const open = bindings.filter(({ scope, role, member }) => {
    return (scope === 'run' || scope === 'functions') && isInvoker(role) && isEverybody(member);
  });
  return new Map(open.map(({ name, memberAt }) => [name, memberAt]));
}

/** What is bound to everybody: what holds data, and what is called but not among the names that are deployed here. */
export function policiesBy(
  bindings: readonly CommandBinding[],
  deployed: ReadonlySet<string>,
): readonly ResourcePolicy[] {
  return bindings.flatMap((binding) => {
    const { name, member, list, memberAt } = binding;
    const kind = kindOf(binding, deployed);
    if (kind === undefined || !isEverybody(member) || binding.narrowed) return [];
    const resource = { id: `binding on ${name}`, type: 'add-iam-policy-binding', at: memberAt, whole: list.at };
    return [{ ...openPolicy(resource, binding, kind), target: name }];
  });
}

function kindOf({ scope, name, role }: CommandBinding, deployed: ReadonlySet<string>) {
  if (scope === 'storage_bucket') return 'bucket';
  if (scope !== 'run' && scope !== 'functions') return targetKinds.get(scope);
  return deployed.has(name) && isInvoker(role) ? undefined : 'function';
}

/** The accounts that functions run as, with what commands let them do. `users`: what runs as each. */
export function rolesBy(
  bindings: readonly CommandBinding[],
  users: ReadonlyMap<string, readonly string[]>,
): readonly Role[] {
  const granted = new Map<string, CommandBinding[]>();
  for (const binding of bindings) {
    const account = accountIn(binding.member);
    if (account === undefined || !users.has(account)) continue;
    const others = granted.get(account);
    if (others === undefined) granted.set(account, [binding]);
    else others.push(binding);
  }
  return [...granted].flatMap(([account, [first, ...more]]) => {
    if (first === undefined) return [];
    const own = [first, ...more];
    return [
      plainRole({
        ...{ id: account, type: 'add-iam-policy-binding', at: first.memberAt, whole: first.list.at },
        grants: own.flatMap(writesOf),
        named: own.map((binding) => ({ name: binding.role, at: binding.roleAt, ...reachOf(binding) })),
        open: true,
        users: users.get(account) ?? [],
      }),
    ];
  });
}

/** The address of a service account as it is written, variables included. */
function accountIn(member: string | undefined): string | undefined {
  return /^serviceAccount:(.+)$/.exec(member ?? '')?.[1];
}
