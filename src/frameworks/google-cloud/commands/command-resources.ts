import type { Declared, GoogleStack } from '../../../clouds/google/google-stack.js';
import type { GoogleBinding } from '../../../clouds/google/identity/google-bindings.js';
import { renamed } from '../../../clouds/values/renaming.js';
import type { Section } from '../../../clouds/values/section.js';
import type { Resource } from '../../../model/resource.js';
import type { MapEntry, Value } from '../../../model/value.js';
import { bindingsIn } from './command-bindings.js';
import { type CommandTable, firstFunctionTable, functionTable, jobTable, serviceTable } from './command-tables.js';
import { type DeployCommand, switchOf, wordOf } from './deploy-command.js';
import { flagSection } from './flag-section.js';

/** What commands deploy and bind, in the form that Google's APIs have for it. What was bound before is not told. */
export function commandStack(commands: readonly DeployCommand[], lists: readonly Value[]): GoogleStack {
  const accounts = new Set(commands.flatMap((command) => wordOf(command, '--service-account') ?? []));
  const bindings = bindingsIn(lists, { names: new Set(commands.map(({ name }) => name)), accounts });
  const granted = new Set(bindings.flatMap(({ account }) => account ?? []));
  return {
    resources: commands.map((command) => declaredBy(command, granted)),
    bindings: [...bindings, ...commands.flatMap(openedBy)],
    open: true,
  };
}

function resourceOf({ name, at, list, product }: DeployCommand): Resource {
  return { id: name, type: `gcloud ${product} deploy`, at, whole: list.at };
}

function tableOf(command: DeployCommand): CommandTable {
  if (command.product === 'run') return serviceTable;
  if (command.product === 'jobs') return jobTable;
  return switchOf(command, '--no-gen2') === undefined ? functionTable : firstFunctionTable;
}

function declaredBy(command: DeployCommand, granted: ReadonlySet<string>): Declared {
  const { asset, flags } = tableOf(command);
  const closed = switchOf(command, '--no-allow-unauthenticated')?.at;
  const keys = Object.values(flags).map(({ key }) => key);
  const section = withTrigger(command, withAccount(command, flagSection(command, keys), granted));
  return {
    ...resourceOf(command),
    asset,
    properties: renamed(section, flags),
    address: `${command.product}/${command.name}`,
    ...(closed && { closed }),
  };
}

/** An account that the file gives permissions, however it is written. */
function withAccount(command: DeployCommand, section: Section, granted: ReadonlySet<string>): Section {
  const to = wordOf(command, '--service-account') ?? '';
  if (!granted.has(to)) return section;
  return withEntries(section, (entry) =>
    entry.key === '--service-account' ? { ...entry, value: { kind: 'reference', to, at: entry.value.at } } : entry,
  );
}

/** Services answer requests, functions only if they are told to: a flag without a value. */
function withTrigger(command: DeployCommand, section: Section): Section {
  if (command.product !== 'functions' || section.map?.kind !== 'map') return section;
  const told = switchOf(command, '--trigger-http');
  const at = told?.at ?? command.at;
  const entry: MapEntry = {
    key: '--trigger-http',
    keyAt: at,
    value: { kind: 'scalar', value: told !== undefined, at },
  };
  const others = section.map.entries.filter(({ key }) => key !== entry.key);
  return { ...section, map: { ...section.map, entries: [...others, entry] } };
}

function withEntries(section: Section, change: (entry: MapEntry) => MapEntry): Section {
  const { map } = section;
  return map?.kind === 'map' ? { ...section, map: { ...map, entries: map.entries.map(change) } } : section;
}

/** What binds everybody as it deploys. */
function openedBy(command: DeployCommand): readonly GoogleBinding[] {
  const { product, name, reading } = command;
  const open = switchOf(command, '--allow-unauthenticated');
  const isServed = product === 'run' || switchOf(command, '--trigger-http') !== undefined;
  if (open === undefined || !isServed || switchOf(command, '--no-allow-unauthenticated') !== undefined) return [];
  const { at } = open;
  return [
    {
      ...resourceOf(command),
      ...{ key: `${name} --allow-unauthenticated`, role: 'roles/run.invoker', roleAt: at, member: 'allUsers' },
      ...{ memberAt: at, account: undefined, scope: tableOf(command).asset, on: name, narrowed: false },
      remove: () => reading.writer.replace(open, '--no-allow-unauthenticated'),
    },
  ];
}
