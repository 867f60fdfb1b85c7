namespace TradeBot.Strategies;

/// <summary>The classics that run on whichever symbol they are given, by name.</summary>
public static class StrategyLibrary
{
    /// <summary>Every classic, by name.</summary>
    public static IReadOnlyList<LibraryStrategy> All { get; } =
    [
        new("bollinger-breakout", "Buys a close above the upper Bollinger band, and gives it up below the middle.", () => BollingerBreakout.Rule()),
        new("bollinger-reversion", "Buys when the close comes back above the lower Bollinger band, and sells at the middle.", () => BollingerReversion.Rule()),
        new("connors-rsi-pullback", "Buys a short, sharp fall within a long rise.", () => ConnorsRsiPullback.Rule()),
        new("cross-sectional-momentum", "Holds the symbols that rose most.", () => CrossSectionalMomentum.Rule()),
        new("directional-movement", "On the side of the stronger directional movement, when the trend is strong enough.", () => DirectionalMovement.Rule()),
        new("donchian-channel", "Long after a new high of so many candles, short after a new low.", () => DonchianChannel.Rule()),
        new("ema-cross", "Long while a fast exponential average is above a slow one.", () => EmaCross.Rule()),
        new("ichimoku-cloud", "Long above the cloud with the conversion line above the base line.", () => IchimokuCloud.Rule()),
        new("keltner-squeeze", "Buys when the Bollinger bands come out of the Keltner channel upwards.", () => KeltnerSqueeze.Rule()),
        new("macd-cross", "Long when MACD crosses above its signal line, until it crosses below.", () => MacdCross.Rule()),
        new("opening-range-breakout", "Buys a close above the range of the day's first hour.", () => OpeningRangeBreakout.Rule()),
        new("parabolic-reversal", "On the side that the parabolic stop says.", () => ParabolicReversal.Rule()),
        new("rsi-reversion", "Buys when RSI leaves its oversold zone, and sells when it reaches the overbought one.", () => RsiReversion.Rule()),
        new("supertrend", "Long while Supertrend rises.", () => SupertrendFollow.Rule()),
        new("time-series-momentum", "On the side of the past return, as large as a target of volatility allows.", () => TimeSeriesMomentum.Rule()),
        new("turtle-breakout", "Buys a new high, adds as it goes on, and leaves at a new low or a stop.", () => TurtleBreakout.Rule()),
        new("volatility-target", "Always long, as large as a target of volatility allows.", () => VolatilityTarget.Rule()),
        new("vwap-reversion", "Trades back to the day's volume-weighted average price from far away.", () => VwapReversion.Rule()),
    ];

    /// <summary>A classic by name.</summary>
    /// <exception cref="ArgumentException">There is none of that name; the message tells the nearest.</exception>
    public static LibraryStrategy Find(string name) =>
        All.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"No strategy of the library is named '{name}'; the nearest is '{NearestName.Of(name, All.Select(s => s.Name))}'.", nameof(name));
}

/// <summary>A classic of the library, by name.</summary>
/// <param name="Name">Such as <c>ema-cross</c>.</param>
/// <param name="Summary">What it does, in a sentence.</param>
/// <param name="Create">The strategy with its usual parameters; other values by <see cref="DefinedStrategy.With"/>.</param>
public sealed record LibraryStrategy(string Name, string Summary, Func<DefinedStrategy> Create);
