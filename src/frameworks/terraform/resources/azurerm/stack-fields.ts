import type { Literal } from '../../../../model/literal.js';
import { entryOf, textOf, type Value } from '../../../../model/value.js';
import { lifted } from '../../evaluate/choices.js';
import { unknownValue } from '../../evaluate/values.js';
import type { Evaluated } from '../evaluated.js';
import { type AttributeField, argument, type Fields } from '../field.js';

/** The languages of an app, as its stack names them. */
export const stackVersions = ['node', 'python', 'java', 'dotnet', 'powershell_core'] as const;

type Stack = (typeof stackVersions)[number];

/** Apps on Linux have one property for language and version: `NODE|22`. */
export function linuxStack({ body }: Evaluated): Fields {
  return Object.fromEntries(
    stackVersions.map((name) => [name, argument(`${name}_version`, stackOf(workerOf(name, body)))]),
  );
}

/** Apps on Windows have a property for each language; that of Node.js is a variable. */
export const windowsStack: Fields = {
  nodeVersion: argument('node_version'),
  javaVersion: argument('java_version'),
  netFrameworkVersion: argument('dotnet_version'),
  powerShellVersion: argument('powershell_core_version'),
};

/** The worker that runs code of a language; .NET has two, and which it is may not be known. */
export function workerOf(name: Stack, body: Value): string | undefined {
  if (name === 'powershell_core') return 'powershell';
  if (name !== 'dotnet') return name;
  const isolated = textOf(isolationIn(body));
  if (isolationIn(body) === undefined || isolated === 'false') return 'dotnet';
  return isolated === 'true' ? 'dotnet-isolated' : undefined;
}

function isolationIn(body: Value): Value | undefined {
  return entryOf(firstOf(entryOf(firstOf(entryOf(body, 'site_config')?.value), 'application_stack')?.value), flag)
    ?.value;
}

const flag = 'use_dotnet_isolated_runtime';

function firstOf(value: Value | undefined): Value | undefined {
  return value?.kind === 'list' ? value.items[0] : value;
}

/** Of .NET the worker may have to change with the version, which is not written. */
function stackOf(worker: string | undefined): Pick<AttributeField, 'as' | 'write'> {
  const named = (value: Value): Value => {
    if (value.kind !== 'scalar' || value.value === null) return value;
    if (worker === undefined) return unknownValue(value.at, 'worker');
    return { ...value, value: `${worker}|${String(value.value).replace(/^[v~]/, '')}` };
  };
  return {
    as: (value) => lifted(value, value.at, named),
    write: (literal) => {
      const [language = '', version] = typeof literal === 'string' ? literal.split('|') : [];
      if (worker === undefined || version === undefined || language.toLowerCase() !== worker) return undefined;
      return worker.startsWith('dotnet') ? `${version}.0` : version;
    },
  };
}

/** `PYTHON|3.11`, `DOTNET-ISOLATED|8.0`, in capitals. */
export function olderStack(literal: Literal): Literal | undefined {
  if (typeof literal !== 'string') return undefined;
  const word = literal.toUpperCase();
  return word.startsWith('DOTNET') ? `${word}.0` : word;
}

/** The version of .NET goes with the worker, which is a variable. */
export function unsaid(): undefined {
  return undefined;
}
