using TradeBot.MarketData;
using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies.Tests;

public class ModelSeriesTests
{
    private static readonly Fake Models = new() { ["direction"] = (true, candle => candle.Close / 10), ["move"] = (false, candle => candle.Close - 5), ["broken"] = (true, _ => 3) };

    [Fact]
    public void A_model_is_a_series_of_a_rule_and_of_its_document()
    {
        RuleStrategy rule = Strategy.Rule().Long(Model("direction").Probability > 0.55).Exit(Model("direction").Score <= 0).Build();
        const string Document = "long: model(\"direction\").probability > 0.55\nexit: model(\"direction\").score <= 0\n";

        Assert.Equal(Document, rule.ToYaml());
        Assert.Equal(["direction"], rule.Models);
        foreach (DefinedStrategy strategy in (DefinedStrategy[])[rule, Strategy.Parse(Document)])
            Assert.Equal([0, 0, 1, 1, 0], Play.Targets(strategy.WithModels(Models), 1, 5.5, 6, 5.1, 5));
    }

    [Fact]
    public void A_prediction_is_a_number_and_may_be_computed_with_on_longer_candles()
    {
        DefinedStrategy rule = Strategy.Parse("long: model(\"move\").prediction on 5m > 1\nexit: close < 1\n").WithModels(Models);

        Assert.Equal([0, 0, 0, 0, 1, 1], Play.Targets(rule, 9, 9, 9, 9, 7, 7));
    }

    [Fact]
    public void Models_stay_when_parameters_change()
    {
        DefinedStrategy rule = Strategy.Parse("parameters:\n  from: 0.5\nlong: model(\"direction\").probability > from\n").WithModels(Models);

        Assert.Equal([1, 1], Play.Targets(rule, 6, 9));
        Assert.Equal([0, 1], Play.Targets(rule.With(new Dictionary<string, double> { ["from"] = 0.8 }), 6, 9));
    }

    [Fact]
    public void What_cannot_be_is_reported()
    {
        DefinedStrategy rule = Strategy.Parse("long: model(\"directoin\").probability > 0.5\n");

        Assert.Contains("The model 'directoin' was not provided", Assert.Throws<ArgumentException>(() => Play.Targets(rule, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("the nearest is 'direction'", Assert.Throws<ArgumentException>(() => rule.WithModels(Models)).Message, StringComparison.Ordinal);
        Assert.Contains("model(\"move\").prediction", Assert.Throws<ArgumentException>(() => Strategy.Parse("long: model(\"move\").score > 0\n").WithModels(Models)).Message, StringComparison.Ordinal);
        Assert.Contains("returned 3, which is not a probability", Assert.Throws<InvalidOperationException>(() => Play.Targets(Strategy.Parse("long: model(\"broken\").score > 0\n").WithModels(Models), 1)).Message, StringComparison.Ordinal);
        Assert.Contains("can never be true", Assert.Single(Strategy.Validate("long: model(\"direction\").probability > 1\n")).Message, StringComparison.Ordinal);
    }

    private sealed class Fake : Dictionary<string, (bool IsProbability, Func<Candle, double> Tell)>, IModelSource
    {
        public IReadOnlyList<string> Names => [.. Keys];

        public IModelSeries? Find(string name) => TryGetValue(name, out var model) ? new Told(model.IsProbability, model.Tell) : null;

        private sealed record Told(bool IsProbability, Func<Candle, double> Tell) : IModelSeries
        {
            public Func<Candle, double> Start(CandleFeed feed) => Tell;
        }
    }
}
