import { globOf, isFrugal } from '../../../../model/glob.js';
import { folderOf } from '../../../../model/path.js';
import { mostCarried, unneededIn } from '../../../../model/unneeded.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../../model/value.js';
import type { ConfiguredFunction, Service } from '../../service/service.js';
import { bundles } from './packaging.js';

/** Files in the folder of a service that no code needs; a bundler packs none of them, and what a compiler packs its own settings say. */
export function unneededFiles(service: Service): readonly string[] {
  const isCompiled = [...service.plugins].some((plugin) => /(?:^|\/)serverless-plugin-typescript$/.test(plugin));
  return bundles(service) || isCompiled ? [] : unneededIn(service.list(), folderOf(service.path));
}

/**
 * Those that the package of a function would hold: without patterns everything in the folder of the service is packed, but for a
 * few files of git and of the framework itself. https://www.serverless.com/framework/docs/providers/aws/guide/packaging, 2026-11-26
 */
export function carriedBy(
  service: Service,
  { section }: ConfiguredFunction,
  files: readonly string[],
): readonly string[] {
  const packaging = [valueAt(service.root, 'package'), valueAt(section.map, 'package')];
  const isOwn = packaging.some((one) => valueAt(one, 'artifact') !== undefined);
  if (files.length === 0 || isOwn || valueAt(section.map, 'image') !== undefined) return [];
  const left = packaging.flatMap(leftOut);
  if (left.some((pattern) => pattern === undefined || !isFrugal(pattern))) return [];
  const isLeft = left.flatMap((pattern) => (pattern === undefined ? [] : [globOf(pattern)]));
  const hidden = textOf(valueAt(service.root, 'useDotenv')) === 'true';
  const found = files.filter((file) => !isLeft.some((test) => test(file)) && !(hidden && /(?:^|\/)\.env/.test(file)));
  return found.slice(0, mostCarried);
}

/** Patterns of what is not packed; undefined among them where that cannot be told. */
function leftOut(packaging: Value | undefined): readonly (string | undefined)[] {
  const patterns = itemsOf(valueAt(packaging, 'patterns')).map(textOf);
  const excluded = itemsOf(valueAt(packaging, 'exclude')).map(textOf);
  return [
    ...patterns.flatMap((one) => (one === undefined ? [one] : one.startsWith('!') ? [one.slice(1)] : [])),
    ...excluded,
  ].map((one) => (one === undefined || one.length > 200 ? undefined : one.replace(/^\.\//, '')));
}
