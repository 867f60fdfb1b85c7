using TradeBot.MarketData;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Sessions;

/// <summary>How a session trades, and where it keeps what it knows.</summary>
public sealed record SessionOptions
{
    /// <summary>On paper, in memory, with the conditions of a backtest.</summary>
    public static SessionOptions Default { get; } = new();

    /// <summary>The conditions: cash, fees, slippage, risk policy and the others of a backtest; <see cref="BacktestOptions.IntrabarCandles"/> is not used.</summary>
    public BacktestOptions Terms { get; init; } = BacktestOptions.Default;

    /// <summary>Limits beside those of the risk policy.</summary>
    public SafetyLimits Limits { get; init; } = SafetyLimits.Default;

    /// <summary>What a strategy sees that names no feeds itself; empty where it does.</summary>
    public IReadOnlyList<CandleFeed> Feeds { get; init; } = [];

    /// <summary>The timeframe that all fills follow; null, the default, for the shortest of the feeds. A shorter one tells fills sooner.</summary>
    public Timeframe? FillsFollow { get; init; }

    /// <summary>Its name, with which the names of its orders begin; null for one made of the strategy's.</summary>
    public string? Name { get; init; }

    /// <summary>Where the journal, the lease and the commands of the session are; null, the default, keeps everything in memory.</summary>
    /// <remarks>A folder is an account: one process at a time trades it, and a session that is started there again goes on.</remarks>
    public string? Folder { get; init; }

    /// <summary>Where the candles before the first live one come from; null for nowhere.</summary>
    public ICandleSource? History { get; init; }

    /// <summary>How many candles of each feed the strategy sees before trading begins, where there is a <see cref="History"/>; not negative.</summary>
    public int WarmUp { get; init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The number of candles must not be negative."); } = 500;

    /// <summary>How long a moment waits for the candles of its other feeds, from the first; positive.</summary>
    public TimeSpan Patience { get; init => field = value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The patience must be positive."); } = TimeSpan.FromSeconds(5);

    /// <summary>How long the kill switch waits for a strategy that is thinking; positive.</summary>
    public TimeSpan KillPatience { get; init => field = value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The patience must be positive."); } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long the lease of the folder holds without being renewed; at least a second.</summary>
    public TimeSpan LeaseDuration { get; init => field = value >= TimeSpan.FromSeconds(1) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A lease lasts at least a second."); } = TimeSpan.FromSeconds(15);

    /// <summary>What is done when the session is cancelled.</summary>
    public WhenCancelled WhenCancelled { get; init; }

    /// <summary>The clock: it dates the lines of the journal and measures waiting. Decisions depend on it only through what the journal notes.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>What becomes of positions and orders when a session is cancelled.</summary>
public enum WhenCancelled
{
    /// <summary>They stay, and a session that is started again in the same folder goes on with them.</summary>
    Keep,

    /// <summary>The kill switch is used: everything is cancelled and closed, and stays so until a person resumes.</summary>
    Halt,
}
