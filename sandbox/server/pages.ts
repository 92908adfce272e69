import { type Exchange, queryText } from './exchange.js';

const usual = 30;
const most = 100;

function link(exchange: Exchange, page: number, size: number, relation: string): string {
  const url = new URL(exchange.url);
  url.searchParams.set('page', String(page));
  url.searchParams.set('per_page', String(size));
  return `<${url.href}>; rel="${relation}"`;
}

/** One page of a list, with the links to the others in the answer's headers. */
export function pageOf<Entry>(exchange: Exchange, entries: readonly Entry[], usualSize = usual): readonly Entry[] {
  const wanted = Number(queryText(exchange, 'per_page') ?? usualSize);
  if (wanted > most) exchange.violation('page-size', `per_page ${wanted}: GitHub answers at most ${most}`);
  const size = Math.min(Math.max(wanted || usual, 1), most);
  const page = Math.max(Number(queryText(exchange, 'page') ?? 1) || 1, 1);
  const last = Math.max(1, Math.ceil(entries.length / size));
  const links: string[] = [];
  if (page < last) links.push(link(exchange, page + 1, size, 'next'), link(exchange, last, size, 'last'));
  if (page > 1) links.push(link(exchange, page - 1, size, 'prev'), link(exchange, 1, size, 'first'));
  if (links.length > 0) exchange.answerHeaders.link = links.join(', ');
  return entries.slice((page - 1) * size, page * size);
}
