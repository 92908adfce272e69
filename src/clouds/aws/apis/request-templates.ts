import type { RequestTemplate } from '../../../model/request-template.js';
import { fixed, known, none, type Setting } from '../../../model/setting.js';
import { textOf, type Value } from '../../../model/value.js';
import { text } from '../../values/codec.js';
import { settingOf } from '../../values/section.js';
import { functionNamed } from '../functions/reference.js';
import { entriesOf, type Mapping, property, quiet } from '../mapping.js';
import type { Declared } from '../template.js';
import type { ApiSource } from './api-source.js';
import { resourcePath } from './resource-path.js';

/** The templates of a REST API's methods and of its document that no function stands behind. */
export function gatewayTemplates(mapping: Mapping, { resource, openapi }: ApiSource): readonly RequestTemplate[] {
  const methods = mapping.pointing('AWS::ApiGateway::Method', ['RestApiId'], resource.id);
  const operations = (openapi?.operations ?? []).filter(({ integration }) => /^(?:service|http)$/.test(integration));
  return [
    ...methods.filter((method) => !isOfFunction(mapping, method)).flatMap((method) => templatesOf(mapping, method)),
    ...operations.flatMap(({ handed, method, path }) => namedTemplates(mapping, `${method} ${path}`, handed)),
  ];
}

function isOfFunction(mapping: Mapping, method: Declared): boolean {
  const uri = property(method, 'Integration', 'Uri');
  const isProxy = /_PROXY$|^MOCK$/.test(textOf(property(method, 'Integration', 'Type')) ?? '');
  const written = textOf(uri) ?? known(joined(uri) ?? none(method.at));
  return isProxy || functionNamed(mapping, uri) !== undefined || written === undefined || written.includes(':lambda:');
}

function templatesOf(mapping: Mapping, method: Declared): readonly RequestTemplate[] {
  const verb = textOf(property(method, 'HttpMethod'))?.toUpperCase() ?? '?';
  const path = resourcePath(mapping, property(method, 'ResourceId'));
  return namedTemplates(mapping, `${verb} ${path}`, property(method, 'Integration', 'RequestTemplates'));
}

/** One for each type of content. */
function namedTemplates(mapping: Mapping, name: string, listed: Value | undefined): readonly RequestTemplate[] {
  return entriesOf(listed).map(({ key, keyAt, value }): RequestTemplate => {
    const section = { map: listed, at: keyAt, reading: quiet(mapping.reading) };
    return { name, language: 'gateway', text: joined(value) ?? settingOf(section, [key], text) };
  });
}

/** A text with references in it: what stands around them is known. */
function joined(value: Value | undefined): Setting<string> | undefined {
  if (value?.kind !== 'pattern') return undefined;
  return fixed(value.parts.map((part) => (typeof part === 'string' ? part : '_')).join(''), value.at);
}

/** The templates of an AppSync API's fields and of the steps that they are made of. */
export function graphqlTemplates(mapping: Mapping, api: string): readonly RequestTemplate[] {
  const types = ['AWS::AppSync::Resolver', 'AWS::AppSync::FunctionConfiguration'] as const;
  return types
    .flatMap((type) => mapping.pointing(type, ['ApiId'], api))
    .map((declared): RequestTemplate => {
      const written = property(declared, 'RequestMappingTemplate');
      const section = { ...declared.properties, reading: quiet(mapping.reading) };
      return {
        name: fieldOf(declared),
        language: 'graphql',
        text: joined(written) ?? settingOf(section, ['RequestMappingTemplate'], text),
      };
    });
}

function fieldOf(declared: Declared): string {
  const names = ['TypeName', 'FieldName'].map((key) => textOf(property(declared, key)));
  return names.includes(undefined) ? (textOf(property(declared, 'Name')) ?? declared.id) : names.join('.');
}
