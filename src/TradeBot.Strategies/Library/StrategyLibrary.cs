namespace TradeBot.Strategies;

/// <summary>The strategies of the library, by name.</summary>
public static class StrategyLibrary
{
    /// <summary>All library strategies, by name.</summary>
    public static IReadOnlyList<LibraryStrategy> All { get; } =
    [
        new("bollinger-breakout", "Buys a close above the upper Bollinger band and exits below the middle band.", () => BollingerBreakout.Rule()),
        new("bollinger-reversion", "Buys when the close returns above the lower Bollinger band and exits at the middle band.", () => BollingerReversion.Rule()),
        new("connors-rsi-pullback", "Buys a pullback in an uptrend.", () => ConnorsRsiPullback.Rule()),
        new("cross-sectional-momentum", "Holds the symbols with the highest returns.", () => CrossSectionalMomentum.Rule()),
        new("directional-movement", "Follows the stronger directional movement when the trend is strong enough.", () => DirectionalMovement.Rule()),
        new("donchian-channel", "Long after a new high of the channel, short after a new low.", () => DonchianBreakout.Rule()),
        new("ema-cross", "Long while a fast exponential average is above a slow one.", () => EmaCross.Rule()),
        new("ichimoku-cloud", "Long above the cloud with the conversion line above the base line.", () => IchimokuCloud.Rule()),
        new("keltner-squeeze", "Buys an upward release of the Bollinger bands from the Keltner channel.", () => KeltnerSqueeze.Rule()),
        new("macd-cross", "Long when MACD crosses above its signal line, until it crosses below.", () => MacdCross.Rule()),
        new("opening-range-breakout", "Buys a close above the range of the day's first hour.", () => OpeningRangeBreakout.Rule()),
        new("parabolic-reversal", "Always on the side of the parabolic SAR.", () => ParabolicReversal.Rule()),
        new("rsi-reversion", "Buys when RSI leaves the oversold zone and exits when it reaches the overbought zone.", () => RsiReversion.Rule()),
        new("supertrend", "Long while Supertrend rises.", () => SupertrendFollow.Rule()),
        new("time-series-momentum", "Follows the sign of the past return, sized by a volatility target.", () => TimeSeriesMomentum.Rule()),
        new("turtle-breakout", "Buys a new high, adds to the position as the trend continues, and exits at a new low or a stop.", () => TurtleBreakout.Rule()),
        new("volatility-target", "Always long, sized by a volatility target.", () => VolatilityTarget.Rule()),
        new("vwap-reversion", "Mean reversion to the day's VWAP.", () => VwapReversion.Rule()),
    ];

    /// <summary>A library strategy by name.</summary>
    /// <exception cref="ArgumentException">The name is unknown; the message suggests the nearest.</exception>
    public static LibraryStrategy Find(string name) =>
        All.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"The library has no strategy named '{name}'; the nearest is '{NearestName.Of(name, All.Select(s => s.Name))}'.", nameof(name));
}

/// <summary>A strategy of the library.</summary>
/// <param name="Name">Such as <c>ema-cross</c>.</param>
/// <param name="Summary">What it does, in a sentence.</param>
/// <param name="Create">Creates the strategy with default parameters; change them with <see cref="DefinedStrategy.With"/>.</param>
public sealed record LibraryStrategy(string Name, string Summary, Func<DefinedStrategy> Create);
