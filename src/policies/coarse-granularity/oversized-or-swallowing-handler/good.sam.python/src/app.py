import json

from orders import save


def handler(event, context):
    for record in event["Records"]:
        try:
            save(json.loads(record["body"]))
        except Exception as error:
            print(error)
            raise
