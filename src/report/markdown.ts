/** Words for GitHub's Markdown. Names come from reviewed code and are hostile: they stay text, whatever they contain. */

const longestText = 2000;
const longestName = 200;

/** A sentence in which every name stays text: no mention, reference, link, image, HTML, emphasis or formula comes of it. */
export function prose(written: string): string {
  const parts = clip(oneLine(written), longestText).split(/`([^`]+)`/);
  return parts.map((part, index) => (index % 2 === 1 ? code(part) : plain(part))).join('');
}

/** A name in a code span, longer than any run of backticks in it. */
export function code(written: string): string {
  const text = clip(oneLine(written), longestName).trim();
  if (text === '') return '';
  const fence = '`'.repeat(longestRun(text) + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** One cell of a table: bars would end it. */
function cell(markdown: string): string {
  return markdown.replace(/\r?\n/g, ' ').replace(/(?<!\\)((?:\\\\)*)\|/g, '$1\\|');
}

/** A table; its cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

/** One row of a table. */
export function row(cells: readonly string[]): string {
  return `| ${cells.map(cell).join(' | ')} |`;
}

/** A fenced block that nothing in the text can close. */
export function fenced(text: string, language = ''): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  const body = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return `${fence}${language}\n${body}${fence}`;
}

/** A link whose label is Markdown already; addresses that are not http(s) are left out. */
export function link(label: string, address: string): string {
  if (!/^https?:\/\//.test(address)) return label;
  const safe = address.replace(/[\s<>()[\]\\`|"]/g, (sign) => `%${hex(sign.codePointAt(0) ?? 0)}`);
  return `[${label}](${safe})`;
}

/** Folded away until somebody asks; the title is our own words. */
export function folded(title: string, body: string): string {
  return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}

/** How many of something: `1 problem`, `2 problems`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** Joins blocks as far as they fit into `most` bytes and says how many are left out. */
export function joinWithin(
  blocks: readonly string[],
  most: number,
  more: (left: number) => string,
  between = '\n\n',
): string {
  const kept: string[] = [];
  const reserve = Buffer.byteLength(more(blocks.length)) + Buffer.byteLength(between);
  let used = 0;
  for (const [index, block] of blocks.entries()) {
    const size = Buffer.byteLength(block) + Buffer.byteLength(between);
    const isLast = index === blocks.length - 1;
    if (used + size + (isLast ? 0 : reserve) > most) {
      return [...kept, more(blocks.length - index)].join(between);
    }
    kept.push(block);
    used += size;
  }
  return kept.join(between);
}

function plain(text: string): string {
  return text
    .replace(/[&<>]/g, (sign) => entities[sign] ?? sign)
    .replace(/[\\`*[\]|~{}^]/g, '\\$&')
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_')
    .replace(/@/g, `@${gap}`)
    .replace(/#/g, `\\#${gap}`)
    .replace(/\b(GH-)(?=\d)/gi, `$1${gap}`)
    .replace(/\b([a-z][a-z0-9+.-]{0,40}):(?=\/\/|[^\s/]+@)/gi, `$1:${gap}`)
    .replace(/\bwww(?=\.)/gi, `$&${gap}`)
    .replace(/:(?=[a-z0-9_+-]+:)/gi, `:${gap}`)
    .replace(/\b([0-9a-f])(?=[0-9a-f]{6,63}\b)/gi, `$1${gap}`)
    .replace(/^(\s*)([-+=]|\d+[.)])/, (_, space: string, sign: string) => space + escapeLast(sign))
    .replace(/\$/g, '&#36;')
    .replaceAll(gap, '&#8203;');
}

/** A zero-width space: it ends what would become a mention, a reference or a link. */
const gap = '\u200B';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escapeLast(sign: string): string {
  return `${sign.slice(0, -1)}\\${sign.slice(-1)}`;
}

/** Line breaks become spaces; control and direction characters, which can hide text, become visible. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Bidi_Control}\p{Cs}]/gu, '\uFFFD');
}

function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

function longestRun(text: string): number {
  return Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
}

function hex(character: number): string {
  return character.toString(16).toUpperCase().padStart(2, '0');
}
