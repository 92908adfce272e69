from aws_cdk import Stack, aws_apigatewayv2 as apigw, aws_lambda as _lambda
from aws_cdk.aws_apigatewayv2_authorizers import HttpJwtAuthorizer
from aws_cdk.aws_apigatewayv2_integrations import HttpLambdaIntegration
from constructs import Construct


class AccountStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)
        show = _lambda.Function(
            self,
            "ShowAccount",
            runtime=_lambda.Runtime.PYTHON_3_13,
            handler="account.show",
            code=_lambda.Code.from_asset("src"),
        )
        people = HttpJwtAuthorizer("People", "https://login.example.com/", jwt_audience=["account"])
        api = apigw.HttpApi(
            self,
            "AccountApi",
            default_authorizer=people,
            cors_preflight=apigw.CorsPreflightOptions(
                allow_origins=["https://app.example.com"],
                allow_methods=[apigw.CorsHttpMethod.GET],
                allow_headers=["authorization"],
            ),
        )
        api.add_routes(
            path="/account",
            methods=[apigw.HttpMethod.GET],
            integration=HttpLambdaIntegration("Show", show),
        )
