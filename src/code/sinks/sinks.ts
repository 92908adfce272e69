import type { Site } from '../flow/calls.js';
import { allTaints } from '../flow/taints.js';
import { nothing } from '../flow/value.js';
import type { SinkRow } from '../tables/sinks/sink-row.js';
import { sinks } from '../tables/sinks.data.js';
import { checkAnswer, checkBody } from './answers.js';
import { argumentsOf, arriving, hasOption, hasSymbol, optionOf } from './arriving.js';
import { checkCleartext, checkClient } from './cleartext.js';
import { checkDebugging } from './debugging.js';
import { checkDropped } from './dropped.js';
import { checkGuessed } from './guessed.js';
import { checkLog } from './logs.js';
import { checkOrigins } from './origins.js';
import { notePlain } from './pages.js';
import { checkGivenToProgram } from './programs.js';
import { checkPrompt } from './prompts.js';
import { reportFlow } from './report.js';
import { checkResource } from './resources.js';
import { checkTls } from './tls.js';
import { checkAllowed, checkToken } from './tokens.js';

const byName = new Map<string, SinkRow[]>();
for (const row of sinks) for (const name of row.names) byName.set(name, [...(byName.get(name) ?? []), row]);

/** Looks at one call: what of it is dangerous to be decided by others. */
export function checkSinks(site: Site): void {
  const { symbol, callee } = site;
  checkLog(site);
  checkTls(site);
  checkClient(site);
  checkToken(site);
  checkPrompt(site);
  checkDropped(site);
  checkDebugging(site);
  checkOrigins(site);
  notePlain(site);
  if (callee.closures !== undefined) return;
  if (symbol === undefined) {
    checkGuessed(site);
    return;
  }
  const dot = symbol.lastIndexOf('.');
  const of = symbol.slice(0, Math.max(dot, 0));
  for (const row of byName.get(symbol.slice(dot + 1)) ?? []) if (row.of.test(of)) checkRow(site, row);
  checkResource(site);
  checkGivenToProgram(site);
  if (symbol !== 'lambda.callback') return;
  const [failed, answered] = site.arguments;
  // With an error the platform answers by itself.
  if (failed && allTaints(failed.value).some(({ origin }) => origin.kind === 'error')) return;
  const value = answered?.value ?? nothing;
  checkAnswer(site.frame, { value, at: site.expression.at });
  checkAllowed(site.frame, value, site.expression.at);
}

function checkRow(site: Site, row: SinkRow): void {
  const { frame, text, expression } = site;
  if (row.creates === true && !expression.creates) return;
  if (row.option && !hasOption(site, row.option)) return;
  if (row.unless && optionOf(site, row.unless[0]) === row.unless[1]) return;
  if (row.without && hasSymbol(site, row.without)) return;
  if (row.with && !hasSymbol(site, row.with)) return;
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
