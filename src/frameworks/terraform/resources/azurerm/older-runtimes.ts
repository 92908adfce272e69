import { type Codec, text } from '../../../../clouds/values/codec.js';
import { firstSaid, unwritable } from '../../../../clouds/values/writes.js';
import { absent, known, type Setting } from '../../../../model/setting.js';
import { textOf } from '../../../../model/value.js';
import { type Declared, setting } from '../cloud.js';

/** What apps of the older kind, and settings of apps on Windows, say of the runtime; absent if nothing. */
export function olderRuntimeOf(declared: Declared): Setting<string> {
  const isOlder = declared.type.startsWith('azurerm_function_app');
  const worker = setting(declared, ['app_settings', 'FUNCTIONS_WORKER_RUNTIME'], text);
  const language = known(worker)?.toLowerCase();
  const linux = isOlder ? setting(declared, ['site_config', 'linux_fx_version'], stack) : absent(declared.at);
  if (linux.kind !== 'absent' || declared.type.includes('linux')) return linux;
  if (language === undefined || language === 'node') {
    return setting(declared, ['app_settings', 'WEBSITE_NODE_DEFAULT_VERSION'], node);
  }
  if (language === 'java' && isOlder) return setting(declared, ['site_config', 'java_version'], java);
  if (!language.startsWith('dotnet') || !isOlder) return absent(declared.at);
  const framework = setting(declared, ['site_config', 'dotnet_framework_version'], dotnet(language));
  if (language !== 'dotnet' || worker.kind !== 'known') return framework;
  return firstSaid(framework, unwritable({ ...worker, value: language }));
}

/** `PYTHON|3.8`, `DOTNET-ISOLATED|6.0`; an image brings its own runtime. */
const stack: Codec<string> = {
  read: (value) => {
    const [language = '', version] = textOf(value)?.toLowerCase().split('|') ?? [];
    if (version === undefined || language === 'docker') return undefined;
    return `${language}|${/^(?:python|powershell)/.test(language) ? version : version.replace(/\.0$/, '')}`;
  },
  write: (word) => (word.startsWith('dotnet') ? `${word.toUpperCase()}.0` : word.toUpperCase()),
};

/** `~14`, `12.18.0`. */
const node: Codec<string> = {
  read: (value) => {
    const major = /^~?(\d{1,2})(?:\.|$)/.exec(textOf(value) ?? '')?.[1];
    return major === undefined ? undefined : `node|${major}`;
  },
  write: (word) => (word.startsWith('node|') ? `~${word.slice('node|'.length)}` : undefined),
};

/** `1.8`, `11`. */
const java: Codec<string> = {
  read: (value) => {
    const version = /^(?:1\.)?(\d{1,2})(?:\.|$)/.exec(textOf(value) ?? '')?.[1];
    return version === undefined ? undefined : `java|${version}`;
  },
  write: (word) => (word.startsWith('java|') ? word.slice('java|'.length) : undefined),
};

/** `v6.0`; `v4.0` is what Windows calls every framework before. */
function dotnet(language: string): Codec<string> {
  return {
    read: (value) => {
      const version = /^v(\d{1,2})\.0$/.exec(textOf(value) ?? '')?.[1];
      return version === undefined || Number(version) < 5 ? undefined : `${language}|${version}`;
    },
    write: () => undefined,
  };
}
