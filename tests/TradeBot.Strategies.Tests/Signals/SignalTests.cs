using TradeBot.MarketData;
using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies.Tests;

/// <summary>Each signal on candles made by hand: 1 is true, 0 false, ? unknown.</summary>
public class SignalTests
{
    private static readonly Condition Ten = Close > 10;

    public static TheoryData<Condition, double[], string> OnCloses => new()
    {
        { Close > 10, [9, 10, 11], "001" },
        { Close >= 10, [9, 10, 11], "011" },
        { Close < 10, [9, 10, 11], "100" },
        { Close <= 10, [9, 10, 11], "110" },
        { Close > Close[1], [1, 2, 2, 3], "?101" },
        { Close.CrossesAbove(10), [9, 10, 11, 12, 9, 12], "001001" },
        { Close.CrossesAbove(10), [11, 12, 9, 11], "?001" },
        { Close.CrossesBelow(10), [11, 10, 9, 8, 11, 9], "001001" },
        { Close.Crosses(10), [9, 11, 12, 9], "?101" },
        { Close.IsBetween(10, 12), [9, 10, 12, 13], "0110" },
        { Close.IsOutside(10, 12), [9, 10, 12, 13], "1001" },
        { Close.Enters(10, 12), [9, 11, 11, 13, 12], "01001" },
        { Close.Leaves(10, 12), [11, 9, 9, 11, 13], "01001" },
        { Close.BreaksAbove(2), [5, 4, 5, 6, 6, 7], "??0101" },
        { Close.BreaksBelow(2), [5, 6, 5, 4, 4, 3], "??0101" },
        { Close.IsRising(2), [1, 2, 3, 3, 4, 5], "??1001" },
        { Close.IsFalling(2), [5, 4, 3, 3, 2, 1], "??1001" },
        { Close.SlopesUp(3), [1, 5, 2, 1], "??10" }, // slopes (2 − 1) / 2 and (1 − 5) / 2
        { Close.SlopesDown(3), [1, 5, 2, 1], "??01" },
        { Close.TurnsUp(), [3, 2, 3, 4], "?010" },
        { Close.TurnsDown(), [2, 3, 2, 1], "?010" },
        { Close.MovesUp(0.1, 1), [100, 109, 120, 110], "?010" },
        { Close.MovesDown(0.1, 1), [100, 91, 80, 90], "?010" },
        { Ten.Within(2), [11, 9, 9, 11], "1101" },
        { Ten.Within(2), [9, 9, 11, 9], "?011" },
        { Ten.For(2), [11, 11, 9, 11, 11], "?1001" },
        { Ten.Times(2, 3), [11, 11, 9, 9, 11], "?1100" },
        { Ten.Becomes(), [11, 9, 11, 11], "?010" },
        { Ten.Ago(1), [11, 9, 11], "?10" },
        { Ten.CandlesSince() >= 2, [9, 11, 9, 9], "?001" },
        { ValueWhen(Ten, Close) > 11, [9, 11, 12, 5], "?011" },
        { Every(2), [1, 1, 1, 1], "1010" },
        { Majority(Close > 1, Close > 2, Close > 3), [1, 2, 3, 4], "0011" },
        { Unanimous(Close > 1, Close > 2), [1, 2, 3], "001" },
        { Any(Close > 1, Close > 2), [1, 2, 3], "011" },
        { AtLeast(2, Close > 1, Close > 2, Close > 3), [2, 3, 4], "011" },
        { Weighted(0.5, (Close > 1, 3), (Close > 2, 2), (Close > 3, 1)), [1, 2, 3], "011" },
        { Weighted(0.75, (Close > 1, 3), (Close > 2, 2), (Close > 3, 1)), [2, 3, 4], "011" },
        { Confident(0.5, (Close > 1, Close), (Close < 3, 2.0)), [1, 2, 3], "111" },
        { Confident(0.7, (Close > 1, Close), (Close < 3, 2.0)), [1, 2, 5], "011" }, // shares 2/3, 1, 5/7
        { Ten.Unless(Close > 12), [9, 11, 13], "010" },
        { Abs(Close - 10) > 1, [8, 9, 12], "101" },
        { Sign(Close - 10) < 0, [9, 10, 11], "100" },
        { Min(Close, 10) >= 10, [9, 10, 11], "011" },
        { Max(Close, 10) > 10, [9, 10, 11], "001" },
        { Clamp(Close, 9, 11) > 10.5, [8, 10, 20], "001" },
        { Sqrt(Close) > 3, [9, -1, 16], "0?1" },
        { Log(Close) > 0, [1, 0, 3], "0?1" },
        { Close.Change(2) > 1, [1, 2, 3, 3], "??10" },
        { Close.ChangeRate(1) >= 0.5, [2, 3, 3], "?10" },
        { Close / (Close - 2) > 0, [2, 3], "?1" },
        { Efficient(2, 0.9), [1, 2, 3, 2], "??10" },
    };

    [Theory]
    [MemberData(nameof(OnCloses))]
    public void On_closes(Condition condition, double[] closes, string expected) =>
        Assert.Equal(expected, Text(condition.Over(Play.Closes(closes))));

