"""The kernel in classic Jupyter Notebook, driven in Chromium as a person would. Run by run.sh.

Leaves artifacts/jupyter/classic-notebook.png.
"""

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest

import nbformat
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from conversation import KERNEL

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
PICTURE = os.path.join(ROOT, "artifacts", "jupyter", "classic-notebook.png")
PATIENCE = 60

CELLS = [
    "int answer = 6 * 7;\nanswer",
    'record Trade(string Symbol, double Price);\nEnumerable.Range(1, 4).Select(i => new Trade("SYN" + i, 100.5 * i)).ToList()',
    'display(HTML("<b id=\'bold\'>bold</b>"));\nConsole.WriteLine("printed");',
    'throw new InvalidOperationException("on purpose");',
]


class Server:
    """A notebook server of our own, in a folder of its own."""

    def __init__(self, folder):
        self.log = open(os.path.join(ROOT, "artifacts", "jupyter", "notebook.log"), "w+", encoding="utf-8")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        command = [sys.executable, "-W", "ignore", "-m", "notebook", "--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}",
                   "--NotebookApp.token=", "--NotebookApp.password=", f"--notebook-dir={folder}"]
        self.process = subprocess.Popen(command, stdout=self.log, stderr=subprocess.STDOUT)
        self.url = self.wait_for_url()

    def wait_for_url(self):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            with open(self.log.name, encoding="utf-8") as log:
                found = re.search(r"http://127\.0\.0\.1:\d+/", log.read())
            if found:
                return found.group()
            time.sleep(0.1)
        raise RuntimeError(f"The notebook server did not start; see {self.log.name}.")

    def close(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(20)
        finally:
            self.process.kill()
            self.log.close()


def browser():
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1200,1400"):
        options.add_argument(argument)
    return webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)


