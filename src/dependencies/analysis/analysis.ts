import type { Files } from '../../model/files.js';
import { linesOf } from '../../notation/text.js';
import type { Analysis, NamedPlace } from '../component.js';
import type { Source } from '../format.js';
import { analysers, otherPipelines, settingsOfAnalysers } from './analysers.data.js';

const workflow = /^\.github\/workflows\/[^/]{1,200}\.ya?ml$/;
const properties = 'sonar-project.properties';

/** What a workflow, and the repository around it, has for the analysis of code. */
export function analysisIn({ path, text, files }: Source): Analysis | undefined {
  if (!workflow.test(path)) return undefined;
  const tree = files.list();
  const workflows = tree.filter((one) => workflow.test(one));
  return {
    steps: stepsIn(path, text),
    optional: optionalIn(path, text),
    everywhere: namesIn(tree, [...workflows, ...otherPipelines.filter((one) => tree.includes(one))], files),
    isFirst: workflows[0] === path,
    excluded: workflows[0] === path ? exclusionsIn(files.read(properties) ?? '') : [],
  };
}

function namesIn(tree: readonly string[], pipelines: readonly string[], files: Files): readonly string[] {
  const texts = pipelines.map((path) => files.read(path) ?? '');
  const said = analysers.filter(({ says }) => texts.some((text) => says.test(text))).map(({ name }) => name);
  return tree.some((path) => settingsOfAnalysers.test(path)) ? [...said, 'its settings'] : said;
}

/** The lines that name an analyser; comments do not run. */
function stepsIn(path: string, text: string): readonly NamedPlace[] {
  const found: NamedPlace[] = [];
  for (const line of linesOf(text)) {
    if (/^\s*(?:#|name:|- name:)/.test(line.text)) continue;
    const name = analysers.find(({ says }) => says.test(line.text))?.name;
    if (name === undefined || found.some((one) => one.name === name)) continue;
    found.push({ name, at: { path, start: line.start, end: line.start + line.text.length } });
  }
  return found;
}

/** Analysers in a step that may fail without failing the job. */
function optionalIn(path: string, text: string): readonly NamedPlace[] {
  const found: NamedPlace[] = [];
  let name: string | undefined;
  let ignoring: NamedPlace['at'] | undefined;
  const settle = () => {
    if (name !== undefined && ignoring !== undefined) found.push({ name, at: ignoring });
    name = undefined;
    ignoring = undefined;
  };
  for (const line of linesOf(text)) {
    if (/^\s*#/.test(line.text)) continue;
    if (/^\s{2,40}- /.test(line.text)) settle();
    name ??= analysers.find(({ says }) => says.test(line.text))?.name;
    if (/^\s{2,60}(?:- )?continue-on-error:\s{1,5}true\s*$/.test(line.text))
      ignoring = { path, start: line.start, end: line.start + line.text.length };
  }
  settle();
  return found;
}

/** The patterns of `sonar.exclusions`, each at its line. */
function exclusionsIn(text: string): readonly NamedPlace[] {
  return [...linesOf(text)].flatMap((line) => {
    const [, list] = /^sonar\.exclusions\s{0,5}[=:]\s{0,5}(.{1,2000})$/.exec(line.text) ?? [];
    const at = { path: properties, start: line.start, end: line.start + line.text.length };
    return (list ?? '').split(',').flatMap((pattern) => (pattern.trim() === '' ? [] : [{ name: pattern.trim(), at }]));
  });
}
