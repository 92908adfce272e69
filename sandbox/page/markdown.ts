import { type Html, html, joined } from './html.js';
import { inline } from './inline.js';

/** How a suggestion is shown: with the lines it would replace, and its button. */
export type SuggestionView = (lines: readonly string[]) => Html;

/** Lines, taken from the front one by one. */
interface Reader {
  readonly peek: () => string | undefined;
  readonly next: () => string;
}

function readerOf(text: string): Reader {
  const lines = text.replace(/\r\n/g, '\n').split('\n');
  let at = 0;
  return { peek: () => lines[at], next: () => lines[at++] ?? '' };
}

function takeWhile(reader: Reader, holds: (line: string) => boolean): readonly string[] {
  const taken: string[] = [];
  for (let line = reader.peek(); line !== undefined && holds(line); line = reader.peek()) taken.push(reader.next());
  return taken;
}

function diffLine(line: string): Html {
  const kind = line.startsWith('+') ? 'added' : line.startsWith('-') ? 'deleted' : 'kept';
  return html`<span class="${kind}">${line}</span>`;
}

function fencedBlock(reader: Reader, opening: RegExpExecArray, view: SuggestionView): Html {
  const fence = opening[1] ?? '```';
  const language = opening[2] ?? '';
  const lines = takeWhile(reader, (line) => !(line.startsWith(fence) && line.trim() === fence));
  reader.next();
  if (language === 'suggestion') return view(lines);
  const body = language === 'diff' ? joined(lines.map(diffLine)) : html`${lines.map((line) => `${line}\n`).join('')}`;
  return html`<pre class="${language === 'diff' ? 'diff' : 'code'}"><code>${body}</code></pre>`;
}

function cells(row: string): readonly string[] {
  const inner = row.trim().replace(/^\||\|$/g, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim());
}

function tableBlock(rows: readonly string[]): Html {
  const [head = '', , ...body] = rows;
  const line = (row: string) => html`<tr>${joined(cells(row).map((cell) => html`<td>${inline(cell)}</td>`))}</tr>`;
  const headings = joined(cells(head).map((cell) => html`<th scope="col">${inline(cell)}</th>`));
  return html`<table><thead><tr>${headings}</tr></thead><tbody>${joined(body.map(line))}</tbody></table>`;
}

function listBlock(rows: readonly string[]): Html {
  return html`<ul>${joined(rows.map((row) => html`<li>${inline(row.replace(/^\s*[-*] /, ''))}</li>`))}</ul>`;
}

const startsBlock = /^(?:`{3,}|~{3,}|\||#{1,6} |\s*[-*] |<details>|<\/details>|<!--|\s*$)/;

function foldedBlock(reader: Reader, view: SuggestionView): Html {
  const title = /<summary>(.*)<\/summary>/.exec(reader.next())?.[1] ?? 'More';
  const body = blocks(reader, view, (line) => line.trim() === '</details>');
  reader.next();
  return html`<details><summary>${inline(title)}</summary>${body}</details>`;
}

function block(reader: Reader, view: SuggestionView): Html | undefined {
  const line = reader.peek() ?? '';
  const fence = /^(`{3,}|~{3,})(\w*)\s*$/.exec(line);
  if (fence !== null) {
    reader.next();
    return fencedBlock(reader, fence, view);
  }
  if (line.startsWith('<details>')) return foldedBlock(reader, view);
  if (line.startsWith('|')) return tableBlock(takeWhile(reader, (each) => each.startsWith('|')));
  if (/^\s*[-*] /.test(line)) return listBlock(takeWhile(reader, (each) => /^\s*[-*] /.test(each)));
  const heading = /^#{1,6} (.*)$/.exec(line);
  if (heading !== null || line.startsWith('<!--') || startsBlock.test(line)) {
    reader.next();
    return heading === null ? undefined : html`<p><strong>${inline(heading[1] ?? '')}</strong></p>`;
  }
  return html`<p>${inline(takeWhile(reader, (each) => !startsBlock.test(each)).join(' '))}</p>`;
}

function blocks(reader: Reader, view: SuggestionView, ends: (line: string) => boolean): Html {
  const rendered: Html[] = [];
  for (let line = reader.peek(); line !== undefined && !ends(line); line = reader.peek()) {
    const one = block(reader, view);
    if (one !== undefined) rendered.push(one);
  }
  return joined(rendered);
}

/** Renders the Markdown of comments and check runs. Everything it does not know is text. */
export function markdown(text: string, view: SuggestionView): Html {
  return blocks(readerOf(text), view, () => false);
}