class ClassicNotebook(unittest.TestCase):
    """One notebook, open from the first test to the last: they are named in their order."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp()
        nbformat.write(nbformat.v4.new_notebook(
            metadata={"kernelspec": {"name": KERNEL, "display_name": ".NET (C#)", "language": "C#"}},
            cells=[nbformat.v4.new_markdown_cell("# Classic Notebook, C#")] + [nbformat.v4.new_code_cell(source) for source in CELLS]),
            os.path.join(cls.folder, "classic.ipynb"))
        cls.server = Server(cls.folder)
        cls.addClassCleanup(cls.server.close)
        cls.driver = browser()
        cls.addClassCleanup(cls.driver.quit)
        cls.driver.get(cls.server.url + "notebooks/classic.ipynb")
        cls.wait(lambda: cls.script("return window.Jupyter && Jupyter.notebook && Jupyter.notebook.kernel && Jupyter.notebook.kernel.is_connected()"))
        cls.wait(lambda: cls.script("return Jupyter.notebook.kernel.info_reply.status === 'ok'"))

    @classmethod
    def wait(cls, condition, seconds=PATIENCE):
        return WebDriverWait(cls.driver, seconds, 0.1).until(lambda _: condition())

    @classmethod
    def script(cls, code, *arguments):
        return cls.driver.execute_script(code, *arguments)

    def menu(self, command):
        """What a click in the menu does."""
        self.script("Jupyter.notebook.keyboard_manager.actions.call('jupyter-notebook:' + arguments[0])", command)

    def outputs(self, index):
        return self.script("return Jupyter.notebook.get_cell(arguments[0]).output_area.toJSON()", index)

    def prompt(self, index):
        return self.script("return Jupyter.notebook.get_cell(arguments[0]).input_prompt_number", index)

    def add(self, source):
        """A cell at the end, selected and in edit mode; its index."""
        return self.script(
            "const n = Jupyter.notebook; const c = n.insert_cell_at_bottom('code'); c.set_text(arguments[0]); n.select(n.find_cell_index(c));"
            "n.edit_mode(); c.code_mirror.setCursor(c.code_mirror.lineCount(), 0); c.element[0].scrollIntoView(); return n.find_cell_index(c);", source)

    def run_cell(self, index):
        self.script("Jupyter.notebook.get_cell(arguments[0]).execute()", index)

    def idle(self, index):
        return self.wait(lambda: isinstance(self.prompt(index), int) and not self.script("return Jupyter.notebook.kernel_busy"))

    def text(self, index):
        return "".join(output.get("text", "") for output in self.outputs(index))

    def test_1_run_all(self):
        self.menu("run-all-cells")
        self.idle(4)
        self.assertEqual([1, 2, 3, 4], [self.prompt(index) for index in (1, 2, 3, 4)])
        self.assertEqual("42", self.outputs(1)[0]["data"]["text/plain"])
        self.assertEqual(["Symbol", "Price"], [cell.text for cell in self.driver.find_elements(By.CSS_SELECTOR, ".output_html table th")])
        self.assertEqual("bold", self.driver.find_element(By.ID, "bold").text)
        self.assertEqual("printed\n", self.text(3))
        (error,) = self.outputs(4)
        self.assertEqual(("InvalidOperationException", "on purpose"), (error["ename"], error["evalue"]))
        self.script("scrollTo(0, 0)")
        os.makedirs(os.path.dirname(PICTURE), exist_ok=True)
        self.driver.save_screenshot(PICTURE)

    def test_2_highlighting(self):
        self.assertEqual(["new"], [element.text for element in self.driver.find_elements(By.CSS_SELECTOR, ".code_cell .cm-keyword") if element.text == "new"][:1])
        self.assertIn('"printed"', [element.text for element in self.driver.find_elements(By.CSS_SELECTOR, ".code_cell .cm-string")])

    def complete(self, code):
        """Tab at the end of a new cell; the cell's index."""
        index = self.add(code)
        self.script("const m = Jupyter.notebook.get_cell(arguments[0]).code_mirror; m.focus(); m.setCursor(0, arguments[1]);", index, len(code))
        ActionChains(self.driver).send_keys(Keys.TAB).perform()
        return index

    def test_3_completion(self):
        code = "return Jupyter.notebook.get_cell(arguments[0]).get_text()"
        alone = self.complete("answ")
        self.wait(lambda: self.script(code, alone) == "answer")
        several = self.complete("Math.Sq")
        choices = self.wait(lambda: [element.text for element in self.driver.find_elements(By.CSS_SELECTOR, "#complete option")])
        self.assertEqual("Sqrt", choices[0])
        self.assertGreater(len(choices), 1)
        ActionChains(self.driver).send_keys(Keys.ENTER).perform()
        self.wait(lambda: self.script(code, several) == "Math.Sqrt")

    def test_4_tooltip(self):
        index = self.add("Math.Abs(")
        self.script("const m = Jupyter.notebook.get_cell(arguments[0]).code_mirror; m.focus(); m.setCursor(0, 8);", index)
        ActionChains(self.driver).key_down(Keys.SHIFT).send_keys(Keys.TAB).key_up(Keys.SHIFT).perform()
        self.wait(lambda: "Abs" in self.driver.find_element(By.CSS_SELECTOR, "#tooltip").text)
        ActionChains(self.driver).send_keys(Keys.ESCAPE).perform()

    def test_4_diagram(self):
        index = self.add("#!mermaid\ngraph TD; Candle-->Signal")
        self.run_cell(index)
        drawn = "return [...Jupyter.notebook.get_cell(arguments[0]).element[0].querySelectorAll('.output .diagram svg .node')].map(node => node.textContent.trim())"
        self.wait(lambda: self.script(drawn, index) == ["Candle", "Signal"])
        self.assertFalse(self.driver.find_element(By.CSS_SELECTOR, ".output pre.mermaid").is_displayed())

    def test_5_interrupt(self):
        index = self.add('Console.WriteLine("looping"); while (true) { }')
        self.run_cell(index)
        self.wait(lambda: "looping" in self.text(index))
        self.menu("interrupt-kernel")
        self.idle(index)
        self.assertEqual("Cancelled", self.outputs(index)[-1]["ename"])
        after = self.add("answer + 1")
        self.run_cell(after)
        self.idle(after)
        self.assertEqual("43", self.outputs(after)[0]["data"]["text/plain"])

    def test_6_stdin(self):
        index = self.add('Console.Write("Name? "); Console.WriteLine("Hello " + Console.ReadLine());')
        self.run_cell(index)
        box = self.wait(lambda: next(iter(self.driver.find_elements(By.CSS_SELECTOR, "input.raw_input")), None))
        box.send_keys("Ada" + Keys.ENTER)
        self.idle(index)
        self.assertTrue(self.text(index).endswith("Hello Ada\n"), self.text(index))

    def test_7_restart(self):
        self.script("Jupyter.notebook.restart_kernel({confirm: false})")
        time.sleep(0.5)
        self.wait(lambda: self.script("return Jupyter.notebook.kernel && Jupyter.notebook.kernel.is_connected() && !Jupyter.notebook.kernel_busy"))
        index = self.add("answer")
        self.run_cell(index)
        self.idle(index)
        self.assertEqual(1, self.prompt(index))
        self.assertEqual("CompilationError", self.outputs(index)[0]["ename"])

    def test_8_saved(self):
        self.script("Jupyter.notebook.save_notebook()")
        path = os.path.join(self.folder, "classic.ipynb")
        self.wait(lambda: nbformat.read(path, as_version=4).cells[1].get("outputs"))
        self.assertEqual("42", nbformat.read(path, as_version=4).cells[1].outputs[0]["data"]["text/plain"])
