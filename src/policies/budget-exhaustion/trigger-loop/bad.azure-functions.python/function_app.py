import azure.functions as func

app = func.FunctionApp()


@app.function_name(name="Retry")
@app.queue_trigger(arg_name="order", queue_name="orders", connection="OrdersStorage")
@app.queue_output(arg_name="following", queue_name="orders", connection="OrdersStorage")
def retry(order: func.QueueMessage, following: func.Out[str]) -> None:
    following.set(order.get_body().decode())
