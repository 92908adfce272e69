import { matchesWildcard } from '../permissions/wildcard.js';
import { actionsByService, type ServiceActions } from './actions.data.js';
import { kubernetesActions } from './kubernetes.data.js';
import { newerActions } from './newer-actions.data.js';

/** What an action does at most: changes who may do what, changes something, only its tags, or reads. */
export type ActionLevel = 'permissions' | 'write' | 'tagging' | 'read';

export interface ActionFact {
  /** As AWS spells it, without the service. */
  readonly name: string;
  readonly level: ActionLevel;
  /** True if it accepts no resource but `*`. */
  readonly anywhere: boolean;
}

/** `dynamodb:Get*` as its two halves. */
export interface ActionName {
  /** Lower case. */
  readonly service: string;
  readonly name: string;
}

const levels = ['permissions', 'write', 'tagging', 'read'] as const satisfies readonly ActionLevel[];
const written: ReadonlyMap<string, ServiceActions> = new Map([...actionsByService, kubernetesActions]);

/** The actions of one service, and each by its name in lower case. */
interface ServiceFacts {
  readonly all: readonly ActionFact[];
  readonly byName: ReadonlyMap<string, readonly ActionFact[]>;
}

/** Services that somebody asked about: a stack names a few, and unpacking all 129 of them takes as long as a small scan. */
const unpacked = new Map<string, ServiceFacts>();

function serviceFacts(service: string): ServiceFacts | undefined {
  const known = unpacked.get(service);
  const text = known === undefined ? withNewer(service, written.get(service)) : undefined;
  if (known !== undefined || text === undefined) return known;
  const all = unpack(text);
  const facts = { all, byName: new Map(all.map((fact) => [fact.name.toLowerCase(), [fact]] as const)) };
  unpacked.set(service, facts);
  return facts;
}

function withNewer(service: string, text: ServiceActions | undefined): ServiceActions | undefined {
  const newer = newerActions.get(service);
  if (text === undefined || newer === undefined) return text;
  return { ...text, write: `${text.write} ${newer.write}`, read: `${text.read} ${newer.read}` };
}

/** The halves of an action as written; undefined when a part is known to the deployment only or the service is a wildcard. */
export function actionNameOf(text: string): ActionName | undefined {
  const colon = text.indexOf(':');
  if (colon <= 0 || text.includes('${')) return undefined;
  const service = text.slice(0, colon).trim().toLowerCase();
  const name = text.slice(colon + 1).trim();
  return name === '' || service.includes('*') || service.includes('?') ? undefined : { service, name };
}

/** True for `dynamodb:*`. */
export function isWholeService({ name }: ActionName): boolean {
  return /^\*+$/.test(name);
}

/** The actions that a name or pattern stands for; undefined if nothing is known about its service, or nothing matches. */
export function factsOf({ service, name }: ActionName): readonly ActionFact[] | undefined {
  if (!/[*?]/.test(name)) return serviceFacts(service)?.byName.get(name.toLowerCase());
  const facts = factsOfService(service)?.filter((fact) => matchesWildcard(name, fact.name));
  return facts === undefined || facts.length === 0 ? undefined : facts;
}

/** Every action of a service; undefined if it is not known in detail. */
export function factsOfService(service: string): readonly ActionFact[] | undefined {
  return serviceFacts(service)?.all;
}

/** AWS counts it among what writes; it opens a session in which configuration is read. */
const readsOnly: ReadonlySet<string> = new Set(['StartConfigurationSession']);

function unpack(service: ServiceActions): readonly ActionFact[] {
  const anywhere = new Set(namesIn(service.anywhere));
  return levels.flatMap((level) =>
    namesIn(service[level]).map((name) => ({
      name,
      level: readsOnly.has(name) ? ('read' as const) : level,
      anywhere: anywhere.has(name),
    })),
  );
}

function namesIn(text: string): readonly string[] {
  return text === '' ? [] : text.split(' ');
}

/** The strongest level among some actions. */
export function strongestLevel(facts: readonly ActionFact[]): ActionLevel {
  return levels.find((level) => facts.some((fact) => fact.level === level)) ?? 'read';
}

/** Names of actions that tell what there is and how it is set up. `s3:ListBucket` tells what is stored. */
const tellsSettings = /^(?:Describe|List|Head|GetBucket|GetCallerIdentity$|GetResources$|GetTags)/;

/** True if an action reads no data: it lists, describes, or reads tags. */
export function tellsOnlySettings(service: string, { name, level }: ActionFact): boolean {
  return level === 'read' && tellsSettings.test(name) && !(service === 's3' && name.startsWith('ListBucket'));
}
