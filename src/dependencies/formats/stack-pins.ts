import { childOf, type OutlineNode } from '../../notation/yaml/outline.js';
import { outlineOf } from '../../notation/yaml/outlined.js';
import { analysisIn } from '../analysis/analysis.js';
import type { Component } from '../component.js';
import { type Format, fileName, type Parsed, type Source } from '../format.js';
import { unverifiedSteps } from '../unverified.js';
import { imagesBelow } from './images.js';

const common = { relation: 'direct', dev: false, via: [] } as const;

/** Few templates name an image or an application, and outlining a text costs time. */
const mayPin = /\bImageUri\b|\bimage\b|AWS::Serverless::Application/;

/** SAM and CloudFormation: applications from the repository of applications, and images of functions. */
export const samPins: Format = {
  name: 'sam-pins',
  ecosystem: 'sam',
  kind: 'manifest',
  matches: (path) => /\.(?:ya?ml|template)$/.test(path) && !fileName(path).startsWith('serverless.'),
  parse: ({ path, text }) => {
    if (!mayPin.test(text)) return { components: [], notices: [] };
    const { nodes, notices } = outlineOf({ path, text });
    const resources = nodes.find(({ key }) => key === 'Resources');
    const components = (resources?.children ?? []).flatMap((resource) => resourcePins(path, resource));
    return { components, notices: /\bAWS::/.test(text) ? notices : [] };
  },
};

function resourcePins(path: string, resource: OutlineNode): readonly Component[] {
  const type = childOf(resource, 'Type')?.value;
  const properties = childOf(resource, 'Properties');
  if (type === 'AWS::Serverless::Function' || type === 'AWS::Lambda::Function') {
    return imagesBelow(
      path,
      (properties?.children ?? []).filter(({ key }) => key === 'ImageUri' || key === 'Code'),
    );
  }
  const location = type === 'AWS::Serverless::Application' ? childOf(properties, 'Location') : undefined;
  const application = childOf(location, 'ApplicationId');
  if (location === undefined || application === undefined) return [];
  const version = childOf(location, 'SemanticVersion')?.value;
  const at = { path, start: location.keyStart, end: location.keyEnd };
  return [{ ...common, name: resource.key, version, at, origin: 'registry', pinned: 'application' }];
}

/** GitHub Actions workflows that deploy: the actions they use. */
export const workflowPins: Format = {
  name: 'workflow-pins',
  ecosystem: 'github-actions',
  kind: 'manifest',
  matches: (path) => /(?:^|\/)\.github\/workflows\/[^/]{1,200}\.ya?ml$/.test(path),
  parse: readWorkflow,
};

/** Actions of workflows that do not deploy count as of development. */
const deploying =
  /\b(?:deploy|terraform apply|cdk deploy|configure-aws-credentials|azure\/login|google-github-actions\/auth)\b/i;

function readWorkflow(source: Source): Parsed {
  const { path, text } = source;
  const dev = !deploying.test(text);
  const found = [
    ...text.matchAll(
      /(?:^[ \t]{0,100}(?:- )?|[{,][ \t]{0,20})["']?uses["']?:[ \t]{1,20}['"]?([\w.-]{1,100}\/[\w./-]{1,200})@([\w./-]{1,200})/gm,
    ),
  ];
  const components = found.flatMap((match): readonly Component[] => {
    const [whole, name = '', reference = ''] = match;
    const end = match.index + whole.length;
    const start = end - name.length - reference.length - 1;
    const commit = /^[0-9a-f]{40}$/.test(reference);
    const at = { path, start, end };
    return [
      {
        ...common,
        dev,
        name,
        version: commit ? reference : undefined,
        range: reference,
        at,
        origin: 'git',
        pinned: 'action',
      },
    ];
  });
  const unverified = dev ? [] : unverifiedSteps(path, text);
  return { components, notices: [], analysis: analysisIn(source), unverified };
}
