import { entryOf, itemsOf, type MapValue, textOf, type Value, valueAt } from '../../../../model/value.js';
import { scalar } from '../../evaluate/values.js';

const everyone = /\/groups\/global\/(AllUsers|AuthenticatedUsers)$/;
const writing: ReadonlySet<string> = new Set(['WRITE', 'WRITE_ACP', 'FULL_CONTROL']);

/** A bucket without a ready-made list that grants something to everyone is as open as the ready-made list for that. */
export function withGrants(bucket: MapValue): MapValue {
  if (entryOf(bucket, 'AccessControl') !== undefined) return bucket;
  const open = itemsOf(entryOf(bucket, 'Grants')?.value).flatMap(openGrant);
  const worst = open.find(({ access }) => access === 'PublicReadWrite') ?? open[0];
  if (worst === undefined) return bucket;
  const { access, uri } = worst;
  const entry = { key: 'AccessControl', keyAt: uri.at, value: { ...scalar(access, uri.at), origin: uri.at } };
  return { ...bucket, entries: [...bucket.entries, entry] };
}

function openGrant(grant: Value): readonly { readonly access: string; readonly uri: Value }[] {
  const uri = valueAt(grant, 'Uri') ?? valueAt(grant, 'Grantee', 'Uri');
  const [, group] = everyone.exec(textOf(uri) ?? '') ?? [];
  if (uri === undefined || group === undefined) return [];
  const permissions = itemsOf(valueAt(grant, 'Permission')).map((one) => textOf(one) ?? '');
  const access = permissions.some((one) => writing.has(one)) ? 'PublicReadWrite' : 'PublicRead';
  return [{ access: group === 'AllUsers' ? access : access === 'PublicRead' ? 'AuthenticatedRead' : access, uri }];
}
