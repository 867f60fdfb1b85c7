using System.Text.Json;
using TradeBot.MarketData;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Sessions;

/// <summary>Strategy, feeds and terms of a session, as objects and as the first line of its journal.</summary>
internal sealed record SessionSetup(IStrategy Strategy, SessionFeeds Feeds, BacktestOptions Terms, SafetyLimits Limits, OpenedEntry Opened)
{
    private static readonly JsonSerializerOptions Json = SpecText.Options([]);

    /// <exception cref="ArgumentException">Feeds are missing or inconsistent.</exception>
    public static SessionSetup Of(IStrategy strategy, SessionOptions options)
    {
        if (options.Feeds.Count > 0 && strategy.Feeds.Count > 0 && !strategy.Feeds.SequenceEqual(options.Feeds))
            throw new ArgumentException($"{strategy.Name} names its own feeds ({string.Join(", ", strategy.Feeds.Select(Text))}): leave the feeds of the options empty.", nameof(options));
        var feeds = SessionFeeds.Of(strategy.Feeds.Count > 0 ? strategy.Feeds : options.Feeds, options.FillsFollow);
        BacktestOptions terms = options.Terms with { IntrabarCandles = [], AtEnd = EndOfRun.KeepOpen };
        string name = options.Name ?? SessionName.Of(strategy.Name);
        var opened = new OpenedEntry(
            JournalLine.Format, name, options.Folder is null ? "memory" : Path.GetFileName(Path.GetFullPath(options.Folder)), strategy.Name,
            new BacktestSpec { Data = [.. feeds.Seen.Select(Nothing)], Strategy = StrategySpec.Of(strategy), Terms = terms }.ToJson(),
            JsonSerializer.Serialize(options.Limits, Json), terms.Cash, [.. feeds.All.Select(Text)], feeds.Unseen.Count,
            feeds.Symbols.Select(terms.InstrumentOf).Where(i => i.IsInverse).ToDictionary(i => i.Symbol, i => i.ContractValue));
        return new SessionSetup(strategy, feeds, terms, options.Limits, opened);
    }

    /// <summary>Restores a session from the first line of its journal.</summary>
    /// <exception cref="InvalidOperationException">The strategy is code that the journal cannot restore.</exception>
    public static SessionSetup Of(OpenedEntry opened)
    {
        var spec = BacktestSpec.Parse(opened.Spec, "The journal");
        if (spec.WhyNotRepeatable is { } reason)
            throw new InvalidOperationException(reason);
        if (spec.Strategy.Create() is not IStrategy strategy)
            throw new InvalidOperationException("Sessions trade strategies, and the journal names an order algorithm.");
        CandleFeed[] all = [.. opened.Feeds.Select(FeedOf)];
        var feeds = new SessionFeeds(all[opened.Unseen..], all[..opened.Unseen]);
        return new SessionSetup(strategy, feeds, spec.Terms, JsonSerializer.Deserialize<SafetyLimits>(opened.Limits, Json)!, opened);
    }

    public SessionCore Start(SessionJournal journal, SessionLedger ledger, DelayMeter delay) => new(Strategy, Feeds, Terms, Limits, Opened, journal, ledger, delay);

    private static DataManifest Nothing(CandleFeed feed) => new(feed.Symbol, feed.Timeframe.ToString(), 0, DateTime.UnixEpoch, DateTime.UnixEpoch, 0, 0, "");

    private static string Text(CandleFeed feed) => $"{feed.Symbol} {feed.Timeframe}";

    private static CandleFeed FeedOf(string text) => new(text[..text.LastIndexOf(' ')], Timeframe.Parse(text[(text.LastIndexOf(' ') + 1)..]));
}
