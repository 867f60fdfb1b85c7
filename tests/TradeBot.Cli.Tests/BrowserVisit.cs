namespace TradeBot.Cli.Tests;

/// <summary>What a page did in a real browser that may not reach anything.</summary>
/// <param name="Requests">Every address asked for but the page's own.</param>
/// <param name="Messages">Errors and warnings of the console, and uncaught exceptions.</param>
/// <param name="Text">What a reader sees.</param>
/// <param name="Charts">How many charts are drawn with a visible area.</param>
/// <param name="OverflowAt400">How many pixels the page is wider than a window of 400.</param>
internal sealed record BrowserVisit(string[] Requests, string[] Messages, string Text, int Charts, int OverflowAt400)
{
    public static async Task<BrowserVisit> ToAsync(string file)
    {
        await using BrowserPage browser = await BrowserPage.OpenAsync(file);
        await browser.DrawChartsAsync();
        string text = await browser.Page.InnerTextAsync("body");
        int charts = await browser.Page.EvaluateAsync<int>("[...document.querySelectorAll('svg')].filter(s => s.getBoundingClientRect().width > 100).length");
        int overflow = await browser.OverflowAsync(400);
        return new BrowserVisit([.. browser.Requests], [.. browser.Messages], text, charts, overflow);
    }
}
