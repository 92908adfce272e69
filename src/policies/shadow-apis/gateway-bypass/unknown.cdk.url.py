from aws_cdk import Stack, aws_apigatewayv2 as apigw, aws_lambda as _lambda
from aws_cdk.aws_apigatewayv2_authorizers import HttpIamAuthorizer
from aws_cdk.aws_apigatewayv2_integrations import HttpLambdaIntegration
from constructs import Construct


class ReportsStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)
        self.show = _lambda.Function(
            self,
            "ShowReport",
            runtime=_lambda.Runtime.PYTHON_3_13,
            handler="report.show",
            code=_lambda.Code.from_asset("report"),
            tracing=_lambda.Tracing.ACTIVE,
        )
        api = apigw.HttpApi(self, "ReportsApi", default_authorizer=HttpIamAuthorizer())
        api.add_routes(
            path="/reports/{id}",
            methods=[apigw.HttpMethod.GET],
            integration=HttpLambdaIntegration("Show", self.show),
        )
        self.show.add_function_url(**kwargs["url"])
