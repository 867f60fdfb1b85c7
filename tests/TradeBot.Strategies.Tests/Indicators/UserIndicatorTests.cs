using TradeBot.Indicators;
using TradeBot.MarketData;
using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies.Tests;

public class UserIndicatorTests
{
    private static readonly CandleSeries Candles = MarketGenerator.Single(300, seed: 4);

    [Fact]
    public void One_call_makes_an_indicator_part_of_rules_documents_features_and_the_catalog()
    {
        IndicatorDefinition definition = UserIndicators.Register("up_share", a => new UpShare(a.Int(0)), IndicatorParameter.Period(20));
        double[] expected = Of(new UpShare(5), Candles.Close);

        Assert.Contains(definition, IndicatorCatalog.All);
        Assert.Equal(IndicatorFamily.Own, definition.Family);
        Assert.Equal(expected, Indicator("up_share", 5).Over(Candles));
        Assert.Equal(expected, ((Series)ExpressionText.ReadFeatures("up_share(5)", out _)[0]).Over(Candles));
        Assert.Equal(Of(new UpShare(5), Candles.Volume), Indicator("up_share", 5).Of(Volume).Over(Candles));
        DefinedStrategy document = Strategy.Parse("parameters:\n  length: 5\nlong: up_share(length) > 0.5\nexit: up_share(length) < 0.5\n");
        Assert.Equal("parameters:\n  length: 5\nlong: up_share(length) > 0.5\nexit: up_share(length) < 0.5\n", document.ToYaml());
        Assert.Contains(1.0, Play.Targets(document, Candles));
        Assert.Equal("unknown name 'up_shape'; the nearest is 'up_share'", Assert.Single(Strategy.Validate("long: up_shape(5) > 0.5\n")).Message);
        Assert.Contains("period must be a whole number", Assert.Single(Strategy.Validate("long: up_share(0) > 0.5\n")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_parts_of_a_record_are_outputs_and_candles_and_pairs_are_inputs()
    {
        UserIndicators.Register("bar_parts", _ => default(BarParts));
        UserIndicators.Register("pair_gap", _ => default(PairGap));

        Assert.Equal(((Close - Open) / Close).Over(Candles), Indicator("bar_parts")["body"].Over(Candles));
        Assert.Equal(((High - Low) / Close).Over(Candles), Indicator("bar_parts")["span"].Over(Candles));
        Assert.Equal((High - Low).Over(Candles), Indicator("pair_gap", High, Low).Over(Candles));
    }

    [Theory]
    [InlineData("rsi", "'rsi' is the name of another indicator, RSI: Relative strength index")]
    [InlineData("Variance", "is the name of another indicator")]
    [InlineData("rising", "'rising' is a reserved word")]
    [InlineData("close", "'close' is a reserved word")]
    [InlineData("Hour", "'Hour' is a reserved word")]
    [InlineData("model", "'model' is a reserved word")]
    [InlineData("up share", "consists of letters, digits and underscores")]
    [InlineData("and", "is not a keyword")]
    public void A_name_that_is_taken_or_no_name_is_refused(string name, string expected) =>
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => UserIndicators.Register(name, a => new UpShare(a.Int(0)), IndicatorParameter.Period(20))).Message, StringComparison.Ordinal);

    [Fact]
    public void The_same_struct_may_be_registered_again_and_another_under_its_name_not()
    {
        UserIndicators.Register("again", _ => new UpShare(3));
        UserIndicators.Register("again", _ => new UpShare(4));

        Assert.Equal(Of(new UpShare(4), Candles.Close), Indicator("again").Over(Candles));
        Assert.Throws<ArgumentException>(() => UserIndicators.Register("again", _ => default(BarParts)));
        Assert.Throws<ArgumentException>(() => UserIndicators.Register("not_an_indicator", _ => DateTime.UnixEpoch));
    }

    [Fact]
    public void One_that_is_not_registered_works_in_code_and_cannot_be_written_to_a_document()
    {
        Argument least = Parameter("least", 0.5);
        RuleStrategy rule = Strategy.Rule().Long(Indicator(() => new UpShare(5)) > least).Exit(Indicator(() => new UpShare(7)) < 0.5).Build();

        Assert.Equal(Play.Targets(Strategy.Rule().Long(Series(5) > 0.5).Exit(Series(7) < 0.5).Build(), Candles), Play.Targets(rule, Candles));
        Assert.NotEqual(Play.Targets(rule, Candles), Play.Targets(rule.With(new Dictionary<string, double> { ["least"] = 0.7 }), Candles));
        Assert.Contains("UserIndicators.Register", Assert.Throws<InvalidOperationException>(rule.ToYaml).Message, StringComparison.Ordinal);

        static Series Series(int period) => Code($"share {period}", _ =>
        {
            var share = new UpShare(period);
            return candle => share.Update(candle.Close);
        });
    }

    private static double[] Of(UpShare share, ReadOnlySpan<double> values)
    {
        double[] told = new double[values.Length];
        for (int i = 0; i < told.Length; i++)
            told[i] = share.Update(values[i]);
        return told;
    }

    private readonly record struct Parts(double Body, double Span);

    private struct BarParts : IIndicator<Candle, Parts>
    {
        public readonly int WarmUp => 1;

        public readonly Parts Update(in Candle value) => new((value.Close - value.Open) / value.Close, (value.High - value.Low) / value.Close);
    }

    private struct PairGap : IIndicator<Pair, double>
    {
        public readonly int WarmUp => 1;

        public readonly double Update(in Pair value) => value.First - value.Second;
    }
}
