import type { ServerlessFunction } from '../../../model/function.js';
import { type Known, known } from '../../../model/setting.js';
import { layerPublishers } from './publishers.data.js';

/** A layer of another account, by the parts of its ARN. */
export interface ForeignLayer {
  readonly account: string;
  readonly name: string;
  readonly written: Known<string>;
}

const arn = /^arn:[^:]{1,40}:lambda:[^:]{0,80}:(\d{12}):layer:([^:]{1,140})(?::|$)/;

/** The layers of a function that are named with the account that they come from. */
export function foreignLayers({ layers }: ServerlessFunction): readonly ForeignLayer[] {
  return (known(layers) ?? []).flatMap((written) => {
    if (written.kind !== 'known') return [];
    const [, account, name] = arn.exec(written.value.replace(/\$\{[^{}]{0,80}\}/g, '?')) ?? [];
    return account === undefined || name === undefined ? [] : [{ account, name, written }];
  });
}

/** Whose account it is, and whether the layer is one of those that its owner publishes. */
export function publisherOf({
  account,
  name,
}: ForeignLayer): { readonly name: string; readonly isOwn: boolean } | undefined {
  const found = layerPublishers.filter(({ accounts }) => accounts.includes(account));
  const [first] = found;
  if (first === undefined) return undefined;
  return { name: first.name, isOwn: found.some(({ prefixes }) => prefixes.some((prefix) => name.startsWith(prefix))) };
}
