from aws_cdk import Duration, Stack, aws_kms as kms, aws_sqs as sqs
from constructs import Construct


class OrdersStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)
        sqs.Queue(self, "Inbox", encryption=sqs.QueueEncryption.UNENCRYPTED)
        kms.Key(self, "Key")
