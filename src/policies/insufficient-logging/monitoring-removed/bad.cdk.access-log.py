from aws_cdk import Stack, aws_apigateway as apigw, aws_logs as logs
from constructs import Construct


class OrdersStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)
        access = logs.LogGroup(self, "Access", retention=logs.RetentionDays.THREE_MONTHS)
        api = apigw.RestApi(
            self,
            "OrdersApi",
            default_method_options=apigw.MethodOptions(authorization_type=apigw.AuthorizationType.IAM),
            deploy_options=apigw.StageOptions(
                tracing_enabled=True,
                logging_level=apigw.MethodLoggingLevel.ERROR,
                throttling_rate_limit=100,
                throttling_burst_limit=50,
            ),
        )
        api.root.add_resource("orders").add_method("GET", apigw.HttpIntegration("https://orders.example.com"))
