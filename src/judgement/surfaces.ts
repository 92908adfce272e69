import { type Reread, type Surface, type Surfaces, surfacesOf } from '../facts/surfaces/surface.js';
import type { Files } from '../model/files.js';
import type { Edit, Span } from '../model/span.js';
import { lineStart, nextLineStart } from '../notation/geometry.js';
import { overlay } from '../stacks/files.js';
import { parseAgain } from '../stacks/read.js';
import type { ReadStack } from '../stacks/read-stack.js';

/** What a stack answers or describes, and how to read it again: its model is let go. */
export interface Showing extends Pick<ReadStack, 'entry' | 'framework' | 'files'> {
  readonly surfaces: readonly Surface[];
  /** Where it is a document: whether part of it could not be read. */
  readonly document: 'read' | 'unread' | undefined;
}

export function showing({ entry, framework, files, model, notices }: ReadStack): Showing {
  const isUnread = notices.some(({ kind }) => kind === 'unread');
  const document = model.framework === 'openapi' ? (isUnread ? 'unread' : 'read') : undefined;
  return { entry, framework, files, surfaces: surfacesOf(model), document };
}

/** Operations that can be taken out of the texts that declare them. */
function removable(surface: Surface, { read }: Files): Surface {
  const operations = surface.operations.map((operation) => {
    const { alone } = operation;
    return alone === undefined
      ? operation
      : { ...operation, remove: () => withoutLines(read(alone.path) ?? '', alone) };
  });
  return { ...surface, operations };
}

/** Whole lines with nothing else on them; undefined where something is. */
function withoutLines(text: string, { path, start, end }: Span): readonly Edit[] | undefined {
  const [first, next] = [lineStart(text, start), nextLineStart(text, end)];
  const isOwn =
    /^[ \t]*(?:- )?$/.test(text.slice(first, start)) && /^[ \t]*(?:#.*)?$/.test(text.slice(end, next).trimEnd());
  return isOwn ? [{ path, start: first, end: next, text: '' }] : undefined;
}

/** What the stacks of a commit answer and describe, also with other texts for some of its files. */
export function surfacesAmong(all: readonly Showing[], files: Files, isWhole: boolean): Surfaces {
  return {
    all: all.flatMap(({ surfaces }) => surfaces.map((surface) => removable(surface, files))),
    isWhole: isWhole && !all.some(({ document }) => document === 'unread'),
    after: (changed, known) => {
      const texts = overlay(files, changed);
      const isChanged = (one: Showing) => one.files.some((path) => changed.has(path));
      return surfacesAmong(
        all.map((one) => (isSame(one, known) ? rereadAs(one, known) : isChanged(one) ? readAgain(one, texts) : one)),
        texts,
        isWhole,
      );
    },
  };
}

function isSame({ entry, framework }: Showing, again: Reread): boolean {
  return entry === again.entry && framework.name === again.model.framework;
}

function rereadAs(one: Showing, { files, model }: Reread): Showing {
  return { ...one, files, surfaces: surfacesOf(model) };
}

/** What cannot be read any more shows nothing. */
function readAgain(one: Showing, texts: Files): Showing {
  const again = parseAgain(one, texts);
  return again === undefined ? { ...one, surfaces: [] } : showing(again);
}
