import { getNodeValue } from 'jsonc-parser';
import type { Files } from '../../../model/files.js';
import type { Span } from '../../../model/span.js';
import type { MapEntry, Value } from '../../../model/value.js';
import { jsonTree } from '../../../notation/json/tree.js';
import { type Draft, put } from '../synthesis/draft.js';
import type { Synthesis } from '../synthesis/synthesis.js';

/** Templates beside a program, and characters in one of them, at most. */
const mostTemplates = 20;
const longest = 1_000_000;

/** What a committed template says of one resource. */
interface Synthesised {
  readonly type: string;
  readonly path: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/**
 * Lets the templates in `cdk.out` say what the program leaves unknown. They say values, never that something is absent:
 * they may be older than the program, and what it says itself stands.
 */
export function completeFromTemplates({ drafts, settings }: Synthesis, files: Files): void {
  const folder = settings.home === '' ? 'cdk.out/' : `${settings.home}/cdk.out/`;
  const templates = files.list().filter((path) => path.startsWith(folder) && path.endsWith('.template.json'));
  const found = templates.slice(0, mostTemplates).flatMap((path) => resourcesIn(files.read(path)));
  if (found.length === 0) return;
  const byName = new Map<string, Synthesised[]>();
  for (const resource of found) {
    const name = lastName(resource.path);
    byName.set(name, [...(byName.get(name) ?? []), resource]);
  }
  for (const draft of drafts.values()) {
    const alike = (byName.get(lastName(draft.id)) ?? []).filter(
      ({ path, type }) => type === draft.type && endsIn(path, draft.id),
    );
    const [only, another] = alike;
    if (only !== undefined && another === undefined) complete(draft, only.properties);
  }
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function endsIn(path: string, id: string): boolean {
  return path === id || path.endsWith(`/${id}`);
}

function resourcesIn(text: string | undefined): readonly Synthesised[] {
  if (text === undefined || text.length > longest) return [];
  const tree = jsonTree(text);
  const resources = fieldsOf(fieldsOf(tree && getNodeValue(tree)).Resources);
  return Object.values(resources).flatMap((resource) => {
    const { Type: type, Properties: properties, Metadata: metadata } = fieldsOf(resource);
    const path = fieldsOf(metadata)['aws:cdk:path'];
    if (typeof type !== 'string' || typeof path !== 'string') return [];
    return [{ type, path: path.replace(/\/Resource$/, ''), properties: fieldsOf(properties) }];
  });
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function complete(draft: Draft, properties: Readonly<Record<string, unknown>>): void {
  for (const [key, written] of Object.entries(properties)) {
    const before = draft.properties.entries.get(key);
    if (before === undefined) {
      const value = draft.open ? plainValue(written, draft.at, 0) : undefined;
      if (value !== undefined) put(draft, [key], value);
    } else if ('kind' in before.node && before.node.kind === 'unknown') {
      const value = plainValue(written, before.node.at, 0);
      if (value !== undefined) put(draft, [key], value, before.keyAt);
    }
  }
}

const deepest = 20;

/** A plain value of a template; what refers to other resources is not followed. */
function plainValue(written: unknown, at: Span, depth: number): Value | undefined {
  if (depth > deepest) return undefined;
  if (typeof written === 'string' || typeof written === 'number' || typeof written === 'boolean')
    return { kind: 'scalar', value: written, at };
  if (Array.isArray(written)) {
    const items = written.map((item) => plainValue(item, at, depth + 1) ?? unknownAt(at));
    return { kind: 'list', items, open: false, at };
  }
  const fields = Object.entries(fieldsOf(written));
  if (fields.length === 0 || fields.some(([key]) => key === 'Ref' || key.startsWith('Fn::'))) return undefined;
  const entries: readonly MapEntry[] = fields.map(([key, value]) => ({
    key,
    keyAt: at,
    value: plainValue(value, at, depth + 1) ?? unknownAt(at),
  }));
  return { kind: 'map', entries, open: false, at };
}

function unknownAt(at: Span): Value {
  return { kind: 'unknown', at, because: 'reference in a synthesised template' };
}
