// Draws the figures of the page once they come near the window; where this cannot run, their pictures stay.
(async () => {
  if (!self.DecompressionStream || !self.IntersectionObserver) return;
  const packed = Uint8Array.from(atob(document.getElementById("chart-library").textContent.trim()), c => c.charCodeAt(0));
  const library = document.createElement("script");
  library.textContent = await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  document.head.append(library);

  const themed = layout => {
    const style = getComputedStyle(document.documentElement), color = name => style.getPropertyValue(name).trim();
    const lines = { gridcolor: color("--line"), zerolinecolor: color("--line"), linecolor: color("--soft") };
    const result = {
      paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", ...layout, autosize: true, width: undefined, uirevision: "page",
      font: { family: "system-ui, sans-serif", ...layout.font, color: color("--ink") },
      hoverlabel: { bgcolor: color("--panel"), bordercolor: color("--line"), font: { color: color("--ink") } },
    };
    for (const name of new Set(["xaxis", "yaxis", ...Object.keys(layout)]))
      if (/^[xy]axis\d*$/.test(name)) result[name] = { automargin: true, ...layout[name], ...lines };
    return result;
  };

  const drawn = [];
  const draw = async (still, figure) => {
    const { data, layout } = JSON.parse(figure.textContent);
    const live = document.createElement("div");
    live.className = "chart-live";
    live.setAttribute("role", "img");
    live.setAttribute("aria-label", still.querySelector("title")?.textContent ?? "chart");
    still.before(live);
    still.classList.add("chart-still");
    try {
      await Plotly.newPlot(live, data, themed(layout ?? {}), { responsive: true, displaylogo: false });
      drawn.push({ live, figure });
    } catch (error) {
      live.remove();
      still.classList.remove("chart-still");
      throw error;
    }
  };

  const figures = new Map();
  const observer = new IntersectionObserver(entries => {
    for (const { target } of entries.filter(entry => entry.isIntersecting)) {
      observer.unobserve(target);
      draw(target, figures.get(target));
    }
  }, { rootMargin: "800px" });
  for (const figure of document.querySelectorAll("script[data-figure]")) {
    const still = document.querySelector(`[data-chart="${figure.dataset.figure}"]`);
    figures.set(still, figure);
    observer.observe(still);
  }

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    for (const { live, figure } of drawn) {
      const { data, layout } = JSON.parse(figure.textContent);
      Plotly.react(live, data, themed(layout ?? {}));
    }
  });
})();
