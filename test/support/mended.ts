import { readCode } from './read-code.js';

/** A stack of one function that an API starts. */
export const template = (runtime: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src
      Handler: app.handler
      Runtime: ${runtime}
      Events: { Orders: { Type: HttpApi, Properties: { Path: /orders, Method: post } } }
`;

/** The first mend of a handler, applied; undefined if there is none. */
export async function mended(path: string, text: string): Promise<string | undefined> {
  const runtime = path.endsWith('.py') ? 'python3.13' : 'nodejs22.x';
  const [code] = await readCode({ 'template.yaml': template(runtime), [path]: text });
  const [mend] = code?.functions.flatMap(({ flows }) => flows.flatMap((flow) => flow.mend ?? [])) ?? [];
  const edits = mend?.edits.toSorted((a, b) => b.start - a.start) ?? [];
  const whole = edits.reduce((left, edit) => `${left.slice(0, edit.start)}${edit.text}${left.slice(edit.end)}`, text);
  return mend && whole;
}
