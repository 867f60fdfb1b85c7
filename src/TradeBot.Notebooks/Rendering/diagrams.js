// Draws the diagrams of the page, for light and for dark; where this cannot run, or the library knows no such diagram, their sources stay.
(async () => {
  if (!self.DecompressionStream) return;
  const packed = Uint8Array.from(atob(document.getElementById("diagram-library").textContent.trim()), c => c.charCodeAt(0));
  const library = document.createElement("script");
  library.textContent = await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  document.head.append(library);

  const sources = [...document.querySelectorAll("pre.mermaid, code.language-mermaid")].map(found => found.closest("pre"));
  const drawn = new Map();
  for (const theme of ["default", "dark"]) {
    mermaid.initialize({ startOnLoad: false, securityLevel: "strict", suppressErrorRendering: true, theme, fontFamily: "system-ui, sans-serif" });
    for (const [i, source] of sources.entries()) {
      try {
        const { svg } = await mermaid.render(`diagram-${i + 1}-${theme}`, source.textContent);
        drawn.set(source, [...(drawn.get(source) ?? []), { theme, svg }]);
      } catch (error) {
        source.title = String(error?.message ?? error);
      }
    }
  }
  for (const [source, pictures] of drawn) {
    for (const { theme, svg } of pictures) {
      const live = document.createElement("div");
      live.className = `diagram diagram-${theme}`;
      live.setAttribute("role", "img");
      live.setAttribute("aria-label", source.textContent.trim().split("\n")[0]);
      live.innerHTML = svg;
      source.before(live);
    }
    source.classList.add("diagram-source");
  }
})();
