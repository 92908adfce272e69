import { describe, expect, test } from '@jest/globals';
import { applyEdits } from '../../../src/findings/edits.js';
import policy from '../../../src/policies/vulnerable-components/deprecated-runtime/policy.js';
import { scanFiles } from '../../support/judging.js';

async function saidOf(files: Readonly<Record<string, string>>) {
  const { findings } = await scanFiles(new Map(Object.entries(files)));
  return findings.filter((finding) => finding.policy === policy.id);
}

const buildFile = (image: string): string => `FROM ${image}\nCOPY app.mjs .\nCMD ["app.handler"]\n`;

describe('base images of function runtimes', () => {
  test.each([
    ['Lambda, Node.js 16', 'public.ecr.aws/lambda/nodejs:16', 'medium', '12 June 2024'],
    ['Lambda with a build date', 'public.ecr.aws/lambda/nodejs:16.2024.05.29.10', 'medium', '12 June 2024'],
    ['Lambda with an architecture', 'public.ecr.aws/lambda/python:3.8-arm64', 'medium', '14 October 2024'],
    ['Lambda from Docker Hub', 'amazon/aws-lambda-nodejs:14', 'medium', '4 December 2023'],
    ['Lambda, Amazon Linux 2 without a language', 'public.ecr.aws/lambda/provided:al2', 'medium', '31 July 2026'],
    ['Azure Functions, Node.js 16', 'mcr.microsoft.com/azure-functions/node:4-node16', 'medium', '11 September 2023'],
    [
      'Azure Functions with a variant',
      'mcr.microsoft.com/azure-functions/node:4-node18-slim',
      'medium',
      '30 April 2025',
    ],
  ])('%s is told', async (_, image, severity, day) => {
    const [finding, another] = await saidOf({ 'orders/Dockerfile': buildFile(image) });
    expect(finding).toMatchObject({
      severity,
      message: `orders/Dockerfile builds on ${image}, whose runtime has been out of support since ${day}.`,
    });
    expect(another).toBeUndefined();
  });

  test.each([
    ['a current runtime', 'public.ecr.aws/lambda/nodejs:24'],
    ['a tag that names no runtime', 'public.ecr.aws/lambda/nodejs:latest'],
    ['a tag that only the build knows', 'public.ecr.aws/lambda/nodejs:${TAG}'],
    ['another image', 'node:16'],
    ['a mirror, whose tags are its own', 'registry.example.com/lambda/nodejs:16'],
  ])('%s is silent', async (_, image) => expect(await saidOf({ 'orders/Dockerfile': buildFile(image) })).toEqual([]));

  test('several stages on one image are told once', async () => {
    const image = 'public.ecr.aws/lambda/nodejs:16';
    expect(await saidOf({ Dockerfile: `FROM ${image} AS build\nRUN npm ci\n${buildFile(image)}` })).toHaveLength(1);
  });

  test('an image function of SAM is told at its build file', async () => {
    const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Metadata: { DockerContext: ./orders, Dockerfile: Dockerfile }
    Properties: { PackageType: Image }
`;
    const files = { 'template.yaml': template, 'orders/Dockerfile': buildFile('public.ecr.aws/lambda/python:3.9') };
    const [finding] = await saidOf(files);
    expect(finding?.at.path).toBe('orders/Dockerfile');
  });

  test.each([
    ['public.ecr.aws/lambda/python:3.9', 'public.ecr.aws/lambda/python:3.13'],
    ['public.ecr.aws/lambda/nodejs:20-arm64', 'public.ecr.aws/lambda/nodejs:24-arm64'],
  ])('%s becomes %s', async (image, mended) => {
    const [finding] = await saidOf({ Dockerfile: buildFile(image) });
    expect(applyEdits(buildFile(image), finding?.fix?.edits ?? [])).toBe(buildFile(mended));
  });
});
