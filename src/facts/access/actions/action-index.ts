import { brotliDecompressSync } from 'node:zlib';
import { compressedActions } from './actions.data.js';

/** What an action does at most. */
export type AccessLevel = 'permissions' | 'write' | 'tagging' | 'read' | 'list' | 'unknown';

/** A kind of resource of a service, with its ARN as the service writes it. */
export interface ResourceType {
  readonly key: string;
  readonly arn: string;
}

export interface IndexedAction {
  readonly service: string;
  /** As AWS spells it, without the service. */
  readonly name: string;
  readonly level: AccessLevel;
  /** None: it accepts no resource but `*`. */
  readonly types: readonly ResourceType[];
}

export interface IndexedService {
  readonly prefix: string;
  /** `DynamoDB`. */
  readonly name: string;
  readonly types: readonly ResourceType[];
  readonly actions: readonly IndexedAction[];
}

const levels: ReadonlyMap<string, AccessLevel> = new Map([
  ['P', 'permissions'],
  ['W', 'write'],
  ['T', 'tagging'],
  ['R', 'read'],
  ['L', 'list'],
]);

/** The texts of the services, unpacked once; each is read when it is asked for. */
const index: { texts?: ReadonlyMap<string, string>; readonly read: Map<string, IndexedService> } = { read: new Map() };

function textsOf(): ReadonlyMap<string, string> {
  index.texts ??= new Map(
    brotliDecompressSync(Buffer.from(compressedActions, 'base64'))
      .toString('utf8')
      .split('\n\n')
      .map((text) => [text.slice(0, text.indexOf('|')), text] as const),
  );
  return index.texts;
}

/** Every service prefix. */
export function servicePrefixes(): readonly string[] {
  return [...textsOf().keys()];
}

/** A service by its prefix in lower case; undefined if it is not known. */
export function indexedService(prefix: string): IndexedService | undefined {
  const known = index.read.get(prefix);
  const text = textsOf().get(prefix);
  if (known !== undefined || text === undefined) return known;
  const service = readService(text);
  index.read.set(prefix, service);
  return service;
}

function readService(text: string): IndexedService {
  const [head = '', ...lines] = text.split('\n');
  const [prefix = '', name = ''] = head.split('|');
  const types = lines.filter((line) => line.startsWith('=')).map(readType);
  const actions = lines.flatMap((line) => (line.startsWith('=') ? [] : readActions(line, prefix, types)));
  return { prefix, name: name.replace(/^(?:Amazon|AWS) /, ''), types: types.flat(), actions };
}

/** `=function alias arn:...`: a type has a name of several words, and may have several ARNs. Its place among them is what actions name. */
function readType(line: string): readonly ResourceType[] {
  const at = line.indexOf(' arn:');
  const key = line.slice(1, at);
  return line
    .slice(at + 1)
    .split(', ')
    .map((arn) => ({ key, arn }));
}

/** What an action is about first and foremost, though its ARNs have more parts. */
const foremost = 'execute-api-general';

/** The first stands for all in a sentence: tables before what is in them. */
function plainestFirst(types: readonly ResourceType[]): readonly ResourceType[] {
  const places = ({ key, arn }: ResourceType) => (key === foremost ? 0 : arn.split('${').length);
  return types.length < 2 ? types : [...types].sort((one, other) => places(one) - places(other));
}

function readActions(
  line: string,
  service: string,
  types: readonly (readonly ResourceType[])[],
): readonly IndexedAction[] {
  const [level = '', own = '', ...names] = line.split(' ');
  const accepted = own === '' ? [] : plainestFirst(own.split(',').flatMap((at) => types[Number(at)] ?? []));
  return names.map((name) => ({ service, name, level: levels.get(level) ?? 'unknown', types: accepted }));
}
