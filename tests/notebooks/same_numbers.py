"""Compares the numbers in the recorded outputs of two versions of the chapters, cell by cell.

python3 tests/notebooks/same_numbers.py REVISION [CHAPTER ...]

REVISION is the git revision to compare the working tree with. A change of words in outputs leaves all numbers the same, in
the same order; a cell whose numbers changed, or that only one version has, is listed, and the exit status is then 1.
"""
import json
import pathlib
import re
import subprocess
import sys

NUMBER = re.compile(r"[-−]?\d[\d,]*(?:\.\d+)?(?:[eE][-+]?\d+)?")


def numbers(value, key=""):
    """The numbers in an output, in order. Of HTML only the text counts: its attributes are layout."""
    if isinstance(value, bool) or value is None:
        return
    if isinstance(value, (int, float)):
        yield repr(float(value))
    elif isinstance(value, str):
        text = re.sub(r"<style.*?</style>|<svg.*?</svg>|<[^>]*>", " ", value, flags=re.S) if key == "text/html" else value
        yield from (found.replace(",", "").replace("−", "-") for found in NUMBER.findall(text))
    elif isinstance(value, list):
        if value and all(isinstance(part, str) for part in value) and key.startswith("text"):
            yield from numbers("".join(value), key)
        else:
            for part in value:
                yield from numbers(part, key)
    else:
        for name, part in value.items():
            if not (key == "application/vnd.plotly.v1+json" and name == "layout"):  # sizes of labels
                yield from numbers(part, name)


def outputs(notebook):
    return {cell["id"]: [output.get("data", output.get("text", output.get("traceback"))) for output in cell["outputs"]]
            for cell in notebook["cells"] if cell["cell_type"] == "code"}


def main(revision, chapters):
    root = pathlib.Path(__file__).resolve().parents[2]
    paths = [root / "notebooks" / f"{name}.ipynb" for name in chapters] or sorted((root / "notebooks").glob("*.ipynb"))
    different = 0
    for path in paths:
        old = outputs(json.loads(subprocess.check_output(["git", "-C", root, "show", f"{revision}:notebooks/{path.name}"])))
        new = outputs(json.loads(path.read_text(encoding="utf-8")))
        count, changed = 0, 0
        for cell in old.keys() | new.keys():
            if cell not in old or cell not in new:
                print(f"{path.name}: cell {cell} is only in {'the working tree' if cell in new else revision}")
                changed += 1
                continue
            before, after = list(numbers(old[cell])), list(numbers(new[cell]))
            count += len(before)
            if before != after:
                at = next((i for i, pair in enumerate(zip(before, after)) if pair[0] != pair[1]), min(len(before), len(after)))
                print(f"{path.name}: cell {cell}: {len(before)} numbers, now {len(after)}; the first difference is number {at + 1}: "
                      f"{before[at:at + 1]}, now {after[at:at + 1]}")
                changed += 1
        print(f"{path.name}: {count} numbers in {len(old)} cells, {changed} cells differ")
        different += changed
    return 1 if different else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2:]))
