using System.Text;
using System.Text.Json;
using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot;

/// <summary>A folder of studies: for each the spec, a journal of its trials, from which any process can resume it, and the manifest when it has finished.</summary>
/// <param name="path">The folder; created by the first study.</param>
public sealed class StudyFolder(string path)
{
    private const string JournalEnd = ".study.jsonl", SpecEnd = ".study.json", CommandEnd = ".command.json", ManifestEnd = ".manifest.json";

    /// <summary>The names of the studies, in order.</summary>
    public IReadOnlyList<string> Names => Directory.Exists(path)
        ? [.. Directory.EnumerateFiles(path, "*" + JournalEnd).Select(f => Path.GetFileName(f)[..^JournalEnd.Length]).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>The journal of a study.</summary>
    public string JournalOf(string name) => Path.Combine(path, name + JournalEnd);

    /// <summary>The manifest of a finished study: spec, environment and result hash.</summary>
    public string ManifestOf(string name) => Path.Combine(path, name + ManifestEnd);

    /// <summary>The page of a study's report.</summary>
    public string PageOf(string name) => Path.Combine(path, name + ".html");

    /// <summary>Refuses a name that cannot be part of file names.</summary>
    /// <exception cref="ArgumentException">The name cannot be part of file names.</exception>
    public static void RequireName(string name)
    {
        if (FileNamePart.Fault(name) is { } fault)
            throw new ArgumentException($"the study cannot be called \"{name}\", which is part of file names: it {fault}.", nameof(name));
    }

    /// <summary>Runs a study on candles of a store, or continues where it stopped: ended trials are reused.</summary>
    /// <param name="spec">Its name is also the name of the files.</param>
    /// <param name="store">Has the candles.</param>
    /// <param name="options">Parallelism, progress and ledger; the defaults when null. The storage is the journal.</param>
    /// <param name="models">The trained models that the strategy reads, such as a registry; null for none.</param>
    /// <param name="cancellationToken">Stops the study.</param>
    /// <exception cref="ArgumentException">The name cannot be part of file names, another study has this name, or the strategy cannot be searched.</exception>
    /// <exception cref="InvalidDataException">The store has no candles with that content, or the journal belongs to another study.</exception>
    public Task<StudyResult> RunAsync(StudySpec spec, CandleStore store, StudyOptions? options = null, IModelLibrary? models = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(store);
        var feeds = new StoredFeeds(store);
        return Task.Run(() => Run(spec, [.. spec.Backtest.AllData.Select(feeds.Load)], options, models, cancellationToken), cancellationToken);
    }

    /// <summary>The same on candles in memory.</summary>
    /// <param name="spec">Its name is also the name of the files.</param>
    /// <param name="candles">With the content that the spec names: those of the feeds, then the intrabar candles.</param>
    /// <param name="options">Parallelism, progress and ledger; the defaults when null. The storage is the journal.</param>
    /// <param name="models">The trained models that the strategy reads, such as a registry; null for none.</param>
    /// <param name="cancellationToken">Stops the study.</param>
    /// <inheritdoc cref="RunAsync"/>
    public StudyResult Run(StudySpec spec, IReadOnlyList<CandleSeries> candles, StudyOptions? options = null, IModelLibrary? models = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(spec);
        RequireName(spec.Name);
        spec.Require();
        spec.RequireCandles(candles);
        if (File.Exists(SpecOf(spec.Name)) && StudySpec.Load(SpecOf(spec.Name)) != spec)
            throw new ArgumentException($"The study \"{spec.Name}\" was started with another spec, '{SpecOf(spec.Name)}': continue it with tradebot study resume, or choose another name.");
        spec.Save(SpecOf(spec.Name));
        using var journal = StudyJournal.Open(JournalOf(spec.Name));
        StudyResult result = spec.Run(candles, (options ?? new StudyOptions()) with { Storage = journal }, models, cancellationToken);
        if (result.IsFinished)
        {
            byte[] manifest = Encoding.UTF8.GetBytes(StudyManifest.Of(spec, result).ToJson());
            AtomicFile.Write(ManifestOf(spec.Name), stream => stream.Write(manifest));
        }

        return result;
    }

    /// <summary>The spec of a study.</summary>
    /// <exception cref="ArgumentException">There is no such study, or its spec is missing.</exception>
    /// <exception cref="InvalidDataException">The file is damaged, or of a version that kept a command.</exception>
    public StudySpec Load(string name)
    {
        if (File.Exists(SpecOf(Known(name))))
            return StudySpec.Load(SpecOf(name));
        string command = Path.Combine(path, name + CommandEnd);
        if (!File.Exists(command))
            throw new ArgumentException($"'{SpecOf(name)}' is missing: without the spec of the study it cannot be resumed.");
        throw new InvalidDataException(
            $"{command}: TradeBot 0.1.0 started this study and stored a command, which this version does not read. Run the command again to continue; ended trials are reused: tradebot {string.Join(' ', JsonSerializer.Deserialize<string[]>(File.ReadAllText(command)) ?? [])}");
    }

    /// <summary>The trials of a study.</summary>
    /// <exception cref="ArgumentException">There is no such study, or it has not started.</exception>
    public StudyResult Read(string name) => StudyJournal.Read(JournalOf(Known(name)))
        ?? throw new ArgumentException($"'{JournalOf(name)}' has no study yet: tradebot study resume {name} starts it again.");

    /// <summary>The trials with the earlier ones on the same candles, and with the openings of the holdout.</summary>
    /// <param name="name">The study's name.</param>
    /// <param name="ledger">The trial ledger; null for none.</param>
    /// <param name="register">The holdout register.</param>
    public StudyResult Read(string name, ITrialLedger? ledger, string register)
    {
        StudyResult study = Read(name);
        return study.DataHash is string hash
            ? study.WithEarlierOf(ledger?.EntriesOn(hash) ?? []) with { HoldoutOpenings = Holdout.OpeningsIn(register, hash) }
            : study;
    }

    private string SpecOf(string name) => Path.Combine(path, name + SpecEnd);

    private string Known(string name) => Names.Contains(name) ? name
        : throw new ArgumentException(Names.Count == 0 ? $"'{path}' has no study." : $"'{path}' has no study \"{name}\"; the nearest is '{NearestName.Of(name, Names)}'.");
}
