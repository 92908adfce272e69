import { termOf } from '../../../../clouds/values/terms.js';
import { localPath } from '../../../../model/local-path.js';
import { entryOf, type MapValue, textOf } from '../../../../model/value.js';
import type { Instance } from '../../evaluate/scope.js';
import { mapOf, scalar } from '../../evaluate/values.js';
import type { Evaluated } from '../evaluated.js';
import { argument } from '../field.js';

/** Where the code of a function is said to be. */
export const codeFields = { Code: argument('filename'), CodeBucket: argument('s3_bucket') } as const;

/** The code of a function: a folder or file that an archive is made from, an archive, or an object in a bucket. */
export function codeOf(map: MapValue, { instance }: Evaluated): MapValue {
  const code = entryOf(map, 'Code');
  const bucket = entryOf(map, 'CodeBucket');
  const rest = map.entries.filter((entry) => entry !== code && entry !== bucket);
  if (code !== undefined) {
    const written = textOf(code.value);
    const path = written === undefined || isArchive(written) ? undefined : rooted(instance.scope.session.root, written);
    const value = path === undefined ? mapOf([], code.value.at, true) : scalar(path, code.value.at);
    const named = termOf(code.value)?.text;
    const archive = named === undefined ? [] : [{ ...code, key: 'CodeArchive', value: scalar(named, code.value.at) }];
    const narrowed = leavesOut(instance) ? [{ ...code, key: 'CodeNarrowed', value: scalar(true, code.value.at) }] : [];
    return { ...map, entries: [...rest, { ...code, value }, ...archive, ...narrowed] };
  }
  if (bucket === undefined) return map;
  const value = mapOf([{ ...bucket, key: 'S3Bucket' }], bucket.value.at);
  return { ...map, entries: [...rest, { ...bucket, key: 'Code', value }] };
}

/** The archive that a function ships leaves files of its folder out. */
function leavesOut({ block, scope }: Instance): boolean {
  const { at } = block.body.attributes.get('filename')?.value ?? block;
  const written = scope.session.textOf(at.path).slice(at.start, at.end);
  const [, name] = /\bdata\.(archive_file\.[\w-]{1,100})\./.exec(written) ?? [];
  const archive = name === undefined ? undefined : scope.module.dataSources.get(name);
  return archive?.body.attributes.has('excludes') === true;
}

function isArchive(path: string): boolean {
  return /\.(?:zip|jar)$/i.test(path);
}

/** A path from the root module, as long as it stays in the repository. */
export function rooted(root: string, written: string): string | undefined {
  return typeof localPath(root, written) === 'object' ? written : undefined;
}
