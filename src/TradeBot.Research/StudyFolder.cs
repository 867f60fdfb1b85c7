using System.Text.Json;
using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot;

/// <summary>Where studies are kept: for each its spec and a journal of its trials, from which it can be resumed by any process.</summary>
/// <param name="path">The folder; created by the first study.</param>
public sealed class StudyFolder(string path)
{
    private const string JournalEnd = ".study.jsonl", SpecEnd = ".study.json", CommandEnd = ".command.json";

    /// <summary>The names of the studies, in order.</summary>
    public IReadOnlyList<string> Names => Directory.Exists(path)
        ? [.. Directory.EnumerateFiles(path, "*" + JournalEnd).Select(f => Path.GetFileName(f)[..^JournalEnd.Length]).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>The journal of a study.</summary>
    public string JournalOf(string name) => Path.Combine(path, name + JournalEnd);

    /// <summary>The page of a study's report.</summary>
    public string PageOf(string name) => Path.Combine(path, name + ".html");

    /// <summary>Refuses what cannot be the name of the study's files.</summary>
    /// <exception cref="ArgumentException">The name is none.</exception>
    public static void RequireName(string name)
    {
        if (FileNamePart.Fault(name) is { } fault)
            throw new ArgumentException($"the study cannot be called \"{name}\", which is part of file names: it {fault}.", nameof(name));
    }

    /// <summary>Runs a study on candles of a store, or goes on with it where it stopped: trials that ended are kept.</summary>
    /// <param name="spec">Its name is that of the files.</param>
    /// <param name="store">Holds the candles.</param>
    /// <param name="options">Parallelism, progress and ledger; the defaults when null. The storage is the journal.</param>
    /// <param name="models">Where the trained models are found that the strategy reads, such as a registry; null for none.</param>
    /// <param name="cancellationToken">Stops the study.</param>
    /// <exception cref="ArgumentException">The name is no file name, a study of this name is another, or it cannot be searched.</exception>
    /// <exception cref="InvalidDataException">The store holds no candles of that content, or the journal holds another study.</exception>
    public Task<StudyResult> RunAsync(StudySpec spec, CandleStore store, StudyOptions? options = null, IModelLibrary? models = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(store);
        var feeds = new StoredFeeds(store);
        return Task.Run(() => Run(spec, [.. spec.Backtest.AllData.Select(feeds.Load)], options, models, cancellationToken), cancellationToken);
    }

    /// <summary>The same on candles that are at hand.</summary>
    /// <param name="spec">Its name is that of the files.</param>
    /// <param name="candles">Of the content that the spec names: those of the feeds, then the finer ones.</param>
    /// <param name="options">Parallelism, progress and ledger; the defaults when null. The storage is the journal.</param>
    /// <param name="models">Where the trained models are found that the strategy reads, such as a registry; null for none.</param>
    /// <param name="cancellationToken">Stops the study.</param>
    /// <inheritdoc cref="RunAsync"/>
    public StudyResult Run(StudySpec spec, IReadOnlyList<CandleSeries> candles, StudyOptions? options = null, IModelLibrary? models = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(spec);
        RequireName(spec.Name);
        spec.Require();
        spec.RequireCandles(candles);
        if (File.Exists(SpecOf(spec.Name)) && StudySpec.Load(SpecOf(spec.Name)) != spec)
            throw new ArgumentException($"The study \"{spec.Name}\" was begun with another spec, '{SpecOf(spec.Name)}': go on with tradebot study resume, or choose another name.");
        spec.Save(SpecOf(spec.Name));
        using var journal = StudyJournal.Open(JournalOf(spec.Name));
        return spec.Run(candles, (options ?? new StudyOptions()) with { Storage = journal }, models, cancellationToken);
    }

    /// <summary>The spec of a study.</summary>
    /// <exception cref="ArgumentException">There is no such study, or its spec is not there.</exception>
    /// <exception cref="InvalidDataException">The file is damaged, or of a version that kept a command.</exception>
    public StudySpec Load(string name)
    {
        if (File.Exists(SpecOf(Known(name))))
            return StudySpec.Load(SpecOf(name));
        string command = Path.Combine(path, name + CommandEnd);
        if (!File.Exists(command))
            throw new ArgumentException($"'{SpecOf(name)}' is missing: what the study searches is not known, so it cannot go on from here.");
        throw new InvalidDataException(
            $"{command}: TradeBot 0.1.0 began this study, and kept a command, which this version does not read: give it again to go on, the trials that ended are kept: tradebot {string.Join(' ', JsonSerializer.Deserialize<string[]>(File.ReadAllText(command)) ?? [])}");
    }

    /// <summary>The trials that a study has made.</summary>
    /// <exception cref="ArgumentException">There is no such study, or it has not begun.</exception>
    public StudyResult Read(string name) => StudyJournal.Read(JournalOf(Known(name)))
        ?? throw new ArgumentException($"'{JournalOf(name)}' holds no study yet: tradebot study resume {name} begins it again.");

    /// <summary>The trials with the earlier ones on the same candles, and with the openings of the holdout.</summary>
    /// <param name="name">Of the study.</param>
    /// <param name="ledger">That counts; null for none.</param>
    /// <param name="register">Of the holdout.</param>
    public StudyResult Read(string name, ITrialLedger? ledger, string register)
    {
        StudyResult study = Read(name);
        return study.DataHash is string hash
            ? study.WithEarlierOf(ledger?.EntriesOn(hash) ?? []) with { HoldoutOpenings = Holdout.OpeningsIn(register, hash) }
            : study;
    }

    private string SpecOf(string name) => Path.Combine(path, name + SpecEnd);

    private string Known(string name) => Names.Contains(name) ? name
        : throw new ArgumentException(Names.Count == 0 ? $"'{path}' holds no study." : $"'{path}' holds no study \"{name}\"; the nearest is '{NearestName.Of(name, Names)}'.");
}
