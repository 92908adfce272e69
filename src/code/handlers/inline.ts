import type { Files } from '../../model/files.js';
import type { ServerlessFunction } from '../../model/function.js';
import { known } from '../../model/setting.js';
import type { Span } from '../../model/span.js';
import type { Source } from '../../notation/source.js';
import type { Handler } from '../handler.js';

/** The handler of a function whose code stands in its template. Its file is called after the function. */
export function inlineHandlers(
  { id, handler, runtime, inlineCode = [] }: ServerlessFunction,
  started: Pick<Handler, 'calls' | 'answers'>,
): readonly Handler[] {
  const [at] = inlineCode;
  const exported = /\.([^./]+)$/.exec(known(handler) ?? '')?.[1];
  if (at === undefined || exported === undefined) return [];
  const ending = /python/i.test(known(runtime) ?? '') ? 'py' : 'js';
  return [{ path: `${at.path}#${id}.${ending}`, exported, inline: inlineCode, ...started }];
}

/** The template with nothing but the code in it: every offset is that of the template. */
export function inlineSource(files: Files, places: readonly Span[]): Source | undefined {
  const [first] = places;
  const text = first && files.read(first.path);
  if (first === undefined || text === undefined) return undefined;
  let made = '';
  for (const { start, end } of places) {
    made += blank(text.slice(made.length, start));
    made += codeOf(text.slice(start, end));
  }
  return { path: first.path, text: made };
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

/** What is written, without how the notation writes it; as long as before. */
function codeOf(written: string): string {
  const [head = ''] = /^(?:!\w{1,20}[ \t]{0,50})?[|>][^\r\n]{0,200}\r?\n/.exec(written) ?? [];
  if (head !== '') return blank(head) + written.slice(head.length);
  const tagged = /^(?:!Sub|!Join)?\s{0,50}/.exec(written)?.[0] ?? '';
  const rest = written.slice(tagged.length);
  const quote = /^(?:"""|'''|["'`])/.exec(rest)?.[0];
  if (quote !== undefined && rest.endsWith(quote) && rest.length >= quote.length * 2) {
    const inner = rest.slice(quote.length, rest.length - quote.length);
    return blank(tagged + quote) + (quote === '"' ? unescaped(inner) : inner) + blank(quote);
  }
  return /^(?:[{[]|Fn::|"Fn::)/.test(rest) ? blank(tagged) + joined(rest) : written;
}

/** Lines of `Fn::Join`: every text after the one that stands between them. */
function joined(written: string): string {
  const texts = [...written.matchAll(/"((?:[^"\\]|\\.){0,4000})"/g)];
  const first = texts.findIndex(([, text]) => text === 'Fn::Join') + 2;
  let made = '';
  for (const { index, 1: text = '' } of texts.slice(Math.max(first, 1))) {
    made += blank(written.slice(made.length, index + 1));
    made += unescaped(text);
  }
  return made + blank(written.slice(made.length));
}

/** `\n` is a line's end, `\"` a quotation mark, each as long as it is written. */
function unescaped(text: string): string {
  let opens = false;
  return text.replace(/\\(.)/g, (_, letter: string) => {
    switch (letter) {
      case 'n':
        return ' \n';
      case 't':
      case 'r':
        return '  ';
      case '"':
        opens = !opens;
        return opens ? ' "' : '" ';
      default:
        return `\\${letter}`;
    }
  });
}
