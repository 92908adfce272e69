import { Stack, type StackProps } from 'aws-cdk-lib';
import { WebSocketApi, WebSocketStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketIamAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Code, Function, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

export class ChatStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const common = { runtime: Runtime.NODEJS_22_X, code: Code.fromAsset('src'), tracing: Tracing.ACTIVE };
    const connect = new Function(this, 'Connect', { ...common, handler: 'chat.connect' });
    const send = new Function(this, 'Send', { ...common, handler: 'chat.send' });
    const chat = new WebSocketApi(this, 'Chat', {
      connectRouteOptions: {
        integration: new WebSocketLambdaIntegration('Connected', connect),
        authorizer: this.node.tryGetContext('authorizer'),
      },
    });
    chat.addRoute('send', { integration: new WebSocketLambdaIntegration('Sent', send) });
    new WebSocketStage(this, 'Live', {
      webSocketApi: chat,
      stageName: 'live',
      autoDeploy: true,
      throttle: { rateLimit: 50, burstLimit: 100 },
    });
  }
}
