using System.Security.Cryptography;
using System.Text;

namespace TradeBot.Notebooks;

/// <summary>One notebook file to run, and where its results go.</summary>
/// <param name="Source">The notebook to run; full path.</param>
/// <param name="Executed">Where the executed notebook is written: the source itself, or a copy elsewhere, as always for .dib, which holds no outputs.</param>
/// <param name="Page">Where its HTML page is written.</param>
public sealed record NotebookJob(string Source, string Executed, string Page)
{
    private const string Extension = ".ipynb";
    private const int LongestSuffix = 48;

    /// <summary>The notebook's file name without extension.</summary>
    public string Name => Path.GetFileNameWithoutExtension(Source);

    /// <summary>Where a test writes what differs, before and after side by side.</summary>
    public string ComparisonPage => Path.ChangeExtension(Page, ".diff.html");

    /// <summary>Where the page is printed to.</summary>
    public string Pdf => Path.ChangeExtension(Page, ".pdf");

    /// <summary>Where durations and environment of the run are written: beside the page, so that the notebook stays the same.</summary>
    public string Record => Path.ChangeExtension(Page, ".run.json");

    /// <summary>Lists the notebooks that paths name, and decides where results go.</summary>
    /// <param name="paths">What <see cref="NotebookFiles.Find"/> takes.</param>
    /// <param name="outFolder">Where pages go; null for <c>artifacts/notebooks</c> below the repository's root, or <c>artifacts</c> beside a notebook that is in no repository.</param>
    /// <param name="parameters">What the run sets; results without an out folder then have the values in their names.</param>
    /// <returns>One job per notebook, in order. With an out folder or parameters the source does not change: the executed notebook is written beside its page.</returns>
    /// <exception cref="FileNotFoundException">A path names no notebook.</exception>
    /// <exception cref="ArgumentException">Two notebooks would write the same file, or a copy its own source.</exception>
    public static IReadOnlyList<NotebookJob> Plan(IEnumerable<string> paths, string? outFolder = null, IReadOnlyDictionary<string, string>? parameters = null)
    {
        bool keepSource = outFolder is not null || parameters is { Count: > 0 };
        string suffix = outFolder is null && parameters is { Count: > 0 } ? "." + Suffix(parameters) : "";
        return Check([.. NotebookFiles.Find(paths).Select(source => Of(source, outFolder ?? DefaultFolder(source), keepSource, suffix))], keepSource);
    }

    /// <summary>Like <see cref="Plan"/>, for a test: sources are not changed.</summary>
    /// <param name="paths">What <see cref="NotebookFiles.Find"/> takes.</param>
    /// <param name="outFolder">Where executed copies and pages go; null for the folder <c>test</c> beside the pages of an ordinary run.</param>
    /// <exception cref="FileNotFoundException">A path names no notebook.</exception>
    /// <exception cref="ArgumentException">Two notebooks would write the same file, or a copy its own source.</exception>
    public static IReadOnlyList<NotebookJob> PlanTest(IEnumerable<string> paths, string? outFolder = null) =>
        Check([.. NotebookFiles.Find(paths).Select(source => Of(source, outFolder ?? Path.Combine(DefaultFolder(source), "test"), keepSource: true, suffix: ""))], keepSource: true);

    /// <summary>Runs the notebook and writes the executed document, its page and its record, also when a cell failed.</summary>
    /// <param name="options">Parameters and limits.</param>
    /// <param name="progress">Told of each cell's begin and end.</param>
    /// <param name="cancellationToken">Stops the run; nothing is written then.</param>
    /// <returns>What became of each cell.</returns>
    /// <exception cref="NotebookFormatException">The file is not a notebook.</exception>
    /// <exception cref="NotebookParameterException">A parameter is not known or does not fit; nothing is written then.</exception>
    /// <exception cref="IOException">A result could not be written; the old file is unchanged.</exception>
    public async Task<NotebookRunResult> RunAsync(
        NotebookRunOptions options, IProgress<CellProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        NotebookDocument document = NotebookDocument.Load(Source);
        string folder = Path.GetDirectoryName(Source)!;
        DateTimeOffset started = TimeProvider.System.GetUtcNow();
        NotebookRunResult result = await new NotebookRunner(options, progress).RunAsync(document, folder, cancellationToken);
        HashSet<NotebookCell> left = [.. result.Cells.Where(cell => cell.Status is CellStatus.Skipped or CellStatus.NotRun).Select(cell => cell.Cell)];
        RecordedSources.Stamp(document, left.Contains);
        RecordedParameters.Stamp(document, options.Parameters);
        document.Save(Executed);
        NotebookPage.Save(document, Name, folder, Page);
        RunRecord.Save(Record, this, result, options, started);
        return result;
    }

    /// <summary>Renders the source's recorded outputs without running anything.</summary>
    /// <exception cref="NotebookFormatException">The file is not a notebook.</exception>
    public void Render() => NotebookPage.Save(NotebookDocument.Load(Source), Name, Path.GetDirectoryName(Source), Page);

    private static NotebookJob[] Check(NotebookJob[] jobs, bool keepSource)
    {
        foreach (IGrouping<string, NotebookJob> clash in jobs.GroupBy(job => job.Page, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            throw new ArgumentException($"{string.Join(" and ", clash.Select(job => job.Source))} would both write {clash.Key}: run them separately, each with its own out folder.", nameof(jobs));
        if (keepSource && jobs.FirstOrDefault(job => job.Executed == job.Source) is { } own)
            throw new ArgumentException($"The copy of {own.Source} would replace it: choose an out folder other than the notebook's.", nameof(jobs));
        return jobs;
    }

    private static NotebookJob Of(string source, string outFolder, bool keepSource, string suffix)
    {
        string folder = Path.GetFullPath(outFolder);
        string name = Path.GetFileNameWithoutExtension(source) + suffix;
        return new NotebookJob(source, keepSource || NotebookDocument.IsDib(source) ? Path.Combine(folder, name + Extension) : source, Path.Combine(folder, name + ".html"));
    }

    /// <summary>The values in words where they make a file name, else a hash of them.</summary>
    private static string Suffix(IReadOnlyDictionary<string, string> parameters)
    {
        var sorted = parameters.OrderBy(entry => entry.Key, StringComparer.Ordinal).ToArray();
        string words = string.Join('.', sorted.Select(entry => $"{entry.Key}-{entry.Value}"));
        bool isName = words.Length <= LongestSuffix && words.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
        if (isName && !sorted.Any(entry => SecretNames.IsSecret(entry.Key)))
            return words;
        string all = string.Join('\n', sorted.Select(entry => $"{entry.Key}={entry.Value}"));
        return "with-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..8];
    }

    private static string DefaultFolder(string source)
    {
        string folder = Path.GetDirectoryName(source)!;
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "TradeBot.sln")))
                return Path.Combine(at.FullName, "artifacts", "notebooks");
        }

        return Path.Combine(folder, "artifacts");
    }
}
