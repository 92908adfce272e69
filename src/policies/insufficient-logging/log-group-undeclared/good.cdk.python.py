from aws_cdk import Stack, aws_lambda as _lambda, aws_logs as logs
from constructs import Construct


class OrdersStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)
        _lambda.Function(
            self,
            "Orders",
            runtime=_lambda.Runtime.PYTHON_3_13,
            handler="orders.handler",
            code=_lambda.Code.from_asset("src"),
            tracing=_lambda.Tracing.ACTIVE,
            log_group=logs.LogGroup(self, "OrdersLogs", retention=logs.RetentionDays.THREE_MONTHS),
        )
