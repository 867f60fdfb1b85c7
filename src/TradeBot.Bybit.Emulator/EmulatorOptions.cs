using TradeBot.MarketData;

namespace TradeBot.Exchanges.Emulator;

/// <summary>What the local exchange trades, and how it behaves.</summary>
public sealed record EmulatorOptions
{
    /// <summary>The candles it serves. A timeframe that a symbol lacks is made from its shortest one.</summary>
    public required IReadOnlyList<CandleSeries> Candles { get; init; }

    /// <summary>The categories in which every symbol is listed.</summary>
    public IReadOnlyList<BybitCategory> Categories { get; init; } = [BybitCategory.Spot, BybitCategory.Linear, BybitCategory.Inverse];

    /// <summary>The exchange's clock at the start, UTC; null for the middle of the last candle. Later candles do not exist yet.</summary>
    public DateTime? Start { get; init; }

    /// <summary>Speed of the exchange's clock: 1 for real time, 60 for a minute each second, 0 to stand still.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>Port on the loopback interface; 0 for a free one.</summary>
    public int Port { get; init; }

    /// <summary>How many requests are permitted.</summary>
    public EmulatorLimits Limits { get; init; } = new();

    /// <summary>What goes wrong; nothing when not given.</summary>
    public FaultScenario Faults { get; init; } = FaultScenario.None;

    /// <summary>The one API key that signed requests are accepted from; null to accept none.</summary>
    public BybitCredentials? Credentials { get; init; }

    /// <summary>The account that the key belongs to.</summary>
    public EmulatorAccount Account { get; init; } = new();

    /// <summary>How orders are matched.</summary>
    public EmulatorMatching Matching { get; init; } = new();

    /// <summary>What goes wrong with orders and private streams; nothing when not given.</summary>
    public EmulatorFaults OrderFaults { get; init; } = EmulatorFaults.None;

    /// <summary>Real time between pushes on a socket.</summary>
    public TimeSpan PushInterval { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The real clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    internal void Check()
    {
        if (Candles.Count == 0 || Candles.All(series => series.Count == 0))
            throw new ArgumentException("An exchange needs candles: give at least one series that has some.", nameof(Candles));
        if (Categories.Count == 0)
            throw new ArgumentException("Give at least one category.", nameof(Categories));
        if (!(Speed >= 0 && double.IsFinite(Speed)))
            throw new ArgumentOutOfRangeException(nameof(Speed), Speed, "Must be finite and not negative.");
        if (PushInterval <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(PushInterval), PushInterval, "Must be positive.");
        Account.Check();
        Matching.Check();
        OrderFaults.Check();
    }
}
