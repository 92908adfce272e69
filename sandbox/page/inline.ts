import { asMarkup, type Html, html, joined } from './html.js';

/** The inline Markdown that reviews use; what is not one of these is text. */
const parts = new RegExp(
  [
    /(?<ticks>`+)(?<code>[\s\S]*?[^`])\k<ticks>(?!`)/,
    /\*\*(?<strong>(?:\\.|`[^`]*`|[^\\*`])+)\*\*/,
    /\[(?<label>(?:\\.|`[^`]*`|[^\]\\`])*)\]\((?<address>https?:\/\/[^\s()]+)\)/,
    /\\(?<escaped>[!-/:-@[-`{-~])/,
    /(?<entity>&(?:#\d{1,7}|amp|lt|gt|quot);)/,
    /(?<tag><br>|<sub>|<\/sub>)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

function isTag(text: string): text is '<br>' | '<sub>' | '</sub>' {
  return text === '<br>' || text === '<sub>' || text === '</sub>';
}

function one(groups: Readonly<Record<string, string | undefined>>): Html {
  const { code, strong, label, address, escaped, entity, tag } = groups;
  if (code !== undefined) return html`<code>${code.replace(/^ (.*) $/, '$1')}</code>`;
  if (strong !== undefined) return html`<strong>${inline(strong)}</strong>`;
  if (label !== undefined) return html`<a href="${address}" rel="noreferrer">${inline(label)}</a>`;
  if (entity !== undefined) return asMarkup(`&${entity.slice(1, -1)};`);
  return tag !== undefined && isTag(tag) ? asMarkup(tag) : html`${escaped}`;
}

/** Renders one line of Markdown. */
export function inline(text: string): Html {
  const rendered: Html[] = [];
  let end = 0;
  for (const match of text.matchAll(parts)) {
    rendered.push(html`${text.slice(end, match.index)}`, one(match.groups ?? {}));
    end = match.index + match[0].length;
  }
  return joined([...rendered, html`${text.slice(end)}`]);
}
