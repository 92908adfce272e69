/** The path in the repository that a relative reference means; `outside` if it climbs out, undefined if it is no local path. */
export function localPath(folder: string, written: string): { readonly path: string } | 'outside' | undefined {
  if (written === '' || written.length > 1000 || /^[a-z][a-z0-9+.-]+:/i.test(written)) return undefined;
  if (/^[/~\\]/.test(written)) return 'outside';
  const steps: string[] = folder === '' ? [] : folder.split('/');
  for (const step of written.replaceAll('\\', '/').split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return 'outside';
  }
  return { path: steps.join('/') };
}
