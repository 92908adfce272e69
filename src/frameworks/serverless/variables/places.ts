import type { Value } from '../../../model/value.js';
import { isStructured } from '../documents.js';
import { find, type Variables } from './resolution.js';

/** What a variable asks for, with the variables inside of it resolved. */
export interface Question {
  readonly source: string;
  readonly parameters: Inner | undefined;
  readonly address: Inner | undefined;
}

export interface Inner {
  readonly text: string;
  readonly sure: boolean;
}

/** Where a variable leads in the texts of the service: the value as it is written there, undefined if there is none. */
export type Place = { readonly written: Value | undefined } | { readonly open: string };

export const defaultStage = 'dev';
const defaultRegion = 'us-east-1';

/** The place that a variable of the service itself or of its files means; undefined for those of other sources. */
export function placeOf(
  variables: Variables,
  { source, parameters, address }: Question,
  whole: Value,
): Place | undefined {
  if (source === 'self') return placeInService(variables, address?.text ?? '', whole);
  if (source !== 'file') return undefined;
  return placeInFile(variables, { path: parameters?.text ?? '', address: address?.text ?? '' }, whole);
}

function placeInService(variables: Variables, address: string, { at }: Value): Place {
  if (address === '') return { open: 'whole configuration' };
  const written = find(variables, variables.root, address);
  if (written !== undefined) return { written };
  if (address === 'provider.stage') return { written: { kind: 'scalar', value: defaultStage, at } };
  return { written: address === 'provider.region' ? { kind: 'scalar', value: defaultRegion, at } : undefined };
}

interface FileAddress {
  readonly path: string;
  readonly address: string;
}

function placeInFile(variables: Variables, { path: wanted, address }: FileAddress, { at }: Value): Place {
  const { documents } = variables;
  const path = documents.locate(wanted.trim(), at);
  if (path === undefined) return { open: 'path outside the repository' };
  if (!isStructured(path)) {
    const value = documents.text(path);
    return { written: value === undefined ? undefined : { kind: 'scalar', value, at } };
  }
  const read = documents.read(path);
  if (read === undefined) return { written: undefined };
  const [document] = read.documents ?? [];
  if (document === undefined) return { open: 'unreadable file' };
  return { written: address === '' ? document : find(variables, document, address) };
}
