import json
import subprocess


def handler(event, context):
    name = json.loads(event["body"])["file"]
    size = subprocess.check_output(["identify", "--", name])
    return {"statusCode": 200, "body": size.decode()}
