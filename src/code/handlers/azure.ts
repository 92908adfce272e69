import type { Handler } from '../handler.js';
import { fileOf, isScript, mainFile } from './files.js';

interface Wanted {
  readonly written: string | undefined;
  readonly root: string;
  readonly scripts: readonly string[];
  readonly answers: boolean;
}

/** A file that registers its functions by itself, or one that exports what `function.json` says of it. */
export function azureHandlers({ written, root, scripts, answers }: Wanted): readonly Handler[] {
  const named = scripts.find((one) => one === written || one === `${root}/${written ?? ''}`);
  if (named !== undefined && named === written)
    return [{ path: named, exported: undefined, calls: 'message', answers: false }];
  const path = named ?? exportingFile(written, root, scripts)?.path ?? mainFile(root, scripts);
  if (path === undefined) return [];
  const exported = exportingFile(written, root, scripts)?.exported;
  if (path.endsWith('.py'))
    return [{ path, exported: exported ?? 'main', calls: answers ? 'python request' : 'message', answers }];
  return [{ path, exported: exported ?? '*', calls: answers ? 'context and request' : 'context and message', answers }];
}

/** `src/orders.handle`, as Serverless Framework writes it. */
function exportingFile(written: string | undefined, root: string, scripts: readonly string[]) {
  const [, module, exported] = /^(.+)\.([^./]+)$/.exec(written ?? '') ?? [];
  if (module === undefined || exported === undefined || isScript(written ?? '')) return undefined;
  const path = fileOf(module, root, scripts);
  return path === undefined ? undefined : { path, exported };
}
