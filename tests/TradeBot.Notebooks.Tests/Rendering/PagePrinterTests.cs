namespace TradeBot.Notebooks.Tests.Rendering;

public sealed class PagePrinterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_a_browser_the_message_says_what_is_missing_and_how_to_name_one()
    {
        FileNotFoundException none = Assert.Throws<FileNotFoundException>(() => PagePrinter.Find(_folder.PathOf("gone"), ""));

        Assert.Contains("TRADEBOT_BROWSER", none.Message, StringComparison.Ordinal);
        Assert.Contains("Chromium", none.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_browser_that_prints_nothing_is_reported_with_what_it_said()
    {
        Skip.If(OperatingSystem.IsWindows(), "The stand-in for a browser is a shell script.");
        string browser = _folder.Write("chromium", "#!/bin/sh\necho no display >&2\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(browser, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        string page = _folder.Write("a.html", "<p>x</p>");

        IOException failure = await Assert.ThrowsAsync<IOException>(() => PagePrinter.Find(null, _folder.FullPath).PrintAsync(page, _folder.PathOf("a.pdf")));

        Assert.Contains("no display", failure.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.PathOf("a.pdf")));
    }
}
