import type { Files } from '../git/commit.js';

/** A function URL that is open, or not, and a number that differs. */
export function template(number: number, auth: 'AWS_IAM' | 'NONE' = 'NONE'): Files {
  return {
    'template.yaml': `Transform: AWS::Serverless-2016-10-31
Resources:
  Hello:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src
      Handler: index.handler
      Runtime: nodejs24.x
      MemorySize: ${128 + number}
      FunctionUrlConfig:
        AuthType: ${auth}
`,
  };
}

/** Stacks of many functions: seconds of analysis. */
export function heavyFiles(stacks: number, functions: number): Files {
  return Object.fromEntries(
    Array.from({ length: stacks }, (_, number) => [
      `stacks/s${number}/template.yaml`,
      heavyTemplate(number, functions),
    ]),
  );
}

function heavyTemplate(stack: number, functions: number): string {
  const resources = Array.from(
    { length: functions },
    (_, number) => `  F${stack}x${number}:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/f${number}
      Handler: index.handler
      Runtime: nodejs14.x
      FunctionUrlConfig:
        AuthType: NONE
      Policies:
        - Statement:
            - Effect: Allow
              Action: 'dynamodb:*'
              Resource: '*'
`,
  );
  return `Transform: AWS::Serverless-2016-10-31\nResources:\n${resources.join('')}`;
}
