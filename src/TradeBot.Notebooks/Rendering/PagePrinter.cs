using System.Diagnostics;

namespace TradeBot.Notebooks;

/// <summary>Prints pages to PDF with the Chromium, Chrome or Edge of this machine.</summary>
/// <param name="browser">The program.</param>
public sealed class PagePrinter(string browser)
{
    /// <summary>The environment variable that names a browser, before those that are looked for.</summary>
    public const string Variable = "TRADEBOT_BROWSER";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge"];

    private static readonly string[] UsualPlaces =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        @"%ProgramFiles%\Google\Chrome\Application\chrome.exe",
        @"%ProgramFiles(x86)%\Google\Chrome\Application\chrome.exe",
        @"%ProgramFiles(x86)%\Microsoft\Edge\Application\msedge.exe",
        @"%LocalAppData%\Chromium\Application\chrome.exe",
    ];

    /// <summary>Finds a browser: the one that <c>TRADEBOT_BROWSER</c> names, else on the path, else where installers put it.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public static PagePrinter Find() => Find(Environment.GetEnvironmentVariable(Variable), Environment.GetEnvironmentVariable("PATH"));

    internal static PagePrinter Find(string? named, string? path)
    {
        if (!string.IsNullOrEmpty(named))
            return File.Exists(named) ? new PagePrinter(named) : throw new FileNotFoundException($"{Variable} names {named}, which is not a file: expected the program of Chromium, Chrome or Edge.");
        IEnumerable<string> onPath = (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Names.SelectMany(name => (string[])[Path.Combine(folder, name), Path.Combine(folder, name + ".exe")]));
        string? found = onPath.Concat(UsualPlaces.Select(Environment.ExpandEnvironmentVariables)).FirstOrDefault(File.Exists);
        return found is not null
            ? new PagePrinter(found)
            : throw new FileNotFoundException($"PDF needs a browser, and there is none: install Chromium, Chrome or Edge, or name its program in {Variable}.");
    }

    /// <summary>Prints a page, whole or not at all.</summary>
    /// <param name="page">The HTML file.</param>
    /// <param name="pdf">The PDF to write.</param>
    /// <param name="cancellationToken">Ends the browser; nothing is written then.</param>
    /// <exception cref="IOException">The browser failed, or took longer than two minutes; an old PDF is unchanged.</exception>
    public async Task PrintAsync(string page, string pdf, CancellationToken cancellationToken = default)
    {
        DirectoryInfo scratch = Directory.CreateTempSubdirectory("tradebot-print-");
        try
        {
            string printed = Path.Combine(scratch.FullName, "page.pdf");
            string said = await RunAsync(Arguments(page, printed, Path.Combine(scratch.FullName, "profile")), cancellationToken);
            if (!File.Exists(printed))
                throw new IOException($"{browser} printed nothing of {page}: {said.Trim()}");
            AtomicFile.Write(pdf, await File.ReadAllBytesAsync(printed, cancellationToken));
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static List<string> Arguments(string page, string pdf, string profile)
    {
        List<string> arguments =
        [
            "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-background-networking",
            "--no-pdf-header-footer", $"--user-data-dir={profile}", $"--print-to-pdf={pdf}",
        ];
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess)
            arguments.Add("--no-sandbox"); // as root Chromium refuses to start with it
        arguments.Add(new Uri(Path.GetFullPath(page)).AbsoluteUri);
        return arguments;
    }

    private async Task<string> RunAsync(List<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(browser, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        using Process process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(limit.Token), error = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return await output + await error;
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException(FormattableString.Invariant($"{browser} had not printed after {Patience.TotalMinutes:0} minutes."), late);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }
}
