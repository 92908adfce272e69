import { basename, resolve } from 'node:path';
import { componentPaths, readSets } from '../judgement/component-sets.js';
import { versionOf } from '../publish/version.js';
import { renderCycloneDx } from '../report/cyclonedx.js';
import { excludedBy } from '../settings/excluded.js';
import { holdFiles } from '../stacks/files.js';
import { isSilent } from '../stacks/relevance.js';
import { CannotRun } from './cannot-run.js';
import { openFolder } from './folder.js';
import { printTo } from './output.js';

/** `postern scan --sbom cyclonedx [PATH...]`: everything that the manifests and lockfiles under some folders name, as one document. */
export async function sbomCommand(
  given: readonly string[],
  format: string,
  options: { date?: string; output?: string; exclude: readonly string[] },
): Promise<number> {
  if (format !== 'cyclonedx') throw new CannotRun(`--sbom must be cyclonedx, not ${JSON.stringify(format)}.`);
  const folder = await openFolder(given);
  const isExcluded = excludedBy(options.exclude);
  const paths = componentPaths(folder.paths.filter((file) => !isSilent(file) && !isExcluded(file)));
  const sets = await readSets({ files: holdFiles(folder.paths), fetch: folder.read, paths: () => paths });
  const date = options.date ?? new Date().toISOString().slice(0, 10);
  const text = renderCycloneDx(sets, { name: basename(resolve(folder.root)), version: versionOf(), date });
  await printTo(options.output, text);
  return 0;
}
