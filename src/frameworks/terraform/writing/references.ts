import { isReference, type LiteralReference, type PseudoParameter } from '../../../model/literal.js';
import { folderOf } from '../../../model/path.js';
import type { Express } from '../../../notation/printable.js';
import type { Instance } from '../evaluate/scope.js';
import type { EvaluatedStack } from '../evaluate/stack.js';
import { escaped } from './printing.js';

/** What the names of new resources become. */
export type Renamed = ReadonlyMap<string, { readonly address: string; readonly folder: string }>;

/** How references are written in a file of one folder. Resources of other modules cannot be named there. */
export function expressionsIn(stack: EvaluatedStack, renamed: Renamed, path: string): Express {
  const folder = folderOf(path);
  const textOf = (part: string | LiteralReference | PseudoParameter): string | undefined => {
    if (typeof part === 'string') return escaped(part);
    const expression =
      'pseudo' in part ? pseudoExpression(stack, folder, part) : reference(stack, renamed, folder, part);
    if (expression === undefined) return 'pseudo' in part && part.pseudo === 'partition' ? 'aws' : undefined;
    return `\${${expression}}`;
  };
  return (expression) => {
    if (isReference(expression)) return verbatim(reference(stack, renamed, folder, expression));
    const { joined, arnOf } = expression;
    const whole = arnOf && reference(stack, renamed, folder, { refersTo: arnOf, attribute: 'arn' });
    if (whole) return verbatim(whole);
    const [only] = joined;
    if (joined.length === 1 && typeof only === 'object') {
      return verbatim(
        'pseudo' in only ? pseudoExpression(stack, folder, only) : reference(stack, renamed, folder, only),
      );
    }
    const texts = joined.map(textOf);
    return texts.includes(undefined) ? undefined : { verbatim: `"${texts.join('')}"` };
  };
}

function verbatim(expression: string | undefined) {
  return expression === undefined ? undefined : { verbatim: expression };
}

/** Arguments that hold the name, where it is not `name`. */
const nameAttributes = new Map([
  ['aws_lambda_function', 'function_name'],
  ['aws_s3_bucket', 'id'],
  ['aws_api_gateway_stage', 'stage_name'],
]);

function reference(
  stack: EvaluatedStack,
  renamed: Renamed,
  folder: string,
  { refersTo, attribute }: LiteralReference,
): string | undefined {
  const made = renamed.get(refersTo);
  if (made !== undefined) return made.folder === folder ? `${made.address}.${attribute.toLowerCase()}` : undefined;
  const instance = stack.session.instances.get(refersTo);
  const address = instance && addressIn(instance, folder);
  if (instance === undefined || address === undefined) return undefined;
  return `${address}.${attributeOf(instance, attribute)}`;
}

function attributeOf({ type }: Instance, attribute: LiteralReference['attribute']): string {
  if (attribute === 'executionArn') return 'execution_arn';
  return attribute === 'name' ? (nameAttributes.get(type) ?? 'name') : attribute.toLowerCase();
}

/** The address of a resource inside its own module. */
export function addressIn({ address: local, block }: Instance, folder: string): string | undefined {
  if (folderOf(block.headAt.path) !== folder) return undefined;
  if (local.endsWith(']')) return local;
  if (block.body.attributes.has('count')) return `${local}[0]`;
  return block.body.attributes.has('for_each') ? undefined : local;
}

const facts: Readonly<Record<PseudoParameter['pseudo'], readonly [string, string]>> = {
  account: ['aws_caller_identity', 'account_id'],
  region: ['aws_region', 'name'],
  partition: ['aws_partition', 'partition'],
};

/** Facts of the deployment by a data source that the module already has. */
function pseudoExpression(stack: EvaluatedStack, folder: string, { pseudo }: PseudoParameter): string | undefined {
  const [type, attribute] = facts[pseudo];
  const module = stack.expanded.find(({ scope }) => scope.module.folder === folder)?.scope.module;
  const key = module && [...module.dataSources.keys()].find((name) => name.startsWith(`${type}.`));
  return key === undefined ? undefined : `data.${key}.${attribute}`;
}
