"""Checks the documentation site: every link leads to a page or a place of the site, every project has its page, and no page asks another host for anything.

Usage: check.py FOLDER
"""
import html.parser
import pathlib
import sys
import urllib.parse

LOADS = {("script", "src"), ("img", "src"), ("link", "href"), ("iframe", "src"), ("source", "src"), ("video", "src"), ("audio", "src"), ("object", "data"), ("embed", "src")}


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.links, self.loads, self.anchors = [], [], set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name == "id" or (tag == "a" and name == "name"):
                self.anchors.add(value)
            elif (tag, name) in LOADS:
                self.loads.append(value or "")
            elif tag == "a" and name == "href":
                self.links.append(value or "")

    handle_startendtag = handle_starttag


def main(folder):
    root = pathlib.Path(folder).resolve()
    pages = {path: Page(path.read_text(encoding="utf-8")) for path in root.rglob("*.html")}
    faults, checked = [], 0
    for path, page in sorted(pages.items()):
        place = path.relative_to(root)
        for address in page.links + page.loads:
            checked += 1
            parts = urllib.parse.urlsplit(address)
            if parts.scheme in ("http", "https") or address.startswith("//"):
                if address in page.loads:
                    faults.append(f"{place}: loads {address}")
                continue
            if parts.scheme in ("data", "mailto", "javascript", "blob"):
                continue
            target = (path.parent / urllib.parse.unquote(parts.path)).resolve() if parts.path else path
            if target.is_dir():
                target /= "index.html"
            if not target.is_file():
                faults.append(f"{place}: {address} leads nowhere")
            elif parts.fragment and target in pages and urllib.parse.unquote(parts.fragment) not in pages[target].anchors:
                faults.append(f"{place}: {address} names no place of that page")
    for style in root.rglob("*.css"):
        checked += 1
        if "url(http" in style.read_text(encoding="utf-8").replace('"', "").replace("'", ""):
            faults.append(f"{style.relative_to(root)}: loads from another host")

    contents = (root / "toc.html").read_text(encoding="utf-8")
    for readme in sorted(pathlib.Path("src").glob("TradeBot*/README.md")):
        checked += 1
        if f"{readme.with_suffix('.html').as_posix()}" not in contents:
            faults.append(f"{readme} is not in the table of contents, .ci/site/toc.yml")

    for fault in faults:
        print(f"  failed: docs: {fault}")
    print(f"{len(pages)} pages, {checked} links and files in {root.name}")
    print(f"Failed: {len(faults)}, Passed: {int(not faults)}, Skipped: 0")
    return 1 if faults or not pages else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
