using TradeBot.MarketData;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Sessions;

/// <summary>How a session trades, and where it stores its state.</summary>
public sealed record SessionOptions
{
    /// <summary>On paper, in memory, with the conditions of a backtest.</summary>
    public static SessionOptions Default { get; } = new();

    /// <summary>The conditions: cash, fees, slippage, risk policy and the others of a backtest; <see cref="BacktestOptions.IntrabarCandles"/> is not used.</summary>
    public BacktestOptions Terms { get; init; } = BacktestOptions.Default;

    /// <summary>Limits in addition to the risk policy.</summary>
    public SafetyLimits Limits { get; init; } = SafetyLimits.Default;

    /// <summary>The feeds of a strategy that names none itself; empty otherwise.</summary>
    public IReadOnlyList<CandleFeed> Feeds { get; init; } = [];

    /// <summary>The timeframe that all fills follow; null, the default, for the shortest of the feeds. With a shorter one fills are reported sooner.</summary>
    public Timeframe? FillsFollow { get; init; }

    /// <summary>Name of the session and prefix of its order links; null to derive it from the strategy's name.</summary>
    public string? Name { get; init; }

    /// <summary>The folder of the journal, lease and commands; null, the default, keeps everything in memory.</summary>
    /// <remarks>A folder is an account: one process at a time trades in it, and a session that is started there again continues.</remarks>
    public string? Folder { get; init; }

    /// <summary>The source of the candles before the first live one; null for none.</summary>
    public ICandleSource? History { get; init; }

    /// <summary>Number of candles of each feed that the strategy sees before trading starts, if there is a <see cref="History"/>; not negative.</summary>
    public int WarmUp { get; init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The number of candles must not be negative."); } = 500;

    /// <summary>How long a moment waits for the candles of its other feeds after the first has arrived; positive.</summary>
    public TimeSpan Patience { get; init => field = value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The patience must be positive."); } = TimeSpan.FromSeconds(5);

    /// <summary>How long the kill switch waits for a running call of the strategy; positive.</summary>
    public TimeSpan KillPatience { get; init => field = value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The patience must be positive."); } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long the lease of the folder is valid without renewal; at least one second.</summary>
    public TimeSpan LeaseDuration { get; init => field = value >= TimeSpan.FromSeconds(1) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The lease must last at least one second."); } = TimeSpan.FromSeconds(15);

    /// <summary>What is done when the session is cancelled.</summary>
    public WhenCancelled WhenCancelled { get; init; }

    /// <summary>The clock, for the times in the journal and for waiting. Decisions depend on it only through values that the journal records.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>What happens to positions and orders when a session is cancelled.</summary>
public enum WhenCancelled
{
    /// <summary>They stay, and a session that is started again in the same folder continues with them.</summary>
    Keep,

    /// <summary>The kill switch is used: all orders are cancelled, all positions closed, and trading stays halted until a person resumes.</summary>
    Halt,
}
