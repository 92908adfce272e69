import { textOf, type Value, valueAt } from '../../model/value.js';
import type { FrameworkFiles } from '../framework.js';

const extension = /\.(ya?ml|json)$/i;
const others =
  /(^|\/)(package(-lock)?|npm-shrinkwrap|tsconfig[^/]*|composer|pnpm-lock|docker-compose[^/]*|\.[^/]*)\.(ya?ml|json)$/i;
const usual = /(?:^|\/)(?:open-?api|swagger|api-?(?:spec|docs?|definition))[^/]*\.(?:ya?ml|json)$/i;
const sign = /(?:^|[{,\s])["']?(?:openapi|swagger)["']?\s{0,5}:\s{0,5}["']?[23]/;

/** Documents are told by the version that they name. */
export const openapiFiles: FrameworkFiles = {
  name: 'openapi',
  entryOf: (path) => (canHoldDocument(path) ? path : undefined),
  hasUsualName: (path) => usual.test(path),
  mayStart: (entry, files) => looksLikeDocument(files.read(entry) ?? ''),
};

/** True if a file with this path may hold an API document. */
export function canHoldDocument(path: string): boolean {
  return extension.test(path) && !others.test(path) && !/(^|\/)\.github\//.test(path);
}

/** A cheap look at the text: could it be an API document? */
export function looksLikeDocument(text: string): boolean {
  return sign.test(text);
}

/** True if the root of a document is that of an OpenAPI 2 or 3 document. */
export function isDocument(root: Value | undefined): root is Value {
  const version = textOf(valueAt(root, 'openapi')) ?? textOf(valueAt(root, 'swagger'));
  return version !== undefined && /^[23]/.test(version) && valueAt(root, 'paths') !== undefined;
}
