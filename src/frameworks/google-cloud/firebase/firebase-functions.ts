import { mapped, text } from '../../../clouds/values/codec.js';
import { type Section, settingOf } from '../../../clouds/values/section.js';
import { firstSaid } from '../../../clouds/values/writes.js';
import type { ServerlessFunction } from '../../../model/function.js';
import { absent, fixed, type Setting, unknown } from '../../../model/setting.js';
import { type MapValue, valueAt } from '../../../model/value.js';
import type { Reading } from '../../../notation/writer.js';
import type { Codebase } from './codebases.js';
import type { Exported } from './source-file.js';

/** An export of a group of functions, with its options and how to write them. */
export interface Deployed {
  readonly exported: Exported;
  readonly options: MapValue;
  readonly reading: Reading;
  /** How to write into `firebase.json` and `package.json`. */
  readonly project: Reading;
  readonly codebase: Codebase;
}

export function optionSection({ exported, options, reading }: Deployed): Section {
  return { map: options, at: exported.at, reading };
}

/** A function with what the project says of it, and the code that it exports. */
export function functionOf(fn: ServerlessFunction, deployed: Deployed | undefined): ServerlessFunction {
  if (deployed === undefined) return fn;
  const { codebase, exported, options } = deployed;
  const { name, at } = exported;
  const account = valueAt(options, 'serviceAccount') ?? valueAt(options, 'serviceAccountEmail');
  return {
    ...fn,
    type: 'function',
    runtime: runtimeOf(deployed),
    handler: fixed(name, at),
    codeRoot: codebase.folder,
    role: account === undefined ? absent(at) : unknown(account.at, 'service account elsewhere'),
    environmentOpen: true,
  };
}

/** The runtime that the project fixes, or the Node.js version that the package asks for. */
function runtimeOf({ codebase, project, exported }: Deployed): Setting<string> {
  const own: Section = { map: codebase.settings, at: exported.at, reading: project };
  const engine: Section = { map: codebase.manifest, at: exported.at, reading: project };
  return firstSaid(settingOf(own, ['runtime'], text), settingOf(engine, ['engines', 'node'], nodeVersion));
}

const nodeVersion = mapped<string, string>(
  text,
  (written) => (/^\d+$/.test(written) ? `nodejs${written}` : undefined),
  (runtime) => runtime.replace(/^nodejs/, ''),
);
