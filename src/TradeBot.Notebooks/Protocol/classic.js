// Draws the diagrams that cells show in classic Notebook, which does not know Mermaid; no other front end reads this file.
define(["module"], module => {
  let library, count = 0, turn = Promise.resolve();

  const load = () => library ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = module.uri.replace(/kernel\.js.*$/, "mermaid.js");
    script.onload = () => {
      mermaid.initialize({ startOnLoad: false, securityLevel: "strict", suppressErrorRendering: true });
      resolve();
    };
    script.onerror = reject;
    document.head.append(script);
  });

  const draw = async source => {
    await load();
    try {
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
