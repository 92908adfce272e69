import type { Files } from '../model/files.js';
import { linesOf } from '../notation/text.js';
import { nearest } from './formats/npm/pnpm-workspace.js';

export interface RegistrySettings {
  /** Addresses of registries that the repository's own settings name. */
  readonly registries: readonly string[];
  readonly scriptsOff: boolean;
}

/** What settings files near a manifest say: `.npmrc`, `.yarnrc.yml`, `pip.conf`, sources in Python manifests. */
export function registrySettings(path: string, ecosystem: string, files: Files): RegistrySettings {
  const read = (name: string): string => nearest({ path, files }, name) ?? '';
  if (ecosystem === 'npm') {
    const npmrc = read('.npmrc');
    const settings = `${npmrc}\n${read('.yarnrc.yml')}\n${read('.yarnrc')}\n${read('bunfig.toml')}`;
    return { registries: addressesIn(settings), scriptsOff: switchedOff(npmrc) };
  }
  if (ecosystem === 'pypi') {
    return {
      registries: addressesIn(`${read('pip.conf')}\n${read('pyproject.toml')}\n${read('Pipfile')}`),
      scriptsOff: false,
    };
  }
  return { registries: [], scriptsOff: false };
}

function addressesIn(text: string): readonly string[] {
  return [...text.matchAll(/https?:\/\/[^\s"'<>\\,;)\]}]{1,500}/g)].map(([address]) => address);
}

function switchedOff(npmrc: string): boolean {
  return [...linesOf(npmrc)].some((line) => /^ignore-scripts\s{0,5}=\s{0,5}true\s{0,5}$/.test(line.text));
}
