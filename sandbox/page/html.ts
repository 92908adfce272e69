/** Markup that is safe to send: every value in it was escaped. */
export interface Html {
  readonly markup: string;
}

export type HtmlValue = Html | string | number | undefined | readonly (Html | string | number | undefined)[];

const made = new WeakSet<object>();

function trusted(markup: string): Html {
  const html = { markup };
  made.add(html);
  return html;
}

const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities.get(sign) ?? sign);
}

function isHtml(value: HtmlValue): value is Html {
  return typeof value === 'object' && made.has(value);
}

function isList(value: HtmlValue): value is Extract<HtmlValue, readonly unknown[]> {
  return Array.isArray(value);
}

function render(value: HtmlValue): string {
  if (value === undefined) return '';
  if (isHtml(value)) return value.markup;
  if (isList(value)) return value.map(render).join('');
  return escaped(String(value));
}

/** Writes markup; every value that is not markup itself is escaped. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return trusted(parts.map((part, index) => part + render(values[index])).join(''));
}

export function joined(parts: readonly Html[], between = ''): Html {
  return trusted(parts.map(({ markup }) => markup).join(between));
}

/** Text that is safe already, letter by letter: entities, and the tags that Markdown may hold. */
export function asMarkup(safe: '<br>' | '<sub>' | '</sub>' | `&${string};`): Html {
  return trusted(safe);
}
