import { brotliDecompressSync } from 'node:zlib';
import { factOf } from './conditions.js';
import { compressedPolicies } from './managed-policies.data.js';
import { type Selection, type Statement, statementFrom } from './statement.js';

const loaded: { lines?: ReadonlyMap<string, string>; readonly read: Map<string, readonly Statement[]> } = {
  read: new Map(),
};

/** The statements of a policy that AWS manages, by its name with or without its path; undefined if there is none. */
export function managedPolicy(name: string): readonly Statement[] | undefined {
  loaded.lines ??= new Map(
    brotliDecompressSync(Buffer.from(compressedPolicies, 'base64'))
      .toString('utf8')
      .split('\n')
      .map((line) => [bare(line.slice(0, line.indexOf(' '))), line.slice(line.indexOf(' ') + 1)] as const),
  );
  const key = bare(name);
  const known = loaded.read.get(key);
  const line = loaded.lines.get(key);
  if (known !== undefined || line === undefined) return known;
  const parsed: unknown = JSON.parse(line);
  const statements = Array.isArray(parsed) ? parsed.flatMap((one) => readStatement(one, bare(name))) : [];
  loaded.read.set(key, statements);
  return statements;
}

function bare(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

function readStatement(written: unknown, name: string): readonly Statement[] {
  const effect = textsIn(written, 'Effect')[0];
  if (effect !== 'Allow' && effect !== 'Deny') return [];
  const conditions = fieldOf(written, 'Condition');
  const when = entriesOf(conditions).flatMap(([operator, keys]) =>
    entriesOf(keys).map(([key]) => ({
      negated: false,
      key,
      facts: textsIn(keys, key).map((value) => factOf(operator.toLowerCase(), key.toLowerCase(), value)),
    })),
  );
  return [
    statementFrom({
      effect: effect === 'Allow' ? 'allow' : 'deny',
      actions: selection(written, 'Action'),
      resources: selection(written, 'Resource'),
      when,
      name,
    }),
  ];
}

function selection(written: unknown, field: 'Action' | 'Resource'): Selection {
  const texts = textsIn(written, field);
  return texts.length > 0 ? { texts, except: false } : { texts: textsIn(written, `Not${field}`), except: true };
}

function fieldOf(written: unknown, name: string): unknown {
  return new Map(entriesOf(written)).get(name);
}

function entriesOf(written: unknown): readonly (readonly [string, unknown])[] {
  return typeof written === 'object' && written !== null ? Object.entries(written) : [];
}

function textsIn(written: unknown, name: string): readonly string[] {
  return [fieldOf(written, name)].flat().filter((one) => typeof one === 'string');
}
