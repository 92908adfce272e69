import subprocess  # nosec B404


def handler(event, context):
    return subprocess.run(["report", "--all"], check=True).returncode
