import type { ServerlessFunction } from '../../../model/function.js';
import type { Role } from '../../../model/identity.js';
import type { Literal } from '../../../model/literal.js';
import { fixed, none, type Setting, unknown } from '../../../model/setting.js';
import { textOf } from '../../../model/value.js';
import { plainFunction } from '../../plain/function.js';
import { tracingBy } from '../../plain/telemetry.js';
import { type Codec, number, target, text } from '../../values/codec.js';
import { firstSaid, unwritable } from '../../values/writes.js';
import { type Declared, declarationOf, type GoogleStack, ofAsset, setting } from '../google-stack.js';
import { firstGeneration } from '../google-words.js';
import { defaultAccountIn, defaultAccountOf } from '../identity/default-accounts.js';
import { type Exclusion, exclusionsOf, loggingOf } from '../operations/log-exclusions.js';
import { functionsIn, isRun, pathsOf } from './function-paths.js';
import { environmentOf } from './google-environment.js';

/** `256M`, `1Gi`, or a number of MiB. */
const mebibytes: Codec<number> = {
  read: (value) => {
    const [, amount, unit] = /^(\d+)(M|Mi|G|Gi)?$/.exec(textOf(value) ?? '') ?? [];
    if (amount === undefined) return undefined;
    return Number(amount) * (unit?.startsWith('G') === true ? 1024 : 1);
  },
  write: (word) => word,
};

/** Functions, services, jobs and pools of workers, with the roles that they run as. */
export function googleFunctions(stack: GoogleStack, roles: readonly Role[]): readonly ServerlessFunction[] {
  const exclusions = exclusionsOf(stack);
  const told = { roles: new Set(roles.map(({ id }) => id)), open: stack.open };
  const spare = spareAccount(stack);
  return functionsIn(stack).map((declared) =>
    functionOf(declared, { role: roleOf(declared, told), exclusions, spare }),
  );
}

interface Told {
  readonly roles: ReadonlySet<string>;
  readonly open: boolean;
}

/** The one account that a stack declares and nothing runs as, where one function alone names none: it must be meant for that. */
function spareAccount(stack: GoogleStack): string | undefined {
  const accounts = functionsIn(stack).map((declared) => setting(declared, pathsOf(declared).account, target));
  const unnamed = accounts.filter(({ kind }) => kind === 'absent');
  const used = new Set(accounts.flatMap((account) => (account.kind === 'known' ? [account.value] : [])));
  const isClear = unnamed.length === 1 && accounts.every(({ kind }) => kind === 'absent' || kind === 'known');
  const [spare, ...others] = ofAsset(stack, 'iam.googleapis.com/ServiceAccount').filter(({ id }) => !used.has(id));
  return isClear && others.length === 0 ? spare?.id : undefined;
}

/** Its own account, or the platform's where the stack gives that one permissions. */
function roleOf(declared: Declared, { roles, open }: Told): Setting<string> {
  const own = unwritable<string, Literal, string>(setting(declared, pathsOf(declared).account, target));
  const usual = defaultAccountOf(declared.asset);
  if (own.kind === 'absent' && roles.has(usual)) return fixed(usual, declared.at);
  const isElsewhere = open && own.kind === 'known' && !roles.has(own.value);
  return isElsewhere ? unknown(own.at, 'rights are bound elsewhere') : own;
}

/** Where infrastructure declares it, an account that is not named is the one that the whole project shares. */
function runsAs(declared: Declared, spare: string | undefined): Setting<'own' | 'shared' | 'keys', 'own'> {
  const { at, type } = declared;
  const account = setting(declared, pathsOf(declared).account, target);
  if (account.kind === 'known') {
    const isDefault = defaultAccountIn(account.value) !== undefined;
    return {
      kind: 'known',
      value: isDefault ? 'shared' : 'own',
      at: account.at,
      confidence: account.confidence,
      write: () => undefined,
    };
  }
  const isDeclared = type.startsWith('google_') || /^(?:Run|CloudFunctions)/.test(type);
  if (account.kind !== 'absent' || !isDeclared) return unknown(at, 'account');
  const { write } = account;
  return {
    ...fixed<'shared', 'own'>('shared', at),
    write: () => (spare === undefined ? undefined : write({ refersTo: spare, attribute: 'email' })),
  };
}

interface Surroundings {
  readonly role: Setting<string>;
  readonly exclusions: readonly Exclusion[];
  readonly spare: string | undefined;
}

function functionOf(declared: Declared, { role, exclusions, spare }: Surroundings): ServerlessFunction {
  const { at, asset } = declared;
  const { runtime, handler, timeout, memory, concurrency } = pathsOf(declared);
  const read = <T, W>(path: readonly string[] | undefined, codec: Codec<T, W>): Setting<T, W> =>
    path === undefined ? none(at) : setting(declared, path, codec);
  const variables = environmentOf(declared);
  return plainFunction({
    ...declarationOf(declared),
    provider: 'google',
    role,
    runsAs: runsAs(declared, spare),
    logging: loggingOf(declared, exclusions),
    runtime: read(runtime, asset === 'cloudfunctions.googleapis.com/CloudFunction' ? firstGeneration : text),
    packaging: isRun(declared) ? 'image' : 'zip',
    handler: read(handler, text),
    ...variables,
    timeout: read(timeout, number),
    memory: read(memory, mebibytes),
    concurrency: firstSaid(read(concurrency[0], number), ...concurrency.slice(1).map((path) => read(path, number))),
    tracing: tracingBy(variables.environment, at),
  });
}
