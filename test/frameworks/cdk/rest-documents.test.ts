import { expect, test } from '@jest/globals';
import { modelOf, programOf } from '../../support/cdk.js';

const before = "import * as apigw from 'aws-cdk-lib/aws-apigateway';";
const inline = `apigw.ApiDefinition.fromInline({ openapi: '3.0.1', paths: { '/a': { get: {}, post: { security: [{}] } } } })`;

test.each([
  ['written in place', inline, ['GET /a', 'POST /a'], false],
  ['of a file', "apigw.ApiDefinition.fromAsset('api.yaml')", [], true],
  ['given from elsewhere', 'props.definition', [], true],
])('the routes of a document %s', (_, definition, expected, open) => {
  const { apis, routes } = modelOf(
    programOf(`new apigw.SpecRestApi(this, 'Api', { apiDefinition: ${definition} });`, before),
  );
  expect(routes.map(({ method, path }) => `${method} ${path}`)).toEqual(expected);
  expect(apis[0]?.routesOpen).toBe(open);
});
