"""Reports of all orders."""

import subprocess  # nosec B404


def handler(event, context):
    return subprocess.run(["report", "--all", "--quiet"], check=True).returncode
