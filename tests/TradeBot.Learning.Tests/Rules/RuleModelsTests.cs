using TradeBot.MarketData;
using TradeBot.Strategies;
using TradeBot.Trading;
using static TradeBot.Strategies.Expressions;

namespace TradeBot.Learning.Tests;

public class RuleModelsTests
{
    private static readonly CandleSeries Series = Candles.Generate(3000, seed: 1, edge: 0.3);

    private static readonly FeaturePipeline Pipeline = Features.Parse("return(1), zscore(volume, 30)");

    private static readonly Dataset Data = Dataset.From(Series, Pipeline, Label.ForwardReturn(2).Direction());

    private static readonly IModel Trained = new Logistic().Train(Data, Data.AllRows().AsMemory(0, 1000), seed: 1);

    [Fact]
    public void A_rule_on_a_model_does_what_the_strategy_that_follows_it_does()
    {
        DefinedStrategy rule = Strategy.Rule().Target(Clamp((Model("direction").Probability - 0.52) * 1e9, 0, 1)).Build().WithModels(RuleModels.None.With("direction", Pipeline, Trained));

        BacktestResult followed = Backtest.Run(Series, new ModelStrategy(Pipeline, Trained) { LongFrom = 0.52 }), ruled = Backtest.Run(Series, rule);

        Assert.NotEmpty(followed.Fills);
        Assert.Equal(followed.Fills.Select(f => (f.Time, f.Side)), ruled.Fills.Select(f => (f.Time, f.Side)));
    }

    [Fact]
    public void A_model_in_a_rule_gives_its_prediction_of_the_row_and_is_causal()
    {
        DefinedStrategy rule = Strategy.Parse("long: model(\"direction\").probability > 0.5\nexit: model(\"direction\").score on 5m < 0\n")
            .WithModels(RuleModels.None.With("direction", Trained));
        var definition = (RuleDefinition)rule.Definition;
        double[] probabilities = ((ComparisonCondition)definition.Long!.When).Left.Over(Series);
        double[] row = new double[2];
        for (int i = 0; i < Data.RowCount; i += 97)
        {
            Data.CopyRow(i, row);
            Assert.Equal(Trained.Predict(row), probabilities[Data.Candles[i]]);
        }

        Assert.True(CausalityCheck.Run(rule, Series.Slice(0, 400)).IsCausal);
    }

    [Fact]
    public void A_rule_that_reads_a_file_of_a_model_is_data_and_one_in_memory_is_code()
    {
        string file = Path.GetTempFileName();
        try
        {
            using (FileStream stream = File.Create(file))
                ModelFile.Write(Trained, stream);
            DefinedStrategy rule = Strategy.Parse("long: model(\"direction\").probability > 0.5\nexit: model(\"direction\").probability < 0.5\n");
            BacktestResult run = Backtest.Run(Series, rule.WithModels(RuleModels.None.WithFile("direction", file)));
            ModelIdentity read = Assert.Single(((DocumentSpec)run.Manifest.Spec.Strategy).Models!);
            Assert.Equal(("direction", file, null), (read.Name, read.Model, read.Version));

            var spec = BacktestSpec.Parse(run.Manifest.Spec.ToJson());
            Assert.Null(spec.WhyNotRepeatable);
            Assert.Equal(run.Manifest.Spec, spec);
            Assert.Equal(run.Manifest.ResultHash, spec.Run([Series], models: new RegistryModels(ModelRegistry.Open(Path.GetTempPath()))).Manifest.ResultHash);
            Assert.Contains("the model 'direction'", Assert.Throws<InvalidOperationException>(() => spec.Run([Series])).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }

        Assert.IsType<CodeSpec>(StrategySpec.Of(Strategy.Parse("long: model(\"direction\").probability > 0.5\n").WithModels(RuleModels.None.With("direction", Trained))));
    }

    [Fact]
    public void Features_in_legacy_syntax_are_accepted()
    {
        IModel earlier = new Renamed(Trained, ["return(1)", "zscore(volume,30)"]);

        Assert.Equal(["direction"], RuleModels.None.With("direction", earlier).Names);
        Assert.Contains("'other' is", Assert.Throws<FormatException>(() => RuleModels.None.With("x", new Renamed(Trained, ["other", "close"]))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => RuleModels.None.With("x", Features.Parse("close"), Trained));
    }

    private sealed record Renamed(IModel Inner, IReadOnlyList<string> Features) : IModel
    {
        public string Name => Inner.Name;

        public double Predict(ReadOnlySpan<double> row) => Inner.Predict(row);
    }
}
