from aws_cdk import Stack, aws_apigatewayv2 as apigw, aws_lambda as _lambda
from aws_cdk.aws_apigatewayv2_authorizers import HttpIamAuthorizer
from aws_cdk.aws_apigatewayv2_integrations import HttpLambdaIntegration
from constructs import Construct


class OrdersStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)
        fn = _lambda.Function(
            self,
            "Orders",
            runtime=_lambda.Runtime.PYTHON_3_13,
            handler="orders.handler",
            code=_lambda.Code.from_asset("src"),
            tracing=_lambda.Tracing.ACTIVE,
        )
        api = apigw.HttpApi(self, "Api", default_authorizer=HttpIamAuthorizer())
        api.add_routes(
            path="/orders",
            methods=[apigw.HttpMethod.POST],
            integration=HttpLambdaIntegration("Place", fn),
            authorizer=kwargs["authorizer"],
        )
