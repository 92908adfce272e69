import jinja2


def handler(event, context):
    page = jinja2.Template("Hello {{ greeting }}")
    return {"statusCode": 200, "body": page.render(greeting=event["queryStringParameters"]["greeting"])}
