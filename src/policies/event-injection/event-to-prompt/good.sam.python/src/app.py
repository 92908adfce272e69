import json

import anthropic

client = anthropic.Anthropic()


def handler(event, context):
    body = json.loads(event["body"])
    answer = client.messages.create(
        model="claude-sonnet-4-5",
        max_tokens=1000,
        system="You answer for the library.",
        messages=[{"role": "user", "content": body["question"]}],
    )
    return {"statusCode": 200, "body": answer.content[0].text}
