using System.Diagnostics;
using Microsoft.Playwright;

namespace TradeBot.Cli.Tests;

/// <summary>A page open in a real browser, and what it asked for and said.</summary>
internal sealed class BrowserPage : IAsyncDisposable
{
    private const string Chromium = "/usr/bin/chromium";

    // Nothing in a page takes so long; a script waits for ever otherwise, as the browser sets scripts no limit.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private BrowserPage(IPlaywright playwright, IBrowser browser, IPage page)
    {
        _playwright = playwright;
        _browser = browser;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>Every address asked for but the page's own.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Errors and warnings of the console, and uncaught exceptions.</summary>
    public List<string> Messages { get; } = [];

    public static async Task<BrowserPage> OpenAsync(string file, int width = 1600, bool isDark = false, bool runsScripts = true)
    {
        Skip.IfNot(File.Exists(Chromium), $"No browser at {Chromium}; Debian's package chromium brings it.");
        IPlaywright playwright = await Playwright.CreateAsync().WaitAsync(Patience);
        IBrowser browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
        });
        IPage page = await browser.NewPageAsync(new BrowserNewPageOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 1000 },
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = runsScripts,
        });
        var open = new BrowserPage(playwright, browser, page);
        await open.GoAsync(new Uri(file).AbsoluteUri);
        return open;
    }

    /// <summary>Scrolls from top to end, so that every chart comes into view, and waits until all are drawn.</summary>
    public async Task DrawChartsAsync() => await Page.EvaluateAsync(
        """
        async () => {
          const end = Date.now() + 120000;
          for (const still of document.querySelectorAll("[data-chart]")) {
            still.scrollIntoView();
            while (!still.classList.contains("chart-still") || !still.previousElementSibling.querySelector(".main-svg")) {
              if (Date.now() > end) throw new Error("A chart was not drawn in two minutes: " + still.querySelector("title")?.textContent);
              await new Promise(resolve => setTimeout(resolve, 20));
              (still.classList.contains("chart-still") ? still.previousElementSibling : still).scrollIntoView();
            }
          }
          scrollTo(0, 0);
        }
        """).WaitAsync(Patience);

    /// <summary>Waits until an expression of the page is true.</summary>
    /// <remarks>Asked from here: the browser's own way to wait evaluates text, which the policy of a page forbids.</remarks>
    public async Task UntilAsync(string expression)
    {
        for (long start = Stopwatch.GetTimestamp(); !await Page.EvaluateAsync<bool>(expression).WaitAsync(Patience); await Task.Delay(50))
            Assert.True(Stopwatch.GetElapsedTime(start) < Patience, $"Not true after {Patience}: {expression}");
    }

    /// <summary>How many pixels the page is wider than its window.</summary>
    public async Task<int> OverflowAsync(int width)
    {
        await Page.SetViewportSizeAsync(width, 800);
        return await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
    }

    /// <summary>Cells of tables that reach beyond the window or their scrolled place, with all folds open.</summary>
    public async Task<string[]> CutOffAsync(int width)
    {
        await Page.SetViewportSizeAsync(width, 800);
        return await Page.EvaluateAsync<string[]>(
            """
            () => {
              document.querySelectorAll("details").forEach(details => details.open = true);
              return [...document.querySelectorAll("td, th")].filter(cell => cell.getClientRects().length && cell.getBoundingClientRect().right > innerWidth + .5)
                .map(cell => cell.closest("table").querySelector("caption")?.textContent + ": " + cell.textContent.slice(0, 30));
            }
            """);
    }

    /// <summary>Where the first element of a kind is.</summary>
    public async Task<(double Left, double Top, double Right, double Bottom)> BoxAsync(string selector)
    {
        LocatorBoundingBoxResult box = await Page.Locator(selector).First.BoundingBoxAsync() ?? throw new InvalidOperationException($"'{selector}' is not shown.");
        return (box.X, box.Y, box.X + box.Width, box.Y + box.Height);
    }

    /// <summary>Texts below the contrast that WCAG AA asks for, 4.5 or for large ones 3, with all folds open; those of charts too, but for numbers on coloured cells.</summary>
    public async Task<string[]> FaintAsync() => await Page.EvaluateAsync<string[]>(
        """
        () => {
          document.querySelectorAll("details").forEach(details => details.open = true);
          const parse = color => { const [r, g, b, a = 1] = color.match(/[\d.]+/g).map(Number); return [r, g, b, a]; };
          const light = ([r, g, b]) => { const f = v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; return .2126 * f(r) + .7152 * f(g) + .0722 * f(b); };
          const ground = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c[3] > .99) return c; } return [255, 255, 255, 1]; };
          const over = (c, under, share) => [0, 1, 2].map(i => c[i] * share + under[i] * (1 - share));
          const faint = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            const e = walk.currentNode.parentElement, text = walk.currentNode.data.trim(), drawn = e.closest("svg");
            if (!text || e.closest("script, style, annotation, title, desc") || !e.getClientRects().length || drawn && (e.localName !== "text" || e.getAttribute("fill") || e.closest(".chart-live"))) continue;
            const style = getComputedStyle(e), under = ground(e), color = parse(drawn ? style.fill : style.color);
            const a = light(over(color, under, color[3] * style.opacity)), b = light(under);
            const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05), size = parseFloat(style.fontSize);
            if (ratio < (size >= 24 || size >= 18.66 && style.fontWeight >= 700 ? 3 : 4.5)) faint.push(`${ratio.toFixed(2)} ${style.color} ${text.slice(0, 30)}`);
          }
          return faint;
        }
        """);

    /// <summary>Charts that paper would cut: taller or wider than a page of A4, or free to be divided between two.</summary>
    public async Task<string[]> CutInPrintAsync()
    {
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Page.SetViewportSizeAsync(718, 1047); // without the browser's margins, at 96 dots per inch
        return await Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll("svg.tb-chart")].filter(s => s.getClientRects().length).filter(s => {
              const box = s.getBoundingClientRect();
              const kept = [s, s.closest("figure")].some(e => e && getComputedStyle(e).breakInside === "avoid");
              return !kept || box.height > 1047 || box.right > 718.5 || box.width < 300;
            }).map(s => s.querySelector("title").textContent)
            """);
    }

    /// <summary>How many pixels of an element as drawn are not of its background, taken as the colour of its corner.</summary>
    public async Task<int> InkAsync(ILocator element)
    {
        string picture = Convert.ToBase64String(await element.ScreenshotAsync());
        IPage canvas = await _browser.NewPageAsync();
        return await canvas.EvaluateAsync<int>(
            """
            async picture => {
              const image = new Image();
              image.src = "data:image/png;base64," + picture;
              await image.decode();
              const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
              canvas.drawImage(image, 0, 0);
              const data = canvas.getImageData(0, 0, image.width, image.height).data;
              let count = 0;
              for (let i = 4; i < data.length; i += 4)
                count += Math.abs(data[i] - data[0]) + Math.abs(data[i + 1] - data[1]) + Math.abs(data[i + 2] - data[2]) > 60;
              return count;
            }
            """,
            picture);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private async Task GoAsync(string address)
    {
        Page.Request += (_, request) =>
        {
            if (request.Url != address && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                Requests.Add(request.Url);
        };
        Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                Messages.Add(message.Text);
        };
        Page.PageError += (_, error) => Messages.Add(error);
        await Page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
    }
}
