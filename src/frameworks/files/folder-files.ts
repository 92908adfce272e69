/** The paths of a sorted list that stand directly in a folder (`` is the root). */
export function filesDirectlyIn(sorted: readonly string[], folder: string): readonly string[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  return filesUnder(sorted, folder).filter((path) => !path.slice(prefix.length).includes('/'));
}

/** The paths of a sorted list that stand in a folder or below it. */
export function filesUnder(sorted: readonly string[], folder: string): readonly string[] {
  if (folder === '') return sorted;
  const prefix = `${folder}/`;
  const found: string[] = [];
  for (let index = firstFrom(sorted, prefix); index < sorted.length; index += 1) {
    const path = sorted[index] ?? '';
    if (!path.startsWith(prefix)) break;
    found.push(path);
  }
  return found;
}

/** True if a sorted list has a path. */
export function hasFile(sorted: readonly string[], path: string): boolean {
  return sorted[firstFrom(sorted, path)] === path;
}

function firstFrom(sorted: readonly string[], prefix: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
}
