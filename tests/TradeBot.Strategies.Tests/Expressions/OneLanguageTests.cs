using FsCheck;
using FsCheck.Fluent;
using TradeBot.MarketData;
using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies.Tests;

public class OneLanguageTests
{
    private static readonly Dictionary<string, double> NoParameters = [];

    [Fact]
    public void What_is_drawn_from_the_whole_language_reads_back_as_the_same_in_a_rule_and_in_a_feature()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            Series series = Draw(random, 3);
            Condition condition = (Draw(random, 2) > Draw(random, 2) | RandomStrategies.DrawCondition(random, 2)).On(Timeframe.OneHour);

            Assert.Equal(series, ExpressionParser.Series(series.ToString(), NoParameters, new SourcePositions()));
            Assert.Equal(condition, ExpressionParser.Condition(condition.ToString(), NoParameters, new SourcePositions()));
            Assert.Equal([series, condition], ExpressionText.ReadFeatures($"{series}, {condition}", out string? note));
            Assert.Null(note);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("1h:ema(20) > close", "ema(20) on 1h > close")]
    [InlineData("lag(close, 3) < close", "close[3] < close")]
    [InlineData("ema(15m:high-low, 5) > 1", "ema(high - low, 5) on 15m > 1")]
    [InlineData("(1h:close)/(1h:open) > 1", "(close / open) on 1h > 1")]
    [InlineData("(1h:close)/close > 1", "close on 1h / close > 1")]
    [InlineData("lag(1h:rsi(14), 2) > 50", "rsi(14)[2] on 1h > 50")]
    [InlineData("-(5m:close) < 0", "(-1 * close) on 5m < 0")]
    public void A_document_in_legacy_syntax_is_read_with_a_warning_that_gives_the_current_syntax(string earlier, string present)
    {
        Assert.Equal($"long: {present}\n", Strategy.Parse($"long: {earlier}\n").ToYaml());

        StrategyFault warning = Assert.Single(Strategy.Validate($"long: {earlier}\n"));
        Assert.True(warning.IsWarning);
        Assert.Equal($"line 1, column 7, long when: is legacy syntax for {present}", warning.ToString());
        Assert.Empty(Strategy.Validate($"long: {present}\n"));
    }

    [Theory]
    [InlineData("rank(close, 20) > 3", "rank(close, 20) > 3")]
    [InlineData("max(rsi(14), 50) > 60", "max(rsi(14), 50) > 60")]
    public void What_rules_always_meant_they_still_mean(string text, string same) =>
        Assert.Equal(same, ExpressionParser.Condition(text, NoParameters, new SourcePositions()).ToString());

    [Theory]
    [InlineData("8x:close > 1", 0, "'8x' is not a timeframe; accepted is")]
    [InlineData("model(direction).probability > 1", 6, "expected the name of a model in quotes, got 'direction'")]
    [InlineData("model(\"direction\").probabilty > 1", 19, "a model has no output 'probabilty'; the nearest is 'probability'")]
    public void A_text_that_cannot_be_parsed_is_reported_with_its_position(string text, int offset, string message)
    {
        var error = Assert.Throws<ExpressionFormatException>(() => ExpressionParser.Condition(text, NoParameters, new SourcePositions()));
        Assert.Equal(offset, error.Offset);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sine_is_taken_of_a_place_in_a_cycle_alone() => Assert.Equal(
        "sin: cycle must be a calendar cycle: hour, weekday, monthday, month or fundinghour, got 'close'",
        Assert.Single(ExpressionCheck.Faults(ExpressionParser.Series("sin(close)", NoParameters, new SourcePositions()))).Message);

    [Fact]
    public void A_parameter_may_have_the_name_of_a_function_that_takes_arguments() =>
        Assert.Equal("parameters:\n  volatility: 0.02\nlong: volatility(20) > volatility\n", Strategy.Parse("parameters:\n  volatility: 0.02\nlong: volatility(20) > volatility\n").ToYaml());

    private static Series Draw(Random random, int depth) => random.Next(depth > 0 ? 16 : 8) switch
    {
        0 => Hour,
        1 => Sin(Weekday),
        2 => Cos(FundingHour),
        3 => Turnover,
        4 => Volatility(random.Next(1, 50)),
        5 => Close.Return(random.Next(1, 50)),
        6 => Model("direction").Score,
        7 => RandomStrategies.DrawSeries(random, 1),
        8 => Computed(random, depth).Return(random.Next(1, 50)),
        9 => Computed(random, depth).RankShare(random.Next(1, 50)),
        10 => Computed(random, depth).ExpandingZScore(),
        11 => Draw(random, depth - 1).On(Timeframe.OneHour),
        12 => Draw(random, depth - 1).On("ETHUSDT", Timeframe.FiveMinutes)[random.Next(1, 5)],
        13 => Draw(random, depth - 1) / Draw(random, depth - 1),
        14 => Draw(random, depth - 1) - Draw(random, depth - 1),
        _ => Computed(random, depth).Change(random.Next(1, 9)),
    };

    /// <summary>A series that changes: indicators refuse others.</summary>
    private static Series Computed(Random random, int depth) => Draw(random, depth - 1) * Close;
}
