"""The kernel as Jupyter's clients meet it. Run by run.sh."""

import json
import os
import queue
import shlex
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest

import nbformat
from nbclient import NotebookClient

from chapters import lacks, missing, names, read
from conversation import KERNEL, PATIENCE, Conversation, of_type, text
from documents import DOCUMENTS

LONGEST = 240  # seconds for a command
ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
TRADEBOT = [os.path.join(ROOT, part) if part.startswith("artifacts/") else part for part in shlex.split(os.environ["TRADEBOT"])]


class Talk(unittest.TestCase):
    """Conversations that share one kernel, since none of them may harm the next."""

    @classmethod
    def setUpClass(cls):
        cls.talk = Conversation()

    @classmethod
    def tearDownClass(cls):
        cls.talk.close()

    def setUp(self):
        self.talk.drain()

    # What the public suite jupyter_kernel_test asks of any kernel.

    def test_kernel_info(self):
        content = self.talk.reply(self.talk.client.kernel_info())["content"]
        self.assertEqual("ok", content["status"])
        self.assertGreaterEqual([int(n) for n in content["protocol_version"].split(".")], [5, 3])
        for field in ("implementation", "implementation_version", "banner"):
            self.assertTrue(content[field])
        self.assertEqual("C#", content["language_info"]["name"])
        self.assertEqual(".cs", content["language_info"]["file_extension"])

    def test_stdout(self):
        reply, messages = self.talk.run('Console.WriteLine("hello, world")')
        self.assertEqual("ok", reply["status"])
        self.assertEqual("hello, world\n", text(messages))

    def test_stderr(self):
        _, messages = self.talk.run('Console.Error.Write("a warning")')
        self.assertEqual("a warning", text(messages, "stderr"))
        self.assertEqual("", text(messages))

    def test_result(self):
        reply, messages = self.talk.run("6 * 7")
        (result,) = of_type(messages, "execute_result")
        self.assertEqual("42", result["data"]["text/plain"])
        self.assertEqual(reply["execution_count"], result["execution_count"])

    def test_display(self):
        for code, mime in (('display(HTML("<b>x</b>"))', "text/html"), ('"**x**".DisplayAs("text/markdown")', "text/markdown")):
            _, messages = self.talk.run(code + ";")
            (display,) = of_type(messages, "display_data")
            self.assertIn(mime, display["data"])
            self.assertIn("text/plain", display["data"])

    def test_completion(self):
        self.talk.run('string answer = "forty-two";')
        for code, expected in (("ans", "answer"), ("answer.Subs", "Substring"), ("Math.Sq", "Sqrt"), ("answer.Where(c => c.ToS", "ToString"), ("[1, 2].", None)):
            content = self.talk.reply(self.talk.client.complete(code))["content"]
            self.assertEqual("ok", content["status"])
            self.assertEqual(len(code), content["cursor_end"])
            if expected:
                self.assertIn(expected, content["matches"], code)

    def test_is_complete(self):
        for code, status in (("1 + 1", "complete"), ("var a = 1;", "complete"), ("int F(int x)\n{", "incomplete"), ("if (true)", "incomplete"), ("var x = );", "invalid")):
            content = self.talk.reply(self.talk.client.is_complete(code))["content"]
            self.assertEqual(status, content["status"], code)
        self.assertEqual("    ", self.talk.reply(self.talk.client.is_complete("void F() {"))["content"]["indent"])

    def test_pager_is_never_used(self):
        reply, _ = self.talk.run("1")
        self.assertEqual([], reply["payload"])

    def test_inspect(self):
        content = self.talk.reply(self.talk.client.inspect("Math.Sqrt(4)", 7))["content"]
        self.assertTrue(content["found"])
        self.assertIn("double Math.Sqrt(double d)", content["data"]["text/plain"])
        self.assertIn("square root", content["data"]["text/plain"])
        self.assertFalse(self.talk.reply(self.talk.client.inspect("  ", 1))["content"]["found"])

    def test_error(self):
        reply, messages = self.talk.run('Console.Write("before");\nthrow new InvalidOperationException("no such luck");')
        self.assertEqual("error", reply["status"])
        self.assertEqual("InvalidOperationException", reply["ename"])
        self.assertEqual("no such luck", reply["evalue"])
        self.assertIn("line 2", "\n".join(reply["traceback"]))
        (error,) = of_type(messages, "error")
        self.assertEqual(reply["traceback"], error["traceback"])
        self.assertEqual("before", text(messages))

    def test_compile_error(self):
        reply, _ = self.talk.run("int x = y_is_not_there;")
        self.assertEqual("CompilationError", reply["ename"])
        self.assertIn("CS0103", reply["evalue"])

    def test_execution_count(self):
        first, _ = self.talk.run("1;")
        second, _ = self.talk.run("2;")
        self.assertEqual(first["execution_count"] + 1, second["execution_count"])

    def test_history(self):
        self.talk.run("1000 + 1")
        self.talk.run("2000 + 2;")
        tail = self.talk.reply(self.talk.client.history(hist_access_type="tail", n=2))["content"]["history"]
        self.assertEqual(["1000 + 1", "2000 + 2;"], [entry[2] for entry in tail])
        tail = self.talk.reply(self.talk.client.history(hist_access_type="tail", n=2, output=True))["content"]["history"]
        self.assertEqual([["1000 + 1", "1001"], ["2000 + 2;", None]], [entry[2] for entry in tail])
        line = tail[0][1]
        ranged = self.talk.reply(self.talk.client.history(hist_access_type="range", session=0, start=line, stop=line + 1))["content"]["history"]
        self.assertEqual([[0, line, "1000 + 1"]], ranged)
        found = self.talk.reply(self.talk.client.history(hist_access_type="search", pattern="1000*", n=1))["content"]["history"]
        self.assertEqual("1000 + 1", found[0][2])

    # More that the protocol says.

    def test_order_on_iopub(self):
        _, messages = self.talk.run('Console.Write("a"); display(1); Console.Write("b");\n2')
        kinds = [m["content"]["execution_state"] if m["msg_type"] == "status" else m["msg_type"] for m in messages]
        self.assertEqual(["busy", "execute_input", "stream", "display_data", "stream", "execute_result", "idle"], kinds)

    def test_silent(self):
        before, _ = self.talk.run("1;")
        reply, messages = self.talk.run('Console.Write("x"); display(1);\n3', silent=True)
        self.assertEqual("ok", reply["status"])
        self.assertEqual({"status"}, {m["msg_type"] for m in messages})
        after, _ = self.talk.run("1;")
        self.assertEqual(before["execution_count"] + 1, after["execution_count"])

    def test_store_history(self):
        before, _ = self.talk.run("1;")
        reply, messages = self.talk.run("77 + 1", store_history=False)
        self.assertEqual(before["execution_count"], reply["execution_count"])
        self.assertEqual("78", of_type(messages, "execute_result")[0]["data"]["text/plain"])
        tail = self.talk.reply(self.talk.client.history(hist_access_type="tail", n=1))["content"]["history"]
        self.assertEqual("1;", tail[0][2])

    def test_user_expressions(self):
        reply, _ = self.talk.run("int seven = 7;", user_expressions={"twice": "seven * 2", "wrong": "nothing_here"})
        self.assertEqual("14", reply["user_expressions"]["twice"]["data"]["text/plain"])
        self.assertEqual("error", reply["user_expressions"]["wrong"]["status"])

    def test_error_aborts_what_is_queued(self):
        failing = self.talk.client.execute('await Task.Delay(300); throw new Exception("stop");')
        queued = self.talk.client.execute('Console.Write("never");')
        info = self.talk.client.kernel_info()
        self.assertEqual("error", self.talk.reply(failing)["content"]["status"])
        self.assertEqual("aborted", self.talk.reply(queued)["content"]["status"])
        self.assertEqual("ok", self.talk.reply(info)["content"]["status"])
        self.assertEqual("", text(self.talk.outputs(queued)))
        reply, _ = self.talk.run("1")
        self.assertEqual("ok", reply["status"])

    def test_error_that_aborts_nothing(self):
        failing = self.talk.client.execute('await Task.Delay(300); throw new Exception("go on");', stop_on_error=False)
        queued = self.talk.client.execute("5")
        self.assertEqual("error", self.talk.reply(failing)["content"]["status"])
        self.assertEqual("ok", self.talk.reply(queued)["content"]["status"])

    def test_update_of_a_display(self):
        _, messages = self.talk.run('var shown = display("first"); shown.Update("second");')
        (display,) = of_type(messages, "display_data")
        (update,) = of_type(messages, "update_display_data")
        self.assertEqual("second", update["data"]["text/plain"])
        self.assertEqual(display["transient"]["display_id"], update["transient"]["display_id"])

    def test_late_output_belongs_to_its_cell(self):
        msg_id = self.talk.client.execute('_ = Task.Run(async () => { await Task.Delay(700); Console.Write("late"); });')
        self.talk.outputs(msg_id)
        self.talk.run('Console.Write("meanwhile");')
        self.assertEqual("late", text(self.talk.outputs(msg_id, until="stream")))

    def test_interrupt_by_message(self):
        for channel in ("control", "shell"):
            for code in ("while (true) { }", "Thread.Sleep(60_000);", "await Task.Delay(60_000);"):
                msg_id = self.talk.client.execute("using System.Threading; " + code)
                self.talk.outputs(msg_id, until="execute_input")
                time.sleep(0.3)
                begin = time.monotonic()
                interrupt = self.talk.send(channel, "interrupt_request", {})
                self.assertEqual("ok", self.talk.reply(interrupt, channel)["content"]["status"])
                self.assertEqual("Cancelled", self.talk.reply(msg_id)["content"]["ename"], code)
                self.assertLess(time.monotonic() - begin, 5)
        reply, _ = self.talk.run("1")
        self.assertEqual("ok", reply["status"])

    def test_interrupt_on_the_shell_channel_aborts_what_is_queued(self):
        msg_id = self.talk.client.execute("while (true) { }")
        queued = self.talk.client.execute('Console.Write("never");')
        self.talk.outputs(msg_id, until="execute_input")
        interrupt = self.talk.send("shell", "interrupt_request", {})
        self.assertEqual("interrupt_reply", self.talk.reply(interrupt)["msg_type"])
        self.assertEqual("Cancelled", self.talk.reply(msg_id)["content"]["ename"])
        self.assertEqual("aborted", self.talk.reply(queued)["content"]["status"])
        self.assertEqual("ok", self.talk.run("1")[0]["status"])

    def test_interrupt_by_signal(self):
        msg_id = self.talk.client.execute("while (true) { }")
        self.talk.outputs(msg_id, until="execute_input")
        time.sleep(0.3)
        os.kill(self.talk.manager.provisioner.pid, signal.SIGINT)
        self.assertEqual("Cancelled", self.talk.reply(msg_id)["content"]["ename"])
        self.assertEqual("ok", self.talk.run("1")[0]["status"])

    def test_input(self):
        msg_id = self.talk.client.execute('Console.Write("Name? "); Console.WriteLine("Hello " + Console.ReadLine());', allow_stdin=True)
        question = self.talk.client.get_stdin_msg(timeout=PATIENCE)
        self.assertEqual("input_request", question["msg_type"])
        self.assertEqual(msg_id, question["parent_header"]["msg_id"])
        self.assertFalse(question["content"]["password"])
        self.talk.client.input("Ada")
        self.assertEqual("ok", self.talk.reply(msg_id)["content"]["status"])
        self.assertEqual("Name? Hello Ada\n", text(self.talk.outputs(msg_id)))

    def test_input_that_nobody_can_give(self):
        reply, _ = self.talk.run("Console.ReadLine();", allow_stdin=False)
        self.assertEqual("InvalidOperationException", reply["ename"])

    def test_input_interrupted(self):
        msg_id = self.talk.client.execute("Console.ReadLine();", allow_stdin=True)
        self.talk.client.get_stdin_msg(timeout=PATIENCE)
        self.talk.send("control", "interrupt_request", {})
        self.assertEqual("Cancelled", self.talk.reply(msg_id)["content"]["ename"])

    def test_comms(self):
        info = self.talk.reply(self.talk.client.comm_info())["content"]
        self.assertEqual({}, info["comms"])
        opened = self.talk.send("shell", "comm_open", {"comm_id": "c1", "target_name": "nobody", "data": {}})
        self.assertEqual("c1", of_type(self.talk.outputs(opened), "comm_close")[0]["comm_id"])

    def test_comms_that_nobody_opened(self):
        for kind, content in (("comm_msg", {"comm_id": "c2", "data": {}}), ("comm_close", {"comm_id": "c2", "data": {}})):
            msg_id = self.talk.send("shell", kind, content)
            states = [m["content"]["execution_state"] for m in self.talk.outputs(msg_id) if m["msg_type"] == "status"]
            self.assertEqual(["busy", "idle"], states, kind)

    def test_requests_on_control_are_answered_while_a_cell_runs(self):
        msg_id = self.talk.client.execute("await Task.Delay(1500);")
        self.talk.outputs(msg_id, until="execute_input")
        info = self.talk.send("control", "kernel_info_request", {})
        begin = time.monotonic()
        self.assertEqual("ok", self.talk.reply(info, "control")["content"]["status"])
        self.assertLess(time.monotonic() - begin, 1.2)
        self.talk.reply(msg_id)

    def test_unknown_message(self):
        msg_id = self.talk.send("shell", "of_a_later_protocol", {})
        self.talk.outputs(msg_id)
        self.assertEqual("ok", self.talk.run("1")[0]["status"])

    def test_heartbeat(self):
        self.assertTrue(self.talk.client.hb_channel.is_alive())
        time.sleep(1.2)
        self.assertTrue(self.talk.client.hb_channel.is_beating())

    def test_positions_are_code_points(self):
        code = 'var s = "\U0001F600"; Math.Sq'
        content = self.talk.reply(self.talk.client.complete(code))["content"]
        self.assertIn("Sqrt", content["matches"])
        self.assertEqual((len(code) - 2, len(code)), (content["cursor_start"], content["cursor_end"]))

    def test_text_of_all_planes(self):
        _, messages = self.talk.run('Console.Write("\U0001F600 \u00e9 <b> \\" \\\\ \\u0001");')
        self.assertEqual('\U0001F600 \u00e9 <b> " \\ \x01', text(messages))

    def test_a_hundred_thousand_lines(self):
        _, messages = self.talk.run("for (int i = 0; i < 100_000; i++) Console.WriteLine(i);", timeout=60)
        lines = text(messages).split("\n")
        self.assertEqual(100_001, len(lines))
        self.assertEqual("99999", lines[-2])

    def test_thirty_megabytes(self):
        _, messages = self.talk.run('display(HTML(new string(\'x\', 30_000_000)));', timeout=60)
        self.assertEqual(30_000_000, len(of_type(messages, "display_data")[0]["data"]["text/html"]))

    def test_cells_of_several_languages(self):
        _, messages = self.talk.run("var numbers = new[] { 1, 2, 3 };\n#!sql --name total\nSELECT sum(value) AS n FROM numbers\n#!fsharp\n#!share numbers --from csharp\nnumbers |> Array.sum\n#!markdown\n# Done", timeout=60)
        self.assertEqual("6", of_type(messages, "execute_result")[0]["data"]["text/plain"])
        shown = of_type(messages, "display_data")
        self.assertEqual("n\n-\n6", shown[0]["data"]["text/plain"])
        self.assertEqual("# Done", shown[1]["data"]["text/markdown"])

    def test_unknown_magic(self):
        reply, _ = self.talk.run("#!tiem\n1")
        self.assertEqual("CompilationError", reply["ename"])
        self.assertIn("#!time", reply["evalue"])

    def test_garbage_and_forged_messages_on_every_port(self):
        ports = [self.talk.manager.shell_port, self.talk.manager.iopub_port, self.talk.manager.stdin_port, self.talk.manager.control_port, self.talk.manager.hb_port]
        greeting = b"\xff" + bytes(8) + b"\x7f\x03\x00NULL" + bytes(16) + b"\x00" + bytes(31)
        for port in ports:
            for bytes_sent in (os.urandom(4096), greeting, greeting + b"\x02" + b"\xff" * 8, b"GET / HTTP/1.1\r\n\r\n", b""):
                with socket.create_connection((self.talk.manager.ip, port)) as client:
                    client.sendall(bytes_sent)
        forger = self.talk.client.session.clone()
        forger.key = b"another key"
        for channel in (self.talk.client.shell_channel, self.talk.client.control_channel, self.talk.client.stdin_channel):
            for kind in ("execute_request", "shutdown_request"):
                forger.send(channel.socket, forger.msg(kind, {"code": "int forged = 1;", "restart": False}))
        time.sleep(0.3)
        self.assertEqual("CompilationError", self.talk.run("forged")[0]["ename"])

    def test_endless_recursion(self):
        reply, _ = self.talk.run("int Down(int n) => Down(n + 1) + 1;\nDown(0)", timeout=60)
        self.assertEqual("InsufficientExecutionStackException", reply["ename"])
        self.assertEqual("ok", self.talk.run("1")[0]["status"])

    def test_exception_on_another_thread(self):
        msg_id = self.talk.client.execute('new System.Threading.Thread(() => throw new Exception("alone")).Start();')
        self.assertEqual("alone", of_type(self.talk.outputs(msg_id, until="error"), "error")[0]["evalue"])
        self.assertEqual("ok", self.talk.run("1")[0]["status"])


