from aws_cdk import Stack, aws_lambda as _lambda, aws_secretsmanager as secretsmanager
from constructs import Construct


class OrdersStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)
        payment = secretsmanager.Secret.from_secret_name_v2(self, "Payment", "orders/payment")
        _lambda.Function(
            self,
            "Orders",
            runtime=_lambda.Runtime.PYTHON_3_13,
            handler="orders.handler",
            code=_lambda.Code.from_asset("src"),
            tracing=_lambda.Tracing.ACTIVE,
            environment={"PAYMENT_PASSWORD": "hT7#pQ2vLx9zWm4e"},
        )
