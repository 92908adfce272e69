import type { Annotation, CheckRun } from '../check.js';
import { type Html, html, joined } from './html.js';
import { markdown } from './markdown.js';

const signs = new Map([
  ['success', '✓'],
  ['failure', '✕'],
  ['neutral', '–'],
  ['cancelled', '–'],
]);

function stateOf(run: CheckRun): string {
  return run.conclusion ?? 'running';
}

function annotationView(annotation: Annotation): Html {
  const { path, start_line: line, title, message, annotation_level: level } = annotation;
  return html`<li class="annotation ${level}">
    <p><strong>${title ?? level}</strong> <span class="where">${path}:${line}</span></p>
    <p class="message">${message}</p>
  </li>`;
}

function annotationsOf(run: CheckRun): Html | undefined {
  if (run.annotations.length === 0) return undefined;
  return html`<h3>Annotations</h3><ul class="annotations">${joined(run.annotations.map(annotationView))}</ul>`;
}

function plainSuggestion(lines: readonly string[]): Html {
  return html`<pre class="code"><code>${lines.join('\n')}</code></pre>`;
}

function outputOf(run: CheckRun): Html {
  const part = (text: string) => markdown(text, plainSuggestion);
  const details =
    run.text === null
      ? undefined
      : html`<details class="details"><summary>Details</summary>${part(run.text)}</details>`;
  return html`<div class="body">${part(run.summary ?? '')}${details}${annotationsOf(run)}</div>`;
}

/** The check run: how it ended, its summary and annotations, and a button to run it again. */
export function checkView(run: CheckRun | undefined): Html {
  if (run === undefined) {
    return html`<section class="check running" aria-label="Check"><header><h2>Waiting for the review</h2></header></section>`;
  }
  const state = stateOf(run);
  const title = run.title ?? (run.conclusion === null ? 'Reviewing this change' : state);
  return html`<section class="check ${state}" aria-label="Check" data-state="${state}" data-head="${run.headSha}">
    <header>
      <span class="state" aria-hidden="true">${signs.get(state) ?? '•'}</span>
      <h2>${run.name}: <span class="title">${title}</span></h2>
      <span class="conclusion">${state}</span>
      <form method="post" action="/checks/${run.id}/rerun"><button>Re-run</button></form>
    </header>
    ${run.conclusion === null ? undefined : outputOf(run)}
  </section>`;
}
