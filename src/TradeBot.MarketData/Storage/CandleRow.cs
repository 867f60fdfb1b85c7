namespace TradeBot.MarketData;

/// <summary>One line of candle data, and its validity rules.</summary>
internal readonly record struct CandleRow(
    long OpenTime, double Open, double High, double Low, double Close, double Volume, double Turnover, bool Synthetic)
{
    /// <summary>Times at or beyond this (year 5138 in milliseconds) are microseconds or finer.</summary>
    public const long EndOfTime = 100_000_000_000_000;

    private const long StartOfTime = -62_135_596_800_000; // year 1, where DateTime begins
    private const long FirstSeconds = 100_000_000, EndOfSeconds = 10_000_000_000; // 1973 to 2286 in seconds

    /// <summary>The row of a series at a position.</summary>
    public static CandleRow Of(CandleSeries series, int index) => new(
        series.OpenTimes[index], series.Open[index], series.High[index], series.Low[index], series.Close[index],
        series.Volume[index], series.HasTurnover ? series.Turnover[index] : double.NaN,
        series.IsSynthetic(index));

    /// <summary>True when the values are possible for one candle, whatever its time.</summary>
    public bool IsValid =>
        IsPrice(Open) && IsPrice(High) && IsPrice(Low) && IsPrice(Close)
        && High >= Open && High >= Close && Low <= Open && Low <= Close
        && IsQuantity(Volume) && (double.IsNaN(Turnover) || IsQuantity(Turnover));

    /// <summary>The values, for messages.</summary>
    public string Describe() => FormattableString.Invariant(
        $"time {OpenTime}, open {Open}, high {High}, low {Low}, close {Close}, volume {Volume}, turnover {Turnover}");

    public static bool IsPrice(double value) => value > 0 && value < double.PositiveInfinity;

    public static bool IsQuantity(double value) => value >= 0 && value < double.PositiveInfinity;

    public static bool IsMoment(long time) => time is >= StartOfTime and < EndOfTime;

    /// <summary>True when the first time of a file, read as milliseconds, falls into early 1970: no market is that old, so it is a count of seconds.</summary>
    public static bool LooksLikeSeconds(long firstTime) => firstTime is >= FirstSeconds and < EndOfSeconds;
}
