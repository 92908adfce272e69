/** Something that the person who called must fix: told in one sentence, exit code 2. */
export class CannotRun extends Error {}

const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file or folder'],
  ['ENOTDIR', 'a part of the path is no folder'],
  ['EISDIR', 'it is a folder'],
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['EROFS', 'the disk is read-only'],
  ['ENOSPC', 'the disk is full'],
]);

/** Why the operating system refused, in words. */
export function reasonOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const told = 'message' in error ? String(error.message) : String(error);
  return ('code' in error ? reasons.get(String(error.code)) : undefined) ?? told;
}
