namespace TradeBot.Notebooks;

/// <summary>One notebook file to run, and where its results go.</summary>
/// <param name="Source">The .ipynb file to run; full path.</param>
/// <param name="Executed">Where the executed notebook is written: the source itself, or a copy elsewhere.</param>
/// <param name="Page">Where its HTML page is written.</param>
public sealed record NotebookJob(string Source, string Executed, string Page)
{
    private const string Extension = ".ipynb";

    /// <summary>The notebook's file name without extension.</summary>
    public string Name => Path.GetFileNameWithoutExtension(Source);

    /// <summary>Lists the notebooks that paths name, and decides where results go.</summary>
    /// <param name="paths">Files, and folders that stand for the notebooks directly in them, sorted by name.</param>
    /// <param name="outFolder">Where pages go; null for <c>artifacts/notebooks</c> below the repository's root, or <c>artifacts</c> beside a notebook that lies in none.</param>
    /// <param name="keepSource">True to write the executed notebook beside its page and leave the source alone.</param>
    /// <returns>One job per notebook, in order.</returns>
    /// <exception cref="FileNotFoundException">A path names neither a file nor a folder with notebooks.</exception>
    /// <exception cref="ArgumentException">Two notebooks would write the same file, or a copy its own source.</exception>
    public static IReadOnlyList<NotebookJob> Plan(IEnumerable<string> paths, string? outFolder, bool keepSource)
    {
        NotebookJob[] jobs = [.. paths.SelectMany(Expand).Distinct(StringComparer.Ordinal).Select(source => Plan(source, outFolder, keepSource))];
        foreach (IGrouping<string, NotebookJob> clash in jobs.GroupBy(job => job.Page, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            throw new ArgumentException($"{string.Join(" and ", clash.Select(job => job.Source))} would both write {clash.Key}: run them apart, each with its own out folder.", nameof(paths));
        if (keepSource && jobs.FirstOrDefault(job => job.Executed == job.Source) is { } own)
            throw new ArgumentException($"The copy of {own.Source} would replace it: choose an out folder other than the notebook's.", nameof(outFolder));
        return jobs;
    }

    /// <summary>Runs the notebook and writes the executed document and its page, also when a cell failed.</summary>
    /// <param name="options">Parameters and limits.</param>
    /// <param name="progress">Told of each cell's begin and end.</param>
    /// <param name="cancellationToken">Stops the run; nothing is written then.</param>
    /// <returns>What became of each cell.</returns>
    /// <exception cref="NotebookFormatException">The file is not a notebook.</exception>
    /// <exception cref="NotebookParameterException">A parameter is not known or does not fit; nothing is written then.</exception>
    public async Task<NotebookRunResult> RunAsync(
        NotebookRunOptions options, IProgress<CellProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        NotebookDocument document = NotebookDocument.Load(Source);
        string folder = Path.GetDirectoryName(Source)!;
        NotebookRunResult result = await new NotebookRunner(options, progress).RunAsync(document, folder, cancellationToken);
        document.Save(Executed);
        NotebookPage.Save(document, Name, folder, Page);
        return result;
    }

    /// <summary>Renders the source's recorded outputs without running anything.</summary>
    /// <exception cref="NotebookFormatException">The file is not a notebook.</exception>
    public void Render() => NotebookPage.Save(NotebookDocument.Load(Source), Name, Path.GetDirectoryName(Source), Page);

    private static NotebookJob Plan(string source, string? outFolder, bool keepSource)
    {
        string folder = Path.GetFullPath(outFolder ?? DefaultFolder(source));
        string name = Path.GetFileNameWithoutExtension(source);
        return new NotebookJob(source, keepSource ? Path.Combine(folder, name + Extension) : source, Path.Combine(folder, name + ".html"));
    }

    private static string[] Expand(string path)
    {
        string full = Path.GetFullPath(path);
        if (File.Exists(full))
            return [full];
        if (!Directory.Exists(full))
            throw new FileNotFoundException($"There is no file or folder {path}.", path);

        string[] notebooks = [.. Directory.EnumerateFiles(full, "*" + Extension).Order(StringComparer.Ordinal)];
        return notebooks.Length > 0 ? notebooks : throw new FileNotFoundException($"The folder {path} holds no {Extension} file.", path);
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
