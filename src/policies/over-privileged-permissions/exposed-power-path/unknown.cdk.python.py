from aws_cdk import Stack, aws_iam as iam, aws_lambda as _lambda
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
        fn.add_to_role_policy(iam.PolicyStatement(actions=[kwargs["action"]], resources=["*"]))
        fn.add_function_url(auth_type=_lambda.FunctionUrlAuthType.NONE)
