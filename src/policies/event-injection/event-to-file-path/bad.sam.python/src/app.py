def handler(event, context):
    name = event["pathParameters"]["page"]
    with open("pages/" + name) as page:
        return {"statusCode": 200, "body": page.read()}
