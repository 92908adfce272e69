import { lstat, rename, rm, writeFile } from 'node:fs/promises';
import { CannotRun, reasonOf } from './cannot-run.js';

/** A file to write, and the option that names it. */
export interface Output {
  readonly file: string;
  readonly text: string;
}

/** Writes files whole and all, or none of them: each beside its place first, then all take their places. */
export async function writeAll(outputs: readonly Output[]): Promise<void> {
  const beside: (Output & { readonly draft: string | undefined })[] = [];
  try {
    for (const output of outputs) {
      const draft = (await isReplaceable(output.file)) ? `${output.file}.${process.pid}.part` : undefined;
      beside.push({ ...output, draft });
      if (draft !== undefined) await attempt(output.file, () => writeFile(draft, output.text, { flag: 'wx' }));
    }
    for (const { file, text, draft } of beside)
      await attempt(file, () => (draft === undefined ? writeFile(file, text) : rename(draft, file)));
  } finally {
    for (const { draft } of beside) if (draft !== undefined) await rm(draft, { force: true });
  }
}

/** A device, a pipe or a link stays what it is and is written into. */
async function isReplaceable(file: string): Promise<boolean> {
  const about = await lstat(file).catch(() => undefined);
  if (about?.isDirectory())
    throw new CannotRun(`${file} cannot be written: it is a folder; check --output and --format.`);
  return about === undefined || about.isFile();
}

async function attempt(file: string, work: () => Promise<void>): Promise<void> {
  await work().catch((error: unknown) => {
    throw new CannotRun(`${file} cannot be written: ${reasonOf(error)}; check --output and --format.`);
  });
}
