/** What no code needs at run time. Of several of a kind one is told. */
const unneeded =
  /(?:^|\/)(?:\.env(?:\.[\w-]{1,30})?|[^/]{1,100}\.(?:pem|p12|pfx|key)|[^/]{0,100}\.tfstate(?:\.backup)?)$|^(?:tests?|__tests__|spec)\//;

/** What opens something to whoever reads it. */
const sensitive = /(?:^|\/)\.env|\.(?:pem|p12|pfx|key|tfstate|backup)$/;

/** More files than these say nothing more. */
export const mostCarried = 5;

/** Files below a folder that no code needs, by their paths in it. */
export function unneededIn(list: readonly string[], folder: string): readonly string[] {
  const below = folder === '' ? '' : `${folder}/`;
  return list.flatMap((one) => {
    const file = one.startsWith(below) ? one.slice(below.length) : '';
    return unneeded.test(file) ? [file] : [];
  });
}

/** True where one of the files opens something to whoever reads it. */
export function hasSensitive(files: readonly string[]): boolean {
  return files.some((file) => sensitive.test(file));
}
