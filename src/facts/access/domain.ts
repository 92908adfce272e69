import type { ResourceType } from './actions/action-index.js';
import { type Element, elementsOf, fresh, lettersOf } from './patterns/pattern.js';

/**
 * The ARNs that a type of resource can have. A placeholder stands for at least one character, and never for what would make
 * the ARN one of another type of the service: a table's name holds no slash because `table/x/index/y` is an index. Names hold
 * no colon unless a statement writes one into them (`coloned`): hardly any can.
 */
export function domainOf(
  type: ResourceType,
  siblings: readonly ResourceType[],
  coloned: readonly string[] = [],
): readonly Element[] {
  const own = coloned.some((text) => hasColonInName(text, type)) ? coloning : domains;
  const known = own.get(type);
  if (known !== undefined) return known;
  const domain = readDomain(type, siblings, own === coloning);
  own.set(type, domain);
  return domain;
}

const domains = new WeakMap<ResourceType, readonly Element[]>();
const coloning = new WeakMap<ResourceType, readonly Element[]>();

/** Of an ARN what follows partition, service, region and account. */
const partsBefore = /^(?:[^:]*:){5}/;

/** True if a text writes a colon into what it names: `foundation-model/claude-v2:1`, `function:orders:live`. */
export function isColoned(text: string): boolean {
  const plain = text.replace(/\$\{[^}]{0,200}\}/g, 'x');
  return /[^:/*?]:[^:/*?]/.test(plain.replace(partsBefore, ''));
}

/** True if the colon stands in the name and not in what comes before it in every ARN of the type: `function:`. */
function hasColonInName(text: string, { arn }: ResourceType): boolean {
  const rest = text.replace(/\$\{[^}]{0,200}\}/g, 'x').replace(partsBefore, '');
  const before =
    arn
      .replace(/\$\{[^}]{1,80}\}/g, '\u0001')
      .replace(partsBefore, '')
      .split('\u0001')[0] ?? '';
  const isOwn = rest.startsWith(before) || /^[*?]/.test(rest);
  return isOwn && /[^:/*?]:[^:/*?]/.test(rest.startsWith(before) ? rest.slice(before.length) : rest);
}

/** A resource of a type of which no part is known. */
export function widestOf(type: ResourceType): readonly string[] {
  const known = widest.get(type);
  if (known !== undefined) return known;
  const parts = type.arn.replace('${Partition}', 'aws').split(/(\$\{[^}]{1,80}\})/);
  // Some templates have a star of their own.
  const word = parts.flatMap((part) =>
    part.startsWith('${') ? [fresh] : lettersOf(part).map((letter) => (letter === '*' ? fresh : letter)),
  );
  widest.set(type, word);
  return word;
}

const widest = new WeakMap<ResourceType, readonly string[]>();

function readDomain(type: ResourceType, siblings: readonly ResourceType[], isColoning: boolean): readonly Element[] {
  const parts = type.arn.replace('${Partition}', 'aws').split(/(\$\{[^}]{1,80}\})/);
  return parts.flatMap((part, at): readonly Element[] => {
    if (!part.startsWith('${')) return elementsOf(part, 'surely');
    const rest = parts.slice(at + 1).join('');
    const separators = rest === '' ? separatorsAfter(type, siblings) : rest.slice(0, 1).replace(/[^:/]/, '');
    const except = isMadeId(type, part) ? ':/' : isColoning || isAskedInParts(type) ? separators : `:${separators}`;
    return [
      { kind: 'one', except, tokens: true },
      { kind: 'many', except },
    ];
  });
}

/** Ids that EC2 gives to what it makes are letters, digits and hyphens: https://docs.aws.amazon.com/ec2/latest/userguide/resource-ids.html */
function isMadeId({ arn }: ResourceType, placeholder: string): boolean {
  return arn.includes(':ec2:') && placeholder.endsWith('Id}');
}

/** Log groups are matched with `:*` behind them; a version or an alias is asked for as a part of its function. */
function isAskedInParts({ arn }: ResourceType): boolean {
  return arn.includes(':logs:') || arn.endsWith(':function:${FunctionName}');
}

/** What follows this type's ARN in those of other types. */
function separatorsAfter(type: ResourceType, siblings: readonly ResourceType[]): string {
  const { arn } = type;
  if (isAskedInParts(type)) return arn.includes(':logs:') ? '' : '/';
  const prefix = shape(arn);
  const longer = siblings.map((sibling) => shape(sibling.arn)).filter((other) => other.startsWith(prefix));
  return [':', '/'].filter((separator) => longer.some((other) => other[prefix.length] === separator)).join('');
}

function shape(arn: string): string {
  return arn.replace(/\$\{[^}]{1,80}\}/g, '*');
}
