import type { Literal, LiteralJoined } from '../../../model/literal.js';
import { folderOf } from '../../../model/path.js';
import type { Express } from '../../../notation/printable.js';
import type { Instance } from '../evaluate/scope.js';
import type { EvaluatedStack } from '../evaluate/stack.js';
import { awsTables, terraformType } from '../resources/aws/tables.js';
import { insertAfterBlock } from './blocks.js';
import { type BodyLines, entriesOf, linesFor, printBody } from './bodies.js';
import { freeName, snakeCase } from './companions.js';
import type { Edits } from './insertion.js';
import type { Renamed } from './references.js';

/** Adds resources, and knows what it called them. */
export interface Declarer {
  readonly renamed: Renamed;
  readonly declare: (made: Made, body: Literal, express: (path: string) => Express) => Edits;
}

/** The id of a new resource, and of the one that it is for. */
interface Made {
  readonly id: string;
  readonly owner: string | undefined;
}

/** New resources are named after the one that they are for, and stand right after it. */
export function declarerOf(stack: EvaluatedStack): Declarer {
  const renamed = new Map<string, { readonly address: string; readonly folder: string }>();
  return {
    renamed,
    declare: ({ id, owner: ownerId }, body, express) => {
      const owner = ownerId === undefined ? undefined : stack.session.instances.get(ownerId);
      const entries = entriesOf(body);
      const type = terraformType(String(entries?.get('Type')));
      if (owner === undefined || type === undefined || isRepeated(owner)) return undefined;
      const { path } = owner.block.headAt;
      const part = snakeCase(id.slice(owner.id.length));
      const name = freeName(owner.scope.module, type, `${owner.block.labels[1] ?? ''}_${part}`);
      renamed.set(id, { address: `${type}.${name}`, folder: folderOf(path) });
      const properties = entriesOf(entries?.get('Properties') ?? {}) ?? new Map<string, Literal>();
      const lines = bodyOf({ type, properties, called: nameAfter(owner, part) }, express(path));
      if (lines === undefined) return undefined;
      const inside = printBody(lines, '  ');
      const printed = `resource "${type}" "${name}" {${inside === '' ? '' : `\n${inside}\n`}}`;
      return insertAfterBlock(stack.session.textOf(path), owner.block.at, printed);
    },
  };
}

interface Declaring {
  readonly type: string;
  readonly properties: ReadonlyMap<string, Literal>;
  /** The name that it gets where it needs one. */
  readonly called: LiteralJoined;
}

function bodyOf({ type, properties, called }: Declaring, express: Express): BodyLines | undefined {
  const { fields = {}, named } = awsTables.get(type) ?? {};
  const lines = linesFor(properties, fields, express);
  if (lines === undefined || named === undefined) return lines;
  const name = express(called);
  return name === undefined ? undefined : { ...lines, arguments: new Map([[named, name], ...lines.arguments]) };
}

/** `"${aws_lambda_function.orders.function_name}-alarm"`: as unlike others of the account as the one that it is for. */
function nameAfter({ id }: Instance, part: string): LiteralJoined {
  return { joined: [{ refersTo: id, attribute: 'name' }, `-${part.replaceAll('_', '-')}`] };
}

function isRepeated({ block }: Instance): boolean {
  return block.body.attributes.has('for_each') || block.body.attributes.has('count');
}
