"""The notebooks of the repository, run through nbclient, and how what they show differs from what is recorded in them."""

import os
import re

import nbformat
from nbclient import NotebookClient

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
FOLDER = os.path.join(ROOT, "notebooks")
NEEDS = "needs:"
OURS = re.compile(r'<[a-z]+ [^>]*class="tb')
NUMBER = re.compile(r"[-+]?[0-9][0-9,]*(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
INTERACTIVE = ".net-csharp"  # the name is .NET Interactive's, where it is installed


def names():
    return sorted(name for name in os.listdir(FOLDER) if name.endswith(".ipynb"))


def read(name):
    return nbformat.read(os.path.join(FOLDER, name), as_version=4)


def missing(notebook):
    """The first file that a notebook says it requires and that is not built; None when all are there."""
    files = notebook.metadata.get("tradebot", {}).get("requires", {}).get("files", [])
    return next((file for file in files if not os.path.exists(os.path.join(FOLDER, file))), None)


def lacks(cell):
    """The first project that a cell is tagged to need and that is not built; None when it can run."""
    needed = (tag[len(NEEDS):] for tag in cell.metadata.get("tags", []) if tag.startswith(NEEDS))
    return next((project for project in needed if not os.path.exists(os.path.join(ROOT, "artifacts", "bin", project, "release", project + ".dll"))), None)


class Row:
    """What came of one notebook in one kernel."""

    def __init__(self, name, kernel, timeout=300):
        self.name, self.kernel = name, kernel
        self.run, self.equal, self.progress = 0, 0, 0
        self.failed, self.different, self.explained, self.left_out = [], [], [], []
        recorded, notebook = read(name), read(name)
        for number, cell in enumerate(notebook.cells, 1):
            if cell.cell_type == "code":
                cell.outputs, cell.execution_count = [], None
                if lacks(cell) is not None:
                    self.left_out.append(f"cell {number}: {lacks(cell)} is not built")
                    notebook.cells[number - 1] = nbformat.v4.new_raw_cell(cell.source)
        NotebookClient(notebook, kernel_name=kernel, timeout=timeout, allow_errors=True, resources={"metadata": {"path": FOLDER}}).execute()
        for number, (before, now) in enumerate(zip(recorded.cells, notebook.cells), 1):
            if now.cell_type == "code":
                self.judge(number, before, now)

    def judge(self, number, before, now):
        self.run += 1
        errors = [output for output in now.outputs if output.output_type == "error"]
        if errors and self.kernel == INTERACTIVE and FSHARP.search(errors[0].get("evalue", "")):
            self.explained.append(f"cell {number}: {OTHER_FSHARP}")
            return
        if errors:
            self.failed.append(f"cell {number}: {errors[0].get('ename')}: {errors[0].get('evalue')}")
            return
        self.progress += sum(is_progress(output) for output in now.outputs)
        shown = [output for output in now.outputs if not is_progress(output)]
        explanations = {explain(output) for output in shown} - {None} if self.kernel == INTERACTIVE else set()
        if FRAME not in explanations:
            shown = [output for output in shown if explain(output) is None or self.kernel != INTERACTIVE]
        difference = None if "no-compare" in before.metadata.get("tags", []) else compare(before.outputs, shown)
        if difference is not None and FRAME not in explanations:
            self.different.append(f"cell {number}: {difference}")
        elif explanations:
            self.explained.append(f"cell {number}: {', '.join(sorted(explanations))}")
        else:
            self.equal += 1

    def __str__(self):
        counts = f"{self.run} run, {len(self.failed)} failed, {self.equal} equal, {len(self.explained)} different as explained, {len(self.different)} otherwise"
        details = "".join("\n    " + line for line in [*self.left_out, *self.explained, *self.different, *self.failed])
        return f"{self.name}, {self.kernel}: {counts}, {len(self.left_out)} left out, {self.progress} lines of long work{details}"


FSHARP = re.compile(r"Method not found: 'Microsoft\.FSharp\.Core\.")
OTHER_FSHARP = "fails: the tool has an F# library of its own, whose types are not those of the bridge's"
FRAME, SCRIPT, WARNINGS = "a data frame as a tree of the host", "a script of the host", "warnings of the compiler"


def explain(output):
    """What .NET Interactive does with an output in its own way; None for what must be as it is recorded."""
    html = output.get("data", {}).get("text/html", "")
    if 'class="dni-treeview"' in html[:100]:
        return FRAME
    if "dotnet-interactive-this-cell" in html:
        return SCRIPT
    if output.get("name") == "stderr" and all(re.match(r"\([0-9]+,[0-9]+\): warning CS[0-9]+: |$", line) for line in output.text.splitlines()):
        return WARNINGS
    return None


def is_progress(output):
    """A line of long work, which .NET Interactive shows to whoever asks, and which is not recorded."""
    return output.output_type == "display_data" and list(output.data) == ["text/plain"] and re.search(r"[█░]{20} [0-9]+ %|, [0-9,]+ of [0-9,]+ |so far$", output.data["text/plain"]) is not None


def compare(recorded, shown):
    """The first difference, or None. Values of our types: their HTML to the character; others, which each host shows in its own way: the numbers of the text."""
    if len(recorded) != len(shown):
        return f"{len(recorded)} outputs recorded, {len(shown)} shown"
    for before, now in zip(recorded, shown):
        html, other = before.get("data", {}).get("text/html", ""), now.get("data", {}).get("text/html", "")
        if OURS.match(html):
            if html != other:
                place = len(os.path.commonprefix([html, other]))
                return f"from character {place} on, recorded {html[place:place + 80]!r}, shown {other[place:place + 80]!r}"
        elif numbers(before) != numbers(now):
            return f"recorded the numbers {numbers(before)}, shown {numbers(now)}"
    return None


def numbers(output):
    text = output.get("text") or output.get("data", {}).get("text/plain", "")
    return [float(number.replace(",", "")) for number in NUMBER.findall(text)]
