import type { Given, Site } from '../flow/calls.js';
import { allTaints } from '../flow/taints.js';
import { nothing, type Taint, type Value } from '../flow/value.js';
import { type SinkRow, sinks } from '../tables/sinks.data.js';
import { checkAnswer, checkBody, isPage } from './answers.js';
import { checkCleartext } from './cleartext.js';
import { checkDropped } from './dropped.js';
import { decidesHost } from './hosts.js';
import { checkLog } from './logs.js';
import { checkPrompt } from './prompts.js';
import { harmful, reportFlow } from './report.js';
import { checkResource } from './resources.js';
import { isStatement } from './sql.js';
import { checkTls } from './tls.js';
import { checkToken } from './tokens.js';

const byName = new Map<string, SinkRow[]>();
for (const row of sinks) for (const name of row.names) byName.set(name, [...(byName.get(name) ?? []), row]);

/** Looks at one call: what of it is dangerous to be decided by others. */
export function checkSinks(site: Site): void {
  const { symbol, callee } = site;
  checkLog(site);
  checkTls(site);
  checkToken(site);
  checkPrompt(site);
  checkDropped(site);
  if (callee.closures !== undefined) return;
  if (symbol === undefined) {
    checkUnknownQuery(site);
    return;
  }
  const dot = symbol.lastIndexOf('.');
  const of = symbol.slice(0, Math.max(dot, 0));
  for (const row of byName.get(symbol.slice(dot + 1)) ?? []) if (row.of.test(of)) checkRow(site, row);
  checkResource(site);
  if (symbol === 'lambda.callback')
    checkAnswer(site.frame, { value: site.arguments[1]?.value ?? nothing, at: site.expression.at });
}

function checkRow(site: Site, row: SinkRow): void {
  const { frame, text, expression } = site;
  if (row.creates === true && !expression.creates) return;
  if (row.option && !hasOption(site, row.option)) return;
  const [name, safe] = row.unless ?? [];
  if (name !== undefined && site.arguments.some((one) => one.name === name && one.value.constant === safe)) return;
  if (row.without && site.arguments.some(({ value }) => row.without?.test(value.symbol ?? ''))) return;
  for (const { given, value } of argumentsOf(site, row)) {
    if (row.danger === 'url') checkCleartext(site, given, value);
    if (row.danger === 'error') checkBody(frame, { value, at: expression.at }, false);
    if (row.danger === 'error') continue;
    const [taint] = arriving(site, row, value);
    if (taint === undefined) continue;
    const { at } = expression;
    const detail = row.detail ?? '';
    reportFlow(frame, taint, {
      danger: row.danger,
      text,
      at,
      argument: given.expression.at,
      detail,
      ...(site.symbol !== undefined && { symbol: site.symbol }),
      ...(row.confidence && { confidence: row.confidence }),
    });
  }
}

interface Looked {
  readonly given: Given;
  readonly value: Value;
}

/** The values that a row looks at: an argument, or a field of it. */
function argumentsOf({ arguments: given, receiver, expression }: Site, row: SinkRow): readonly Looked[] {
  const { argument, fields = [], detail } = row;
  if (argument === 'receiver')
    return receiver === undefined ? [] : [{ given: { value: receiver, name: undefined, expression }, value: receiver }];
  const meant =
    argument === 'every'
      ? given
      : given.filter(({ name }, index) => (name === undefined ? index === argument : fields.includes(name)));
  return meant.flatMap((one) => {
    const inner = fields.map((field) => one.value.fields?.get(field)).filter((field) => field !== undefined);
    const own =
      inner.length > 0 || detail === 'expression' || (fields.length > 0 && one.value.fields !== undefined)
        ? inner
        : [one.value];
    return own.map((value) => ({ given: one, value }));
  });
}

function hasOption({ arguments: given }: Site, [name, wanted]: NonNullable<SinkRow['option']>): boolean {
  return given.some((one) => {
    const constant = one.name === name ? one.value.constant : one.value.fields?.get(name)?.constant;
    return constant === wanted || (wanted === true && typeof constant === 'string');
  });
}

/** The taints of a value that matter for a row: of an object for queries, of the host for addresses. */
function arriving({ frame }: Site, row: SinkRow, value: Value): readonly Taint[] {
  const taints = row.isWhole === true ? value.taints : allTaints(value);
  const found = harmful(frame, taints, row.danger);
  switch (row.danger) {
    case 'query':
    case 'item':
    case 'merge':
      return found.filter(({ shape }) => shape === 'any');
    case 'url':
    case 'redirect':
      return found.filter(() => decidesHost(frame, value, row.danger));
    case 'html':
      return isPage(value) ? found : [];
    default:
      return found;
  }
}

/** A client that is not known is one of a database if what it is given is a statement. */
function checkUnknownQuery(site: Site): void {
  const { name, arguments: given, frame, text, expression } = site;
  if (!/^(?:query|execute|raw|run|all|get|prepare|exec)$/.test(name)) return;
  const [first] = given;
  if (first === undefined || !isStatement(first.value)) return;
  const [taint] = harmful(frame, allTaints(first.value), 'sql');
  if (taint)
    reportFlow(frame, taint, {
      danger: 'sql',
      text,
      at: expression.at,
      argument: first.expression.at,
      confidence: 'medium',
    });
}