class Lifecycle(unittest.TestCase):
    def test_shutdown(self):
        talk = Conversation()
        msg_id = talk.send("control", "shutdown_request", {"restart": False})
        reply = talk.reply(msg_id, "control")["content"]
        self.assertEqual({"status": "ok", "restart": False}, reply)
        self.assertEqual(0, talk.manager.provisioner.process.wait(5))
        talk.close()

    def test_restart(self):
        talk = Conversation()
        self.assertEqual(1, talk.run("int kept = 1;")[0]["execution_count"])
        talk.manager.restart_kernel(now=False)
        talk.client.wait_for_ready(timeout=PATIENCE)
        self.assertEqual(1, talk.run("1")[0]["execution_count"])
        self.assertEqual("CompilationError", talk.run("kept")[0]["ename"])
        talk.close()

    def test_shutdown_while_a_cell_loops(self):
        talk = Conversation()
        talk.client.execute("while (true) { }")
        time.sleep(1)
        talk.send("control", "shutdown_request", {"restart": False})
        self.assertEqual(0, talk.manager.provisioner.process.wait(10))
        talk.close()

    def test_shutdown_on_the_shell_channel_while_a_cell_loops(self):
        talk = Conversation()
        talk.client.execute("while (true) { }")
        time.sleep(1)
        self.assertEqual("shutdown_reply", talk.reply(talk.send("shell", "shutdown_request", {"restart": False}))["msg_type"])
        self.assertEqual(0, talk.manager.provisioner.process.wait(10))
        talk.close()

    def test_last_words(self):
        ends = (
            ('Console.WriteLine("last words"); Environment.FailFast("beyond repair");', "last words\n"),
            ('for (int i = 0; i < 30; i++) Console.Write(i + " "); Environment.Exit(3);', "".join(f"{i} " for i in range(30))),
            ('display("shown"); Console.Write("a"); Console.Write("b"); System.Diagnostics.Process.GetCurrentProcess().Kill();', "ab"),
        )
        for code, expected in ends:
            for _ in range(3):
                talk = Conversation()
                talk.run('Console.Write("first");')
                talk.client.execute(code)
                talk.manager.provisioner.process.wait(PATIENCE)
                said = []
                try:
                    while True:
                        said.append(talk.client.get_iopub_msg(timeout=1))
                except queue.Empty:
                    pass
                self.assertEqual(expected, text(said), code)
                talk.close()

    def test_interrupts_of_parallel_work(self):
        talk = Conversation(cwd=os.path.join(ROOT, "notebooks"))
        talk.run('#r "../artifacts/bin/TradeBot/release/TradeBot.dll"\nusing TradeBot; using TradeBot.MarketData; using TradeBot.Strategies; using TradeBot.Optimization;\n'
                 'var candles = CandleStore.Open("../data/sample").Load("SYNBTC", Timeframe.OneMinute);', timeout=60)
        for i in range(10):
            msg_id = talk.client.execute('Study.Named("grid", 7).Int("fast", 4..160).Int("slow", 170..1200).Maximize(r => r.Sharpe).Sweep(candles, p => new SmaCross(p["fast"], p["slow"]))')
            time.sleep(1 + 0.13 * i)
            talk.manager.interrupt_kernel()
            self.assertEqual("Cancelled", talk.reply(msg_id)["content"]["ename"])
        self.assertEqual("ok", talk.run("candles.Count")[0]["status"])
        talk.close()

    def test_killed_client(self):
        script = "import sys; sys.path.insert(0, sys.argv[1]); from conversation import Conversation; t = Conversation(); print(t.manager.provisioner.pid, flush=True); import time; time.sleep(60)"
        client = subprocess.Popen([sys.executable, "-W", "ignore", "-c", script, os.path.dirname(os.path.abspath(__file__))], stdout=subprocess.PIPE)
        kernel = int(client.stdout.readline())
        client.kill()
        client.wait(PATIENCE)
        end = time.monotonic() + 2
        while os.path.exists(f"/proc/{kernel}") and is_running(kernel):
            self.assertLess(time.monotonic(), end, "the kernel outlives its client")
            time.sleep(0.05)


