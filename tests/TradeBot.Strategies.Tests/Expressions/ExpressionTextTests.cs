using TradeBot.MarketData;
using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies.Tests;

public class ExpressionTextTests
{
    public static TheoryData<Condition, string> Conditions => new()
    {
        { Rsi(14).CrossesAbove(30) & Close > Ema(200), "rsi(14) crosses above 30 and close > ema(200)" },
        { (Close > Open | Close < Low) & Volume >= 5, "(close > open or close < low) and volume >= 5" },
        { Close > Open | Close < Low & Volume >= 5, "close > open or close < low and volume >= 5" },
        { !(Close > Open & High <= 3), "not (close > open and high <= 3)" },
        { !(Close > Open), "not close > open" },
        { (Close - Open) / (High - Low) > 0.5, "(close - open) / (high - low) > 0.5" },
        { Close - (Open - High) > -1.5, "close - (open - high) > -1.5" },
        { -Close < 2 * Atr(14), "-1 * close < 2 * atr(14)" },
        { Close[1] > Highest(High, 20)[2], "close[1] > highest(high, 20)[2]" },
        { (Close + Open)[1] > 2, "(close + open)[1] > 2" },
        { (Ema(20) > Ema(50)).On(Timeframe.OneHour), "(ema(20) > ema(50)) on 1h" },
        { Ema(20).On("ETHUSDT", Timeframe.OneHour) > Close.On("ETHUSDT"), "ema(20) on ETHUSDT 1h > close on ETHUSDT" },
        { Close.On("BTC/USDT") > Close.On("1h"), "close on \"BTC/USDT\" > close on \"1h\"" },
        { Bollinger(20, 2).Upper > Ema(9).Of(Rsi(14)), "bollinger(20, 2).upper > ema(rsi(14), 9)" },
        { TimeBetween(new TimeOnly(9, 30), new TimeOnly(16, 0)), "time_between(09:30, 16:00)" },
        { OnWeekdays(DayOfWeek.Monday, DayOfWeek.Friday), "weekday(monday, friday)" },
        { Majority(UpCandle, Close.TurnsUp(), Close.IsRising(3)), "majority(up_candle(), turns_up(close), rising(close, 3))" },
        { Weighted(0.6, (UpCandle, 2), (NewDay, 1)), "weighted(0.6, up_candle(), 2, new_day(), 1)" },
        { Close.Crosses(1e-9) | Close.CrossesBelow(Open), "close crosses 1E-09 or close crosses below open" },
        { Ema(Parameter("fast", 12)) > 1, "ema(fast) > 1" },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void What_is_typed_in_CSharp_has_a_text_that_reads_back_as_the_same(Condition condition, string text)
    {
        Assert.Equal(text, condition.ToString());
        Condition read = ExpressionParser.Condition(text, new Dictionary<string, double> { ["fast"] = 12 }, new SourcePositions());
        Assert.Equal(condition, read);
        Assert.Equal(text, read.ToString());
    }

    [Fact]
    public void Precedence_is_that_of_arithmetic()
    {
        Series read = ExpressionParser.Series("1 + 2 * 3 - 4 / 2 / 2", new Dictionary<string, double>(), new SourcePositions());
        Assert.Equal(6, read.Over(Play.Closes(1))[0]);
    }

    [Theory]
    [InlineData("close >", 7, "expected a value, got the end")]
    [InlineData("close > > 2", 8, "expected a value, got '>'")]
    [InlineData("close and open", 0, "expected a condition, such as close > open, got the number 'close'")]
    [InlineData("(close > 1", 10, "expected ')', got the end")]
    [InlineData("close > 1 open", 10, "expected the end, got 'open'")]
    [InlineData("(close > 1) + 2 > 3", 0, "expected a number at each candle, got the condition 'close > 1'")]
    [InlineData("close on and", 9, "expected a timeframe (a whole number of m (minutes), h, d, w or M (months), such as 5m, 8h, 1d, 2w or 1M) or a symbol, got 'and'")]
    [InlineData("close # 2", 6, "'#' has no meaning here")]
    [InlineData("time_between(9, 16:00)", 13, "expected a time of day, such as 09:30, got '9'")]
    [InlineData("sma(14, close) > 2", 8, "expected a number for a parameter of sma, got 'close'")]
    public void A_text_that_cannot_be_parsed_is_reported_with_its_position(string text, int offset, string message)
    {
        var error = Assert.Throws<ExpressionFormatException>(() =>
            ExpressionParser.Condition(text, new Dictionary<string, double>(), new SourcePositions()));
        Assert.Equal((offset, message), (error.Offset, error.Message));
    }

    [Theory]
    [InlineData("emma(20) > 1", "unknown name 'emma'; the nearest is 'ema'")]
    [InlineData("clsoe > 1", "unknown name 'clsoe'; the nearest is 'close'")]
    [InlineData("highets(close, 3) > 1", "unknown name 'highets'; the nearest is 'highest'")]
    [InlineData("rsi(0) > 1", "RSI(0): period must be a whole number in [1, 100000], got 0")]
    [InlineData("bollinger(20).uper > 1", "bollinger has no output 'uper'; the nearest is 'upper'")]
    [InlineData("rising(close)", "rising(x, n) takes 2 arguments, got 1")]
    [InlineData("rising(close, 1.5)", "rising: n must be a whole number in [1, 100000], got 1.5")]
    [InlineData("majority()", "majority(condition, ...) takes at least 1 argument, got 0")]
    [InlineData("atr(close, 14) > 1", "atr uses whole candles and takes no series, got 'close'")]
    [InlineData("close[0] > 1", "a shift must be a whole number of candles from 1 to 100000, got 0")]
    [InlineData("time_between(25:00, 16:00)", "time_between: from must be a time of day, such as 09:30, got '25:00'")]
    [InlineData("weekday(mondai)", "weekday: day must be a day of the week, such as monday, got 'mondai'")]
    public void A_meaning_that_does_not_exist_is_reported(string text, string message)
    {
        Condition condition = ExpressionParser.Condition(text, new Dictionary<string, double>(), new SourcePositions());
        Assert.Contains(message, ExpressionCheck.Faults(condition).Select(f => f.Message));
    }
}
