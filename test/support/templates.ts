/** A SAM template with a function and its log, and what else it has. */
export const template = (extra: string) => `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Resources:
  OrderFunction:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: nodejs24.x
      CodeUri: src/
      Tracing: Active
      LoggingConfig:
        LogGroup: !Ref OrderLog
${extra}  OrderLog:
    Type: AWS::Logs::LogGroup
    Properties:
      RetentionInDays: 90
`;
/** Opens the function to anyone. */
export const open = '      FunctionUrlConfig:\n        AuthType: NONE\n';
