import type { Codec } from '../../../../clouds/values/codec.js';
import { firstSaid } from '../../../../clouds/values/writes.js';
import { type Setting, unknown } from '../../../../model/setting.js';
import { textOf } from '../../../../model/value.js';
import { type Declared, property, setting } from '../cloud.js';
import { stackVersions } from './app-fields.js';
import { olderRuntimeOf } from './older-runtimes.js';

const stack = ['site_config', 'application_stack'] as const;

/** `node|22`, from whichever version of the stack is said, or the version of the host where that has ended itself. */
export function runtimeOf(declared: Declared): Setting<string> {
  const host = firstSaid(
    setting(declared, ['functions_extension_version'], endedHost),
    setting(declared, ['version'], endedHost),
    setting(declared, ['app_settings', 'FUNCTIONS_EXTENSION_VERSION'], endedHost),
  );
  if (host.kind === 'known' && host.value !== '') return host;
  for (const name of stackVersions) {
    if (property(declared, ...stack, `${name}_version`) === undefined) continue;
    const language = languageOf(declared, name);
    if (language === undefined) return unknown(declared.at, 'worker');
    return setting(declared, [...stack, `${name}_version`], versionOf(language, markOf(declared, name)));
  }
  const flex = textOf(property(declared, 'runtime_name'))?.toLowerCase();
  if (flex === undefined) {
    const older = olderRuntimeOf(declared);
    return older.kind === 'absent' ? unknown(declared.at, 'runtime elsewhere') : older;
  }
  return setting(declared, ['runtime_version'], versionOf(flex, ''));
}

/** Versions of the host before the current one; of others it is the language that counts. */
const endedHost: Codec<string> = {
  read: (value) => {
    const major = /^~?([123])(?:\.|$)/.exec(textOf(value) ?? '')?.[1];
    return major === undefined ? '' : `functions|${major}`;
  },
  write: () => undefined,
};

function languageOf(declared: Declared, name: (typeof stackVersions)[number]): string | undefined {
  if (name === 'powershell_core') return 'powershell';
  if (name !== 'dotnet') return name;
  const isolated = property(declared, ...stack, 'use_dotnet_isolated_runtime');
  if (isolated === undefined || textOf(isolated) === 'false') return 'dotnet';
  return textOf(isolated) === 'true' ? 'dotnet-isolated' : undefined;
}

/** What Windows apps write before a version. */
function markOf({ type }: Declared, name: string): string {
  if (!type.includes('windows')) return '';
  return name === 'node' ? '~' : name === 'dotnet' ? 'v' : '';
}

/** Of .NET the worker may have to change with the version, which is not written. */
function versionOf(language: string, mark: string): Codec<string> {
  const prefix = `${language}|`;
  const isDotnet = language.startsWith('dotnet');
  return {
    read: (value) => {
      const version = textOf(value)?.replace(/^[v~]/, '');
      return version === undefined ? undefined : prefix + (isDotnet ? version.replace(/\.0$/, '') : version);
    },
    write: (word: string) => {
      if (!word.startsWith(prefix)) return undefined;
      return `${mark}${word.slice(prefix.length)}${isDotnet ? '.0' : ''}`;
    },
  };
}
