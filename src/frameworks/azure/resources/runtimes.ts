import type { ServerlessFunction } from '../../../model/function.js';
import { known, type Setting } from '../../../model/setting.js';
import { textOf } from '../../../model/value.js';
import type { Codec } from '../../reading/codec.js';
import { firstSaid } from '../../reading/writes.js';
import type { Declared } from '../deployment.js';
import { setting } from './mapping.js';

/** `Node|18`, `DOTNET-ISOLATED|8.0`, in the words of the model: `node|18`, `dotnet-isolated|8`. */
const stack: Codec<string> = {
  read: (value) => {
    const written = textOf(value);
    if (written === undefined || /^docker\|/i.test(written) || written === '') return undefined;
    return normal(written);
  },
  write: (word) => word.replace(/^[a-z]/, (first) => first.toUpperCase()),
};

/** `~18`, of a Windows app on Node.js. */
const nodeVersion: Codec<string> = {
  read: (value) => {
    const version = /^~?(\d{1,2})/.exec(textOf(value) ?? '')?.[1];
    return version === undefined ? undefined : `node|${version}`;
  },
  write: (word) => (word.startsWith('node|') ? `~${word.slice('node|'.length)}` : undefined),
};

function normal(written: string): string {
  const [language = '', version = ''] = written.toLowerCase().replace(/-lts$/, '').split('|');
  return `${language}|${language.startsWith('python') || language === 'powershell' ? version : version.replace(/\.0$/, '')}`;
}

/** `functionAppConfig.runtime.version` under `functionAppConfig.runtime.name`. */
function flexVersion(language: string): Codec<string> {
  const prefix = `${language.toLowerCase()}|`;
  return {
    read: (value) => {
      const version = textOf(value);
      return version === undefined ? undefined : normal(prefix + version);
    },
    write: (word) => (word.startsWith(prefix) ? word.slice(prefix.length) : undefined),
  };
}

/** The language that an app runs, or the version of the host where that has ended itself. */
export function runtimeOf(site: Declared, environment: ServerlessFunction['environment']): Setting<string> {
  const linux = setting(site, ['properties', 'siteConfig', 'linuxFxVersion'], stack);
  const language = textOf(languageOf(site));
  const flex =
    language === undefined
      ? undefined
      : setting(site, ['properties', 'functionAppConfig', 'runtime', 'version'], flexVersion(language));
  const windows = environment.find(({ name }) => name === 'WEBSITE_NODE_DEFAULT_VERSION')?.value;
  const host = environment.find(({ name }) => name === 'FUNCTIONS_EXTENSION_VERSION')?.value;
  if (host?.kind === 'known' && /^~[123]$/.test(host.value))
    return { ...host, value: `functions|${host.value.slice(1)}`, write: () => undefined };
  const read = firstSaid(flex ?? linux, linux);
  if (read.kind !== 'absent' || windows?.kind !== 'known') return read;
  const value = nodeVersion.read({ kind: 'scalar', value: known(windows) ?? '', at: windows.at });
  const { write } = windows;
  return value === undefined ? read : { ...windows, value, write: (word) => asNodeVersion(word, write) };
}

function asNodeVersion(
  word: string,
  write: (text: string) => ReturnType<typeof writeNothing>,
): ReturnType<typeof writeNothing> {
  const literal = nodeVersion.write(word);
  return typeof literal === 'string' ? write(literal) : undefined;
}

function writeNothing(): ReturnType<Extract<Setting<string>, { kind: 'absent' }>['write']> {
  return undefined;
}

function languageOf({ body }: Declared) {
  let value = body.map;
  for (const key of ['properties', 'functionAppConfig', 'runtime', 'name']) {
    value = value?.kind === 'map' ? value.entries.find((entry) => entry.key === key)?.value : undefined;
  }
  return value;
}