def is_running(pid):
    """False also for a process that has ended and that nobody has asked about yet."""
    try:
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


class Notebooks(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()

    def test_nbconvert_executes(self):
        path = os.path.join(self.folder, "n.ipynb")
        notebook = nbformat.v4.new_notebook(
            metadata={"kernelspec": {"name": KERNEL, "display_name": ".NET (C#)", "language": "C#"}},
            cells=[nbformat.v4.new_code_cell("int a = 20;"), nbformat.v4.new_code_cell("a + 22")])
        nbformat.write(notebook, path)
        subprocess.run([sys.executable, "-W", "ignore", "-m", "nbconvert", "--to", "notebook", "--execute", "--inplace", path], check=True, capture_output=True, timeout=LONGEST)
        done = nbformat.read(path, as_version=4)
        self.assertEqual("42", done.cells[1].outputs[0]["data"]["text/plain"])
        self.assertEqual("C#", done.metadata.language_info.name)

    def test_runner_and_nbclient_agree_on_the_research_notebooks(self):
        folder = os.path.join(ROOT, "notebooks")
        for name in names():
            if missing(read(name)) is None:  # the runner leaves out a notebook whose required files are not built
                with self.subTest(name):
                    self.assert_agreement(os.path.join(folder, name))

    def test_runner_and_nbclient_agree_on_what_cells_can_do(self):
        for name, cells in DOCUMENTS.items():
            path = os.path.join(self.folder, name + ".ipynb")
            nbformat.write(nbformat.v4.new_notebook(
                metadata={"kernelspec": {"name": KERNEL, "display_name": ".NET (C#)", "language": "C#"}},
                cells=[nbformat.v4.new_markdown_cell("# " + name), nbformat.v4.new_raw_cell("raw")]
                + [nbformat.v4.new_code_cell(source, metadata={"tags": list(tags)} if tags else {}) for source, *tags in cells]), path)
            with self.subTest(name):
                self.assert_agreement(path)

    def assert_agreement(self, source):
        """Runs a notebook with the runner and with nbclient; both must record the same, cell by cell."""
        out = os.path.join(self.folder, "out")
        subprocess.run([*TRADEBOT, "notebook", "run", source, "--out", out], check=True, capture_output=True, timeout=LONGEST)
        ours = nbformat.read(os.path.join(out, os.path.basename(source)), as_version=4)
        theirs = nbformat.read(source, as_version=4)
        for number, cell in enumerate(theirs.cells):
            if cell.cell_type == "code":
                cell.outputs = []
                if lacks(cell) is not None:  # the runner leaves it out
                    theirs.cells[number] = nbformat.v4.new_raw_cell(cell.source)
        NotebookClient(theirs, kernel_name=KERNEL, timeout=300, resources={"metadata": {"path": os.path.dirname(source)}}).execute()
        self.assertEqual(len(ours.cells), len(theirs.cells))
        for number, (mine, other) in enumerate(zip(ours.cells, theirs.cells), 1):
            if other.cell_type == "code":
                self.assertEqual(mine.execution_count, other.execution_count, f"cell {number}")
                self.assertEqual(as_text(mine.outputs), as_text(other.outputs), f"cell {number}")


def as_text(outputs):
    """Outputs with neighbouring pieces of one stream joined, as front ends show them: nbclient records each message apart."""
    joined = []
    for output in outputs:
        if output.output_type == "stream" and joined and joined[-1].get("name") == output.name:
            joined[-1]["text"] += output.text
        else:
            joined.append(dict(output))
    return json.dumps(joined, sort_keys=True)
