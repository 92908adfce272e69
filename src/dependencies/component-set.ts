import { onOneClock, within } from '../findings/allowance.js';
import type { Files } from '../model/files.js';
import { inFolders, installed, synthesised } from '../model/folders.js';
import { folderOf } from '../model/path.js';
import { longestText, unread, withoutConflicts } from '../notation/text.js';
import type { ComponentSet } from './component.js';
import { cooldownFor } from './cooldown.js';
import { declaredFor } from './declared.js';
import type { Format, Parsed, Source } from './format.js';
import { sourceFormats } from './formats/sources.js';
import { formats } from './formats.js';
import { registrySettings } from './registries.js';
import { foldersWithManifests } from './workspaces.js';

/** The formats that a path could be, by the path alone. Source files are no manifests; see `sourceFormats`. */
export function formatsOf(path: string): readonly Format[] {
  return isForeign(path) ? [] : formats.filter((format) => format.matches(path));
}

/** What a path is read as that somebody asks for. */
function readAs(path: string): readonly Format[] {
  const found = formatsOf(path);
  return found.length > 0 ? found : sourceFormats.filter((format) => format.matches(path));
}

const isForeign = inFolders(installed, synthesised);

/** What one file says about components; undefined when it is no manifest or lockfile. */
export function componentsOf(path: string, text: string, files: Files): ComponentSet | undefined {
  return reader(files)(path, text);
}

/** The sets of many files of one tree. Files that several of them need are read once. */
export function componentSets(paths: readonly string[], files: Files): readonly ComponentSet[] {
  const read = reader(files);
  return onOneClock(paths, (path) => {
    const text = readAs(path).length === 0 ? undefined : files.read(path);
    return text === undefined ? undefined : read(path, text);
  }).filter((one) => one !== undefined);
}

type ReadSet = (path: string, text: string) => ComponentSet | undefined;

interface Found {
  readonly format: Format;
  readonly parsed: Parsed;
}

function reader(files: Files): ReadSet {
  const memo = new Map<string, Found | undefined>();
  const folders = foldersWithManifests(files);
  const parsed = (path: string, text: string): Found | undefined => {
    if (!memo.has(path)) memo.set(path, parseFile(path, text, files));
    return memo.get(path);
  };
  return (path, text) => {
    const found = parsed(path, text);
    return found === undefined ? undefined : join(path, found, { files, parsed, folders });
  };
}

function parseFile(path: string, text: string, files: Files): Found | undefined {
  const candidates = readAs(path);
  const [first] = candidates;
  if (first === undefined) return undefined;
  if (text.length > longestText) {
    return unreadFile(first, path, `This file is longer than ${longestText} characters and was not reviewed.`);
  }
  const finished = within(
    () => text.length,
    () => parseAs(candidates, { path, text, files }),
  );
  return finished === undefined
    ? unreadFile(first, path, 'This file takes too long to read and was not reviewed.')
    : finished.value;
}

function unreadFile(format: Format, path: string, message: string): Found {
  return { format, parsed: { components: [], notices: [unread(path, 1, message)] } };
}

function parseAs(candidates: readonly Format[], { path, text, files }: Source): Found | undefined {
  const clean = withoutConflicts(path, text);
  const tried = candidates.map((format) => ({ format, parsed: format.parse({ path, text: clean.text, files }) }));
  const chosen = tried.find(({ parsed }) => parsed.components.length > 0) ?? tried[0];
  if (chosen === undefined) return undefined;
  return { format: chosen.format, parsed: { ...chosen.parsed, notices: [...clean.notices, ...chosen.parsed.notices] } };
}

interface Around {
  readonly files: Files;
  readonly parsed: (path: string, text: string) => Found | undefined;
  readonly folders: (ecosystem: string) => readonly string[];
}

function join(path: string, { format, parsed }: Found, around: Around): ComponentSet {
  const { files, folders } = around;
  const workspace = folderOf(path);
  const lock = format.kind === 'manifest' ? lockfileOf(path, format, around) : undefined;
  const declared = format.kind === 'lockfile' ? declaredFor(path, format, files) : undefined;
  const settings = registrySettings(path, format.ecosystem, files);
  return {
    path,
    format: format.name,
    kind: format.kind,
    ecosystem: format.ecosystem,
    workspace,
    components: parsed.components,
    declared: declared ?? [],
    declaredKnown: declared !== undefined,
    rooted: parsed.rooted ?? false,
    ...(parsed.asked && { asked: parsed.asked }),
    ...(lock !== undefined && { lockfile: lock.path }),
    ...lockVersionOf(lock?.lockVersion ?? parsed.lockVersion),
    locked: lock?.locked ?? [],
    ...(lock?.needed && { needed: lock.needed }),
    registries: [...settings.registries, ...(parsed.registries ?? [])],
    scripts: parsed.scripts ?? [],
    builds: parsed.builds ?? [],
    indexes: parsed.indexes ?? [],
    scriptsOff: settings.scriptsOff,
    ...(parsed.analysis && { analysis: parsed.analysis }),
    ...(parsed.copies && { copies: parsed.copies }),
    ...(parsed.silences && { silences: parsed.silences }),
    ...(parsed.texts && { texts: parsed.texts }),
    ...(parsed.unverified && { unverified: parsed.unverified }),
    ...(format.kind === 'lockfile' && cooldownFor(path, format.name, files)),
    nested: folders(format.ecosystem).filter((folder) => isBelow(folder, workspace)),
    complete: !parsed.notices.some((notice) => notice.kind === 'unread'),
    notices: parsed.notices,
  };
}

function lockVersionOf(lockVersion: ComponentSet['lockVersion']): Pick<ComponentSet, 'lockVersion'> {
  return lockVersion === undefined ? {} : { lockVersion };
}

function isBelow(folder: string, workspace: string): boolean {
  return workspace === '' ? folder !== '' : folder.startsWith(`${workspace}/`);
}

interface Lock {
  readonly path: string;
  readonly locked: ComponentSet['locked'];
  readonly lockVersion: ComponentSet['lockVersion'];
  readonly needed: ComponentSet['needed'];
}

/** The lockfile in the manifest's folder or in the nearest folder above. */
function lockfileOf(path: string, format: Format, { files, parsed }: Around): Lock | undefined {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    for (const name of format.lockfiles ?? []) {
      const at = folder === '' ? name : `${folder}/${name}`;
      const text = files.read(at);
      if (text === undefined) continue;
      const lock = parsed(at, text);
      const { components = [], lockVersion } = lock?.parsed ?? {};
      return {
        path: at,
        lockVersion,
        locked: components.flatMap(({ name, version }) => (version === undefined ? [] : [{ name, version }])),
        needed: lock && neededIn(lock, text),
      };
    }
    if (folder === '') return undefined;
  }
}

/** Old lockfiles of npm and yarn leave out peers. */
function neededIn({ parsed }: Found, text: string): ComponentSet['needed'] {
  const isSilent = /"lockfileVersion"\s{0,10}:\s{0,10}1\b/.test(text) || parsed.lockVersion === 'classic';
  if (isSilent || parsed.components.length === 0) return undefined;
  return [...new Set(parsed.components.flatMap(({ accepts = [] }) => accepts.map(({ name }) => name)))];
}
