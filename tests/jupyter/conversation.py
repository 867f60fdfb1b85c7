"""A kernel under test, and what it says: the plumbing of the tests."""

import queue
import time

from jupyter_client.manager import KernelManager

KERNEL = ".net-csharp"
PATIENCE = 30


class Conversation:
    """One kernel with one client."""

    def __init__(self, kernel=KERNEL, **start):
        self.manager = KernelManager(kernel_name=kernel)
        self.manager.start_kernel(**start)
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=PATIENCE)

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    def drain(self):
        """Forget what was said so far."""
        while True:
            try:
                self.client.get_iopub_msg(timeout=0.05)
            except queue.Empty:
                return

    def reply(self, msg_id, channel="shell", timeout=PATIENCE):
        """The one answer to a request; others are an error of the test."""
        end = time.monotonic() + timeout
        get = self.client.get_shell_msg if channel == "shell" else self.client.get_control_msg
        while True:
            message = get(timeout=max(end - time.monotonic(), 0.01))
            if message["parent_header"].get("msg_id") == msg_id:
                return message

    def outputs(self, msg_id, until="idle", timeout=PATIENCE):
        """Everything on iopub for a request, up to its idle state or to a message of a type."""
        end = time.monotonic() + timeout
        messages = []
        while True:
            message = self.client.get_iopub_msg(timeout=max(end - time.monotonic(), 0.01))
            if message["parent_header"].get("msg_id") != msg_id:
                continue
            messages.append(message)
            is_idle = message["msg_type"] == "status" and message["content"]["execution_state"] == "idle"
            if (until == "idle" and is_idle) or message["msg_type"] == until:
                return messages

    def run(self, code, timeout=PATIENCE, **options):
        """Execute; returns the reply's content and the messages between busy and idle."""
        msg_id = self.client.execute(code, **options)
        reply = self.reply(msg_id, timeout=timeout)
        messages = self.outputs(msg_id, timeout=timeout)
        return reply["content"], messages

    def send(self, channel, kind, content):
        """Send a message that the client has no method for."""
        message = self.client.session.msg(kind, content)
        getattr(self.client, channel + "_channel").send(message)
        return message["header"]["msg_id"]


def of_type(messages, kind):
    return [m["content"] for m in messages if m["msg_type"] == kind]


def text(messages, name="stdout"):
    return "".join(c["text"] for c in of_type(messages, "stream") if c["name"] == name)
