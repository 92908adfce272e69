import jinja2


def handler(event, context):
    page = jinja2.Template(event["queryStringParameters"]["greeting"])
    return {"statusCode": 200, "body": page.render()}
