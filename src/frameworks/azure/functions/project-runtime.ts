import type { Files } from '../../../model/files.js';
import { folderOf, isWithin } from '../../../model/path.js';
import { fixed, type Setting } from '../../../model/setting.js';

/** Project files of .NET that are looked at, at most. */
const mostProjects = 5;

/** Longer project files are not read. */
const longest = 200_000;

const versions = /<AzureFunctionsVersion>\s{0,20}v?([1-4])\b/i;
const frameworks = /<TargetFramework>\s{0,20}(?:net|netcoreapp)(\d{1,2})\.(\d)[\w.-]{0,30}\s{0,20}<\/TargetFramework>/i;

/** The runtime that the project file of a .NET app names: of the host when that has ended, otherwise of .NET. */
export function projectRuntime(folder: string, files: Files): Setting<string> | undefined {
  const projects = files
    .list()
    .filter((path) => path.endsWith('proj') && isOwn(path, folder))
    .slice(0, mostProjects);
  for (const path of projects) {
    const text = (files.read(path) ?? '').slice(0, longest);
    const found = /<AzureFunctionsVersion>/i.test(text) ? runtimeIn(text, path) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function isOwn(path: string, folder: string): boolean {
  return /\.(?:cs|fs|vb)proj$/.test(path) && isWithin(path, folder) && folderOf(path) === folder;
}

function runtimeIn(text: string, path: string): Setting<string> | undefined {
  const host = versions.exec(text);
  const major = host?.[1];
  if (host !== null && major !== undefined && major !== '4')
    return fixed(`functions|${major}`, { path, start: host.index, end: host.index + host[0].length });
  const framework = frameworks.exec(text);
  if (framework === null) return undefined;
  const [written, version = ''] = framework;
  const model = text.includes('Microsoft.NET.Sdk.Functions') ? 'dotnet' : 'dotnet-isolated';
  return fixed(`${model}|${version}`, { path, start: framework.index, end: framework.index + written.length });
}
