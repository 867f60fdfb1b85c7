namespace TradeBot.Indicators.Patterns;

/// <summary>A candle with its context, for pattern rules.</summary>
/// <param name="Open">First price.</param>
/// <param name="High">Highest price.</param>
/// <param name="Low">Lowest price.</param>
/// <param name="Close">Last price.</param>
/// <param name="MeanBody">Mean body of the candles before.</param>
/// <param name="MeanRange">Mean range of the candles before.</param>
/// <param name="Trend">The close before less the mean of the closes up to it.</param>
internal readonly record struct CandleShape(
    double Open, double High, double Low, double Close, double MeanBody, double MeanRange, double Trend)
{
    private const double LevelShare = 0.05;
    private const double DojiShare = 0.1;

    public double Body => Math.Abs(Close - Open);

    public double Range => High - Low;

    public double Top => Math.Max(Open, Close);

    public double Bottom => Math.Min(Open, Close);

    public double Upper => High - Top;

    public double Lower => Bottom - Low;

    public double Middle => (Open + Close) / 2;

    public bool IsWhite => Close > Open;

    public bool IsBlack => Close < Open;

    public bool IsLong => Body > MeanBody;

    public bool IsSmall => Body <= MeanBody / 2;

    public bool IsDoji => Range > 0 && Body <= DojiShare * Range;

    public bool IsFalling => Trend < 0;

    public bool IsRising => Trend > 0;

    /// <summary>True where any of the numbers is unknown.</summary>
    public bool IsUnknown => double.IsNaN(Open + High + Low + Close + MeanBody + MeanRange + Trend);

    /// <summary>The candle upside down: what is bullish on it is bearish on this one.</summary>
    public CandleShape Mirrored => new(-Open, -Low, -High, -Close, MeanBody, MeanRange, -Trend);

    /// <summary>True when two prices are as good as equal, measured by the ranges before this candle.</summary>
    public bool IsLevel(double a, double b) => Math.Abs(a - b) <= LevelShare * MeanRange;

    /// <summary>True when the body of another candle lies within this one's.</summary>
    public bool Holds(in CandleShape other) => other.Top <= Top && other.Bottom >= Bottom;
}
