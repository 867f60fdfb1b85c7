// Draws the diagrams that cells show in classic Notebook, which does not know Mermaid; no other front end reads this file.
define(["module"], module => {
  let library, count = 0, turn = Promise.resolve();

  const read = async () => {
    const answer = await fetch(module.uri.replace(/kernel\.js.*$/, "mermaid.js"));
    if (!answer.ok) throw new Error(`mermaid.js: ${answer.status}`);
    const script = document.createElement("script");
    script.textContent = await answer.text();
    // Parts of the library would give themselves to the page's module loader, and be missing in the library.
    const { define } = window;
    window.define = undefined;
    try {
      document.head.append(script);
    } finally {
      window.define = define;
    }
    mermaid.initialize({ startOnLoad: false, securityLevel: "strict", suppressErrorRendering: true });
  };

  const load = () => library ??= read();

  const draw = async source => {
    try {
      await load();
      const { svg } = await mermaid.render(`diagram-${++count}`, source.textContent);
      const live = document.createElement("div");
      live.className = "diagram";
      live.innerHTML = svg;
      source.before(live);
      source.hidden = true;
    } catch (error) {
      source.title = String(error?.message ?? error);
    }
  };

  const look = () => {
    for (const source of document.querySelectorAll(".output pre.mermaid:not([data-seen])")) {
      source.dataset.seen = "";
      turn = turn.then(() => draw(source));
    }
  };

  return {
    onload() {
      new MutationObserver(look).observe(document.querySelector("#notebook-container"), { childList: true, subtree: true });
      look();
    },
  };
});
