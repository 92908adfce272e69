import type { ServerlessFunction } from '../../../model/function.js';
import { known, type Setting } from '../../../model/setting.js';
import { textOf } from '../../../model/value.js';
import type { Codec } from '../../values/codec.js';
import { unwritable, withWrite } from '../../values/writes.js';
import type { Declared } from '../deployment.js';
import { setting } from '../mapping.js';

type Environment = ServerlessFunction['environment'];

/** What apps on Windows say of their runtime: in settings, and in a property of each language. Undefined if nothing. */
export function windowsRuntimeOf(site: Declared, environment: Environment): Setting<string> | undefined {
  const worker = namedIn(environment, 'FUNCTIONS_WORKER_RUNTIME');
  const language = worker === undefined ? undefined : (known(worker)?.toLowerCase() ?? '');
  if (language === undefined || language === 'node') return nodeOf(environment);
  if (language === 'java') return said(setting(site, ['properties', 'siteConfig', 'javaVersion'], java));
  if (language === 'powershell')
    return said(setting(site, ['properties', 'siteConfig', 'powerShellVersion'], versionOf('powershell')));
  if (!language.startsWith('dotnet')) return undefined;
  const framework = said(setting(site, ['properties', 'siteConfig', 'netFrameworkVersion'], dotnet(language)));
  if (framework?.kind === 'known') return framework;
  return language === 'dotnet' && worker?.kind === 'known' ? unwritable({ ...worker, value: 'dotnet' }) : framework;
}

function namedIn(environment: Environment, wanted: string): Setting<string> | undefined {
  return environment.find(({ name }) => name.toUpperCase() === wanted)?.value;
}

function said(read: Setting<string>): Setting<string> | undefined {
  return read.kind === 'absent' ? undefined : read;
}

/** `~18`, of an app on Node.js. */
function nodeOf(environment: Environment): Setting<string> | undefined {
  const version = namedIn(environment, 'WEBSITE_NODE_DEFAULT_VERSION');
  const major = version?.kind === 'known' ? /^~?(\d{1,2})(?:\.|$)/.exec(version.value)?.[1] : undefined;
  if (version?.kind !== 'known' || major === undefined) return undefined;
  return withWrite<string, string, string>({ ...version, value: `node|${major}` }, (write) => (word) => {
    return word.startsWith('node|') ? write(`~${word.slice('node|'.length)}`) : undefined;
  });
}

/** `1.8`, `11`. */
const java: Codec<string> = {
  read: (value) => {
    const version = /^(?:1\.)?(\d{1,2})(?:\.|$)/.exec(textOf(value) ?? '')?.[1];
    return version === undefined ? undefined : `java|${version}`;
  },
  write: (word) => (word.startsWith('java|') ? word.slice('java|'.length) : undefined),
};

function versionOf(language: string): Codec<string> {
  return {
    read: (value) => {
      const version = textOf(value);
      return version === undefined || !/^\d/.test(version) ? undefined : `${language}|${version}`;
    },
    write: (word) => (word.startsWith(`${language}|`) ? word.slice(language.length + 1) : undefined),
  };
}

/** `v6.0`; `v4.0` is what Windows calls every framework before. */
function dotnet(language: string): Codec<string> {
  return {
    read: (value) => {
      const version = /^v(\d{1,2})\.0$/.exec(textOf(value) ?? '')?.[1];
      return version === undefined || Number(version) < 5 ? undefined : `${language}|${version}`;
    },
    write: (word) => (word.startsWith(`${language}|`) ? `v${word.slice(language.length + 1)}.0` : undefined),
  };
}
