using Microsoft.Playwright;

namespace TradeBot.Cli.Tests;

/// <summary>What a page did in a real browser that may not reach anything.</summary>
/// <param name="Requests">Every address asked for but the page's own.</param>
/// <param name="Messages">Errors and warnings of the console, and uncaught exceptions.</param>
/// <param name="Text">What a reader sees.</param>
/// <param name="Charts">How many charts are drawn with a visible area.</param>
/// <param name="OverflowAt400">How many pixels the page is wider than a window of 400.</param>
internal sealed record BrowserVisit(string[] Requests, string[] Messages, string Text, int Charts, int OverflowAt400)
{
    private const string Chromium = "/usr/bin/chromium";

    public static async Task<BrowserVisit> ToAsync(string file)
    {
        Skip.IfNot(File.Exists(Chromium), $"No browser at {Chromium}; Debian's package chromium brings it.");
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
        });
        IPage page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 1600, Height = 1000 } });
        var requests = new List<string>();
        var messages = new List<string>();
        string address = new Uri(file).AbsoluteUri;
        page.Request += (_, request) =>
        {
            if (request.Url != address && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                requests.Add(request.Url);
        };
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                messages.Add(message.Text);
        };
        page.PageError += (_, error) => messages.Add(error);

        await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        string text = await page.InnerTextAsync("body");
        int charts = await page.EvaluateAsync<int>("[...document.querySelectorAll('svg')].filter(s => s.getBoundingClientRect().width > 100).length");
        await page.SetViewportSizeAsync(400, 800);
        int overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - 400");
        return new BrowserVisit([.. requests], [.. messages], text, charts, overflow);
    }
}
