import type { ServerlessFunction } from '../../../model/function.js';
import type { Setting } from '../../../model/setting.js';
import { textOf } from '../../../model/value.js';
import type { Codec } from '../../values/codec.js';
import { firstSaid, unwritable } from '../../values/writes.js';
import type { Declared } from '../deployment.js';
import { property, setting } from '../mapping.js';
import { windowsRuntimeOf } from './windows-runtimes.js';

/** `Node|18`, `DOTNET-ISOLATED|8.0`, in the words of the model: `node|18`, `dotnet-isolated|8`. */
const stack: Codec<string> = {
  read: (value) => {
    const written = textOf(value);
    if (written === undefined || /^docker\|/i.test(written) || written === '') return undefined;
    return normal(written);
  },
  write: (word) => word.replace(/^[a-z]/, (first) => first.toUpperCase()),
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
  const language = textOf(property(site, 'properties', 'functionAppConfig', 'runtime', 'name'));
  const flex =
    language === undefined
      ? undefined
      : setting(site, ['properties', 'functionAppConfig', 'runtime', 'version'], flexVersion(language));
  const host = environment.find(({ name }) => name === 'FUNCTIONS_EXTENSION_VERSION')?.value;
  const major = host?.kind === 'known' ? /^~?([123])(?:\.|$)/.exec(host.value)?.[1] : undefined;
  if (host?.kind === 'known' && major !== undefined) return unwritable({ ...host, value: `functions|${major}` });
  const read = firstSaid(flex ?? linux, linux);
  return read.kind === 'absent' ? (windowsRuntimeOf(site, environment) ?? read) : read;
}
