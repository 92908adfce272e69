import { isMap, isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Notice } from '../findings/notice.js';
import { lineAt } from '../notation/source.js';
import { tokensOf } from '../notation/yaml/tokens.js';
import { defaultSettings } from './defaults.js';
import { nearestName } from './nearest-name.js';
import { type Settings, settingsSchema } from './settings.js';

const longest = 100_000;

/**
 * Reads a settings file. A mistake is a notice with line and the nearest valid name, and `fallback` stays in force as
 * a whole: half-understood settings would be worse than none.
 */
export function parseSettings(
  path: string,
  text: string,
  policies: readonly string[],
  fallback: Settings = defaultSettings(),
): { readonly settings: Settings; readonly notices: readonly Notice[] } {
  const notice = (line: number, message: string): Notice => ({ path, line, message, kind: 'settings' });
  if (text.length > longest) return { settings: fallback, notices: [notice(1, 'Settings over 100 KB are not read.')] };
  const tokens = tokensOf(text);
  if ('tooDeepAt' in tokens) {
    return { settings: fallback, notices: [notice(lineAt(text, tokens.tooDeepAt), 'Settings are nested too deeply.')] };
  }
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true });
  const broken = document.errors[0];
  if (broken !== undefined) {
    const message = `Settings are not valid YAML: ${broken.message.split('\n')[0]}`;
    return { settings: fallback, notices: [notice(counter.linePos(broken.pos[0]).line, message)] };
  }
  const written = plainOf(document);
  const result = settingsSchema.safeParse(written);
  const lineOf = (at: readonly PropertyKey[]) => counter.linePos(offsetOf(document, at)).line;
  if (!result.success) {
    return {
      settings: fallback,
      notices: result.error.issues.map((issue) => notice(lineOf(issueAt(issue)), say(issue))),
    };
  }
  const named = [
    ...Object.keys(result.data.policies).map((id) => ({ id, at: ['policies', id] })),
    ...suppressed(result.data),
  ];
  const strange = named.filter(({ id }) => !policies.includes(id));
  const notices = strange.map(({ id, at }) => notice(lineOf(at), unknownPolicy(id, policies)));
  return { settings: result.data, notices };
}

/** The plain value; aliases that multiply beyond reason make it a text, which no settings are. */
function plainOf(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.contents === null ? {} : document.toJS({ maxAliasCount: 100 });
  } catch {
    return 'too many aliases';
  }
}

function suppressed(settings: Settings) {
  return settings.suppressions.map(({ policy }, index) => ({ id: policy, at: ['suppressions', index, 'policy'] }));
}

function unknownPolicy(id: string, policies: readonly string[]): string {
  const nearest = nearestName(id, policies);
  return `There is no policy \`${id}\`${nearest === undefined ? '' : `; did you mean \`${nearest}\``}.`;
}

type Issue = z.core.$ZodIssue;

function issueAt(issue: Issue): readonly PropertyKey[] {
  return issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
}

function say(issue: Issue): string {
  const where = issue.path.length === 0 ? 'the top level' : `\`${issue.path.join('.')}\``;
  if (issue.code !== 'unrecognized_keys') return `Settings at ${where}: ${issue.message}.`;
  const [key = ''] = issue.keys;
  const nearest = nearestName(key, keysAt(issue.path));
  const hint = nearest === undefined ? '' : `; did you mean \`${nearest}\``;
  return `Settings at ${where} have no \`${key}\`${hint}.`;
}

function keysAt(path: readonly PropertyKey[]): readonly string[] {
  let schema: unknown = z.toJSONSchema(settingsSchema, { io: 'input' });
  for (const key of path)
    schema = field(field(schema, 'properties') ?? schema, typeof key === 'number' ? 'items' : key);
  return Object.keys(Object(field(schema, 'properties') ?? {}));
}

function field(from: unknown, key: PropertyKey): unknown {
  return typeof from === 'object' && from !== null && Object.hasOwn(from, key) ? Reflect.get(from, key) : undefined;
}

function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const keys = path.slice(0, length);
    const owner = length === 1 ? document.contents : document.getIn(keys.slice(0, -1), true);
    const last = keys.at(-1);
    const pair = isMap(owner) ? owner.items.find(({ key }) => isNode(key) && String(key) === String(last)) : undefined;
    if (isNode(pair?.key) && pair.key.range) return pair.key.range[0];
    const node = document.getIn(keys, true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
