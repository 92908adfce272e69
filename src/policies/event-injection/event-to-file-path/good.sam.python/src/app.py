import os.path


def handler(event, context):
    name = os.path.basename(event["pathParameters"]["page"])
    with open("pages/" + name) as page:
        return {"statusCode": 200, "body": page.read()}
