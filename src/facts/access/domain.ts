import type { ResourceType } from './actions/action-index.js';
import { type Element, elementsOf, fresh, lettersOf } from './patterns/pattern.js';

/**
 * The ARNs that a type of resource can have. A placeholder stands for at least one character, and never for what would make
 * the ARN one of another type of the service: a table's name holds no slash because `table/x/index/y` is an index.
 */
export function domainOf(type: ResourceType, siblings: readonly ResourceType[]): readonly Element[] {
  const known = domains.get(type);
  if (known !== undefined) return known;
  const domain = readDomain(type, siblings);
  domains.set(type, domain);
  return domain;
}

const domains = new WeakMap<ResourceType, readonly Element[]>();

/** A resource of a type of which no part is known. */
export function widestOf(type: ResourceType): readonly string[] {
  const known = widest.get(type);
  if (known !== undefined) return known;
  const parts = type.arn.replace('${Partition}', 'aws').split(/(\$\{[^}]{1,80}\})/);
  const word = parts.flatMap((part) => (part.startsWith('${') ? [fresh] : lettersOf(part)));
  widest.set(type, word);
  return word;
}

const widest = new WeakMap<ResourceType, readonly string[]>();

function readDomain(type: ResourceType, siblings: readonly ResourceType[]): readonly Element[] {
  const parts = type.arn.replace('${Partition}', 'aws').split(/(\$\{[^}]{1,80}\})/);
  return parts.flatMap((part, at): readonly Element[] => {
    if (!part.startsWith('${')) return elementsOf(part, 'surely');
    const rest = parts.slice(at + 1).join('');
    const separators = rest === '' ? separatorsAfter(type, siblings) : rest.slice(0, 1).replace(/[^:/]/, '');
    const except = isMadeId(type, part) ? ':/' : separators;
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

/** What follows this type's ARN in those of other types. Log groups are matched with `:*` behind them. */
function separatorsAfter({ arn }: ResourceType, siblings: readonly ResourceType[]): string {
  if (arn.includes(':logs:')) return '';
  // A version or an alias is asked for as a part of its function.
  if (arn.endsWith(':function:${FunctionName}')) return '/';
  const prefix = shape(arn);
  const longer = siblings.map((sibling) => shape(sibling.arn)).filter((other) => other.startsWith(prefix));
  return [':', '/'].filter((separator) => longer.some((other) => other[prefix.length] === separator)).join('');
}

function shape(arn: string): string {
  return arn.replace(/\$\{[^}]{1,80}\}/g, '*');
}
