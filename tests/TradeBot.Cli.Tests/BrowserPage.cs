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
          for (const still of document.querySelectorAll("[data-chart]")) {
            still.scrollIntoView();
            while (!still.classList.contains("chart-still") || !still.previousElementSibling.querySelector(".main-svg")) {
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
