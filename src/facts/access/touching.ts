import type { IndexedAction, IndexedService } from './actions/action-index.js';
import type { Statement } from './statement.js';

/** How texts begin before anything in them is left open: kept, because the same ones are asked about for every action. */
const starts = new Map<string, string>();
const mostStarts = 20_000;

function startOf(text: string): string {
  const known = starts.get(text);
  if (known !== undefined) return known;
  if (starts.size > mostStarts) starts.clear();
  const start = text.slice(0, text.search(/[*?]|\$\{|$/));
  starts.set(text, start);
  return start;
}

const templateStarts = new Map<string, string>();

/** How the ARNs of a type begin. */
function startOfType(arn: string): string {
  const known = templateStarts.get(arn);
  if (known !== undefined) return known;
  const start = startOf(arn.replace('${Partition}', 'aws'));
  templateStarts.set(arn, start);
  return start;
}

/** `*` is what actions accept that accept no resource. */
const nothing = '*';

function begins(text: string, start: string): boolean {
  if (start === nothing) return /^[*?]/.test(text);
  const own = startOf(text);
  return own.length < start.length ? start.startsWith(own) : own.startsWith(start);
}

/** The statements of some as far as they can be about resources that an action accepts: by how both begin. */
export function touchingOf(
  { types, level }: IndexedAction,
  statements: ReadonlySet<Statement>,
): ReadonlyMap<Statement, Statement> {
  const accepted = types.length === 0 ? [nothing] : types.map(({ arn }) => startOfType(arn));
  const touching = new Map<Statement, Statement>();
  for (const statement of statements) {
    const { resources } = statement;
    // Everything except everything is nothing.
    if (resources.except && resources.texts.some((text) => /^\*+$/.test(text))) continue;
    const texts =
      level === 'unknown'
        ? resources.texts
        : resources.texts.filter((text) => accepted.some((start) => begins(text, start)));
    if (texts.length === resources.texts.length) touching.set(statement, statement);
    else if (texts.length > 0 || resources.except)
      touching.set(statement, { ...statement, resources: { ...resources, texts } });
  }
  return touching;
}

const serviceStarts = new WeakMap<IndexedService, readonly string[]>();

/** False if a statement cannot be about any resource of a service. */
export function touchesService(service: IndexedService, { resources: { texts, except } }: Statement): boolean {
  if (except) return true;
  const own = serviceStarts.get(service) ?? [nothing, ...new Set(service.types.map(({ arn }) => startOfType(arn)))];
  serviceStarts.set(service, own);
  return texts.some((text) => own.some((start) => begins(text, start)));
}
