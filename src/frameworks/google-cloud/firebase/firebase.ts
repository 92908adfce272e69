import { emptyModel } from '../../../clouds/plain/empty-model.js';
import type { Notice } from '../../../findings/notice.js';
import type { Files } from '../../../model/files.js';
import type { Model } from '../../../model/model.js';
import { refusalOf, unread } from '../../../notation/source.js';
import { notOurs } from '../../files/not-ours.js';
import { openTextFiles } from '../../files/text-files.js';
import { unreadStack } from '../../files/unread-stack.js';
import type { Answer, Framework } from '../../framework.js';
import { firebaseFiles } from '../recognition.js';
import { type Codebase, codebasesOf, noticesAbout } from './codebases.js';
import { configurationIn, variablesIn } from './env-files.js';
import type { Deployed } from './firebase-functions.js';
import { firebaseParts } from './firebase-resources.js';
import { triggerOf } from './firebase-triggers.js';
import { optionsOf, startOf } from './options.js';
import { readSource } from './source-file.js';
import { sourceWriter } from './writing.js';

/** Cloud Functions that a Firebase project deploys: their options stand in the source. */
export const firebase: Framework = {
  ...firebaseFiles,
  unreadAs: 'google-cloud',
  parse: parseStack,
};

function parseStack(entry: string, files: Files): Answer {
  const texts = openTextFiles(files);
  const root = texts.read(entry)?.documents?.[0];
  if (root === undefined && texts.notices.length > 0) return unreadStack('google-cloud', entry, texts.notices);
  if (root === undefined) return notOurs('the project is empty');
  const codebases = codebasesOf(entry, root, files, texts);
  if (codebases.length === 0) return notOurs('the project deploys no functions', texts.notices);
  const project = { writer: texts.writer, unresolved: [] };
  const deployed = codebases.flatMap((codebase) => deployedBy(codebase, files, project));
  const model: Model = {
    ...emptyModel('google-cloud', entry),
    ...firebaseParts(deployed),
    triggers: deployed.flatMap(triggerOf),
    texts: codebases.flatMap(({ variables, configurations }) => [
      ...variables.flatMap((path) => variablesIn(path, files.read(path) ?? '')),
      ...configurations.flatMap((path) => configurationIn(path, texts)),
    ]),
    unresolved: deployed.flatMap(({ reading }) => reading.unresolved),
  };
  const read = [...texts.paths, ...codebases.flatMap(({ sources, variables }) => [...sources, ...variables])];
  const codeRoots = codebases.map(({ folder }) => folder);
  const unreadSources = codebases.flatMap(({ sources }) => sources.flatMap((path) => noticesOf(path, files)));
  const notices = [...noticesAbout(entry, texts), ...unreadSources];
  const open = unreadSources.length > 0;
  return { kind: 'stack', model: { ...model, open }, files: [...new Set(read)], codeRoots, notices, suppressions: [] };
}

/** A file of functions that cannot be read. */
function noticesOf(path: string, files: Files): readonly Notice[] {
  const text = files.read(path);
  if (text === undefined || !text.includes('firebase-functions') || readSource(path, text) !== undefined) return [];
  const source = { path, text };
  return [refusalOf(source) ?? unread(source, 0, 'could not be read as JavaScript')];
}

function deployedBy(codebase: Codebase, files: Files, project: Deployed['project']): readonly Deployed[] {
  const texts = codebase.sources.flatMap((path) => {
    const source = files.read(path);
    return source?.includes('firebase-functions') ? [[path, source] as const] : [];
  });
  const sources = texts.flatMap(([path, source]) => readSource(path, source) ?? []);
  const shared = sources.map((source) => source.shared).find((options) => options !== undefined);
  const writer = sourceWriter((path) => files.read(path));
  const found = sources.flatMap(({ exported }) => exported).filter((exported) => startOf(exported) !== undefined);
  return [...new Map(found.map((exported) => [exported.name, exported])).values()].map((exported) => {
    const options = optionsOf(exported, shared, exported.at);
    return { exported, options, reading: { writer, unresolved: [] }, project, codebase };
  });
}
