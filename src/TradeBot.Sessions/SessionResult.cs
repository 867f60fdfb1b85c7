using TradeBot.MarketData;
using TradeBot.Trading;

namespace TradeBot.Sessions;

/// <summary>What a session did, and where it differs from its parallel backtest.</summary>
[TypeFormatterSource]
public sealed class SessionResult
{
    internal SessionResult(SessionLedger ledger, ShadowRun? shadow, SessionFeeds? feeds, string end)
    {
        Summary = new SessionSummary(ledger);
        End = end;
        Fills = [.. ledger.Fills.Select(SessionSummary.FillOf)];
        Refusals = [.. ledger.Refusals.Select(r => new OrderRefusal(UnixTime.ToDateTime(r.Time), r.Symbol, r.Reason))];
        Notices = [.. ledger.Notices];
        Changes = [.. ledger.Changes.Select(c => new StateChange(UnixTime.ToDateTime(c.Time), c.State, c.By, c.Why))];
        Equity = [.. ledger.Equities];
        if (shadow is null || feeds is null)
            return;
        ShadowEquity = shadow.Equity;
        ShadowFailure = shadow.Failure;
        Differences = FillComparison.Of(ledger, shadow.Fills, feeds.All.Min(f => f.Timeframe) is { HasFixedLength: true } shortest ? shortest.Duration : TimeSpan.FromDays(31));
    }

    /// <summary>State, equity, positions and counts at the end.</summary>
    public SessionSummary Summary { get; }

    /// <summary>Why it ended, as a sentence.</summary>
    public string End { get; }

    /// <summary>Every fill, oldest first.</summary>
    public IReadOnlyList<SessionFill> Fills { get; }

    /// <summary>All refused orders and targets.</summary>
    public IReadOnlyList<OrderRefusal> Refusals { get; }

    /// <summary>Notices about late, missing or wrong candles.</summary>
    public IReadOnlyList<CandleNotice> Notices { get; }

    /// <summary>Changes of the trading state, with who requested them and why.</summary>
    public IReadOnlyList<StateChange> Changes { get; }

    /// <summary>Equity at each moment.</summary>
    public IReadOnlyList<EquityMark> Equity { get; }

    /// <summary>Every fill compared with that of the backtest; null without a backtest.</summary>
    public IReadOnlyList<FillDifference>? Differences { get; }

    /// <summary>Equity of the backtest at the last moment; NaN without a backtest.</summary>
    public double ShadowEquity { get; } = double.NaN;

    /// <summary>Why the backtest stopped early, as a sentence; null otherwise.</summary>
    public string? ShadowFailure { get; }

    /// <summary>Reads a session from its journal; if the strategy is stored as data, runs the session and its backtest again.</summary>
    /// <param name="folder">The folder of the session, which may be running.</param>
    /// <exception cref="DirectoryNotFoundException">There is no journal.</exception>
    /// <exception cref="InvalidDataException">The journal was changed, or the strategy now gives other results.</exception>
    public static SessionResult Read(string folder)
    {
        _ = JournalAudit.Existing(folder);
        JournalChain chain = JournalFolder.Read(folder);
        var ledger = new SessionLedger();
        string end = chain.Lines[^1].Entry is ClosedEntry closed ? closed.Why : "The session has not ended.";
        if (chain.Lines[0].Entry is not OpenedEntry opened || BacktestSpec.Parse(opened.Spec, "The journal").WhyNotRepeatable is not null)
        {
            foreach (JournalLine line in chain.Lines)
                ledger.Apply(line);
            return new SessionResult(ledger, null, null, end);
        }

        var setup = SessionSetup.Of(opened);
        using var journal = new SessionJournal(chain, open: null, ledger, TimeProvider.System);
        SessionCore core = setup.Start(journal, ledger, new DelayMeter(TimeProvider.System, TimeSpan.Zero));
        using (core.Engine.Enter())
            core.Begin();
        core.Shadow.Finish();
        return new SessionResult(ledger, core.Shadow, setup.Feeds, end);
    }

    /// <summary>The summary in one line.</summary>
    public override string ToString() => Summary.ToString();
}

/// <summary>A change of the trading state.</summary>
/// <param name="Time">The market's time, UTC.</param>
/// <param name="State">The state from then on.</param>
/// <param name="By">Who requested it: a person's pseudonym, or a part of the program.</param>
/// <param name="Why">The reason, as a sentence.</param>
public sealed record StateChange(DateTime Time, TradingState State, string By, string Why);
