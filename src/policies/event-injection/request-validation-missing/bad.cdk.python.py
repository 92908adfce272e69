from aws_cdk import Stack, aws_apigateway as apigw, aws_lambda as _lambda
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
        api = apigw.RestApi(
            self,
            "Api",
            default_method_options=apigw.MethodOptions(authorization_type=apigw.AuthorizationType.IAM),
            deploy_options=apigw.StageOptions(tracing_enabled=True, throttling_rate_limit=50),
        )
        order = api.add_model("Order", schema=apigw.JsonSchema(type=apigw.JsonSchemaType.OBJECT, required=["id"]))
        api.root.add_resource("orders").add_method(
            "POST",
            apigw.LambdaIntegration(fn),
            request_models={"application/json": order},
        )
