using TradeBot.MarketData;

namespace TradeBot.Strategies.Tests;

public class TruthTests
{
    private static string Document(string condition) => $"symbol: BTCUSDT\ntimeframe: 5m\nlong: {condition}\nexit: close < open\n";

    [Theory]
    [InlineData("rising(ema(50) on 1h, 3)", "changes once in 12")]
    [InlineData("falling(close on 15m, 2)", "changes once in 3")]
    [InlineData("turns_up(ema(20) on 4h)", "changes once in 48")]
    [InlineData("times((close on 1h) > (close on 1h)[1], 3, 12)", "3 times in 12")]
    [InlineData("times(close > open, 5, 3)", "5 of 3 candles")]
    [InlineData("rsi(14) > 100", "rsi(14) is from 0 to 100")]
    [InlineData("rsi(14) < 0", "from 0 to 100")]
    [InlineData("rsi(14) crosses above 100", "from 0 to 100")]
    [InlineData("sma(rsi(14), 5) > 100", "sma(rsi(14), 5) is from 0 to 100")]
    [InlineData("rsi(14) / 100 > 1", "from 0 to 1")]
    [InlineData("close < 0", "close is at least 0")]
    [InlineData("close > close", "the same")]
    [InlineData("rsi(14) > 70 and rsi(14) < 30", "exclude each other")]
    [InlineData("rsi(14) > 70 and close > open and 70 > rsi(14)", "exclude each other")]
    [InlineData("close > ema(20) and ema(20) > close", "exclude each other")]
    [InlineData("between(rsi(14), 70, 30)", "exclude each other")]
    [InlineData("trending(14, 100) and adx(14) < 50", "exclude each other")]
    public void A_condition_that_can_never_be_true_is_reported(string condition, string reason)
    {
        StrategyFault fault = Assert.Single(Strategy.Validate(Document(condition)));

        Assert.True(fault.IsWarning);
        Assert.Equal(("long when", 3), (fault.Place, fault.Line));
        Assert.Contains("can never be true: ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        Assert.NotNull(Strategy.Parse(Document(condition))); // it can be run all the same
    }

    [Theory]
    [InlineData("rising(ema(50) on 1h, 1)")]
    [InlineData("rising(ema(50), 3) on 1h")]
    [InlineData("rising(ema(50) on 5m, 3)")]
    [InlineData("rising(ema(50) on 1h - close, 3)")]
    [InlineData("times((close on 1h) > (close on 1h)[1], 1, 12)")]
    [InlineData("rsi(14) >= 100")]
    [InlineData("rsi(14) > 70 or rsi(14) < 30")]
    [InlineData("rsi(14) crosses above 30 and rsi(14) < 70")]
    [InlineData("rsi(14) > 70 and (rsi(14) on 1h) < 30")]
    [InlineData("rsi(14) > 70 and rsi(14)[1] < 30")]
    [InlineData("within(rsi(14) < 30, 10) and rsi(14) > 50")]
    [InlineData("close > ema(20) and close > ema(50)")]
    [InlineData("volume > 0 and close - open < 0")]
    public void A_condition_that_may_be_true_is_left_alone(string condition) => Assert.Empty(Strategy.Validate(Document(condition)));

    [Theory]
    [InlineData("close on 8h > open", true)]
    [InlineData("close on 4H > open", true)]
    [InlineData("close on 60m > open", true)]
    [InlineData("close on 1W > open", true)]
    [InlineData("close on 3d > open", true)]
    [InlineData("close on 10m > open", true)]
    [InlineData("close on 45m > open", true)]
    [InlineData("close on ETHUSDT 8h > open", true)]
    [InlineData("close on 1000PEPEUSDT > open", true)]
    [InlineData("close on \"H4\" > open", true)]
    [InlineData("close on 8x > open", false)]
    [InlineData("close on 90s > open", false)]
    [InlineData("close on 0m > open", false)]
    [InlineData("close on H4 > open", false)]
    [InlineData("close on daily > open", false)]
    [InlineData("close on ETHUSDT 8x > open", false)]
    [InlineData("close on \"8h\" > open", false)]
    public void What_follows_on_is_a_timeframe_or_a_symbol(string condition, bool accepted)
    {
        IReadOnlyList<StrategyFault> faults = Strategy.Validate($"long: '{condition}'\n");
        Assert.Equal(accepted, faults.Count == 0);
        Assert.All(faults, f => Assert.Contains("timeframe", f.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Any_multiple_is_a_timeframe_and_one_length_one_feed()
    {
        DefinedStrategy rule = Strategy.Parse("symbol: BTCUSDT\ntimeframe: 5m\nlong: close on 60m > close on 8h\n");

        Assert.Equal("close on 1h > close on 8h", ((RuleDefinition)rule.Definition).Long!.When.ToString());
        Assert.Equal([new CandleFeed("BTCUSDT", Timeframe.FiveMinutes)], rule.Feeds);
    }

    [Fact]
    public void A_symbol_in_code_that_is_a_timeframe_is_reported() =>
        Assert.Contains("'8h' is a timeframe", Assert.Throws<StrategyException>(() => Strategy.Rule().Long(Expressions.Close.On("8h") > 1).Build()).Message, StringComparison.Ordinal);
}