    public static TheoryData<Condition, string> OnCandles => new()
    {
        { InsideCandle, "?010" },
        { OutsideCandle, "?100" },
        { UpCandle, "1010" },
        { DownCandle, "0100" },
        { GapsUp(0.1), "?001" },
        { GapsDown(0), "?000" },
        { HigherHighs(1), "?101" },
        { LowerLows(1), "?100" },
        { VolumeSpike(2, 2), "??01" },
    };

    [Theory]
    [MemberData(nameof(OnCandles))]
    public void On_whole_candles(Condition condition, string expected)
    {
        CandleSeries candles = Play.Series("TEST", Timeframe.OneHour,
            [(10, 12, 9, 11, 5), (11, 14, 8, 10, 7), (10, 12, 9, 11, 3), (14, 15, 14, 14, 10)]);
        Assert.Equal(expected, Text(condition.Over(candles)));
    }

    [Fact]
    public void A_session_filter_uses_the_open_time()
    {
        CandleSeries hours = Play.Series("TEST", Timeframe.SixHours, 1, 1, 1, 1, 1);
        Assert.Equal("01100", Text(TimeBetween(new TimeOnly(6, 0), new TimeOnly(18, 0)).Over(hours)));
        Assert.Equal("10011", Text(TimeBetween(new TimeOnly(18, 0), new TimeOnly(6, 0)).Over(hours)));
        Assert.Equal("?0001", Text(NewDay.Over(hours)));
        Assert.Equal("00001", Text(OnWeekdays(DayOfWeek.Tuesday, DayOfWeek.Sunday).Over(hours)));
        Assert.Equal("?0000000000000000000000000001", Text(NewWeek.Over(Play.Series("TEST", Timeframe.SixHours, new double[29]))));
    }

    [Fact]
    public void The_opening_range_is_known_once_it_is_over()
    {
        CandleSeries hours = Play.Series("TEST", Timeframe.SixHours,
            [(1, 5, 1, 2, 1), (2, 7, 2, 3, 1), (3, 9, 3, 4, 1), (4, 9, 4, 5, 1), (5, 6, 5, 5, 1)]);
        Assert.Equal([double.NaN, 7, 7, 7, double.NaN], OpeningHigh(new TimeOnly(0, 0), 720).Over(hours));
        Assert.Equal([double.NaN, 2, 2, 2, 2], OpeningLow(new TimeOnly(6, 0), 360).Over(hours));
    }

    [Fact]
    public void A_bullish_divergence_is_reported_when_the_second_swing_is_confirmed()
    {
        // Swing lows at 1 (price 5, oscillator −5) and 4 (price 4, oscillator −3); the second is known at 5.
        CandleSeries candles = Play.Series("TEST", Timeframe.OneMinute,
            [(7, 7, 7, 7, 0), (5, 5, 5, 5, -5), (8, 8, 8, 8, 0), (6, 6, 6, 6, 0), (4, 4, 4, 4, -3), (6, 6, 6, 6, 0)]);
        Assert.Equal("??0001", Text(Close.DivergesBullish(Volume, strength: 1, within: 10).Over(candles)));
        Assert.Equal("??0000", Text(Close.DivergesBullish(Volume, strength: 1, within: 2).Over(candles)));
        Assert.Equal("??0001", Text((-Close).DivergesBearish(-Volume, strength: 1, within: 10).Over(candles)));
    }

    [Fact]
    public void Symbols_are_compared_by_their_moves()
    {
        CandleSeries a = Play.Series("A", Timeframe.OneMinute, 100, 110, 110), b = Play.Series("B", Timeframe.OneMinute, 100, 105, 120);
        Assert.Equal("?10", Text(Close.Outperforms("B", 1).Over(a, b)));
        Assert.Equal("?01", Text(Close.Underperforms("B", 1).Over(a, b)));
    }

    [Fact]
    public void Agreement_needs_both_timeframes()
    {
        CandleSeries minutes = Play.Series("A", Timeframe.OneMinute, 9, 9, 11, 11, 11, 11, 9);
        Assert.Equal("0011110", Text(Ten.AgreesOn(Timeframe.ThreeMinutes).Over(minutes)));
    }

    [Fact]
    public void Every_function_can_be_described()
    {
        Assert.InRange(FunctionTable.All.Count(f => f.IsCondition), 40, 200);
        Assert.All(FunctionTable.All, f => Assert.False(string.IsNullOrWhiteSpace(f.Summary)));
        Assert.Empty(FunctionTable.All.Select(f => f.Name).Intersect(Indicators.IndicatorCatalog.All.Select(d => d.Name), StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_squeeze_and_a_regime_read_the_catalog()
    {
        CandleSeries candles = MarketGenerator.Single(300, seed: 2);
        Condition[] regimes = [Squeeze(20, 2, 1.5), Trending(14, 25), Ranging(14, 20), Volatile(14, 50), Quiet(14, 50), BullishPattern("engulfing"), BearishPattern("engulfing")];
        Assert.All(regimes, regime => Assert.Equal([false, true], regime.Over(candles).OfType<bool>().Distinct().Order()));
    }

    private static string Text(bool?[] answers) => string.Concat(answers.Select(a => a switch { true => '1', false => '0', null => '?' }));
}
