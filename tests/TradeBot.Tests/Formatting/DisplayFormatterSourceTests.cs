using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Xml.Linq;

using TradeBot.Exchanges;
using TradeBot.Learning;
using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Optimization.Overfitting;
using TradeBot.Reporting;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Tests.Formatting;

/// <summary>Asks for formatters as a kernel does: by names alone.</summary>
public class DisplayFormatterSourceTests
{
    private static readonly CandleSeries Candles = new(
        "<script>", Timeframe.OneDay, new long[] { 0, 86_400_000, 3 * 86_400_000L }, new double[] { 1, 2, 3 }, new double[] { 2, 3, 4 },
        new double[] { 1, 1, 2 }, new double[] { 2, 3, 3 }, new double[] { 5, 6, 7 });

    public static TheoryData<Type> Shown =>
    [
        typeof(Chart), typeof(Table), typeof(Report), typeof(CandleSeries),
        typeof(BacktestResult), typeof(PerformanceSummary), typeof(Costs), typeof(RunManifest), typeof(StudyResult), typeof(StudyVerdict), typeof(HeatmapData), typeof(BacktestOverfitting),
        typeof(Dataset), typeof(LeakageReport), typeof(Evaluation), typeof(Scores), typeof(ModelCard), typeof(ValidationReport),
        typeof(CausalityReport), typeof(FetchReport),
    ];

    [Theory]
    [MemberData(nameof(Shown))]
    public void Types_name_the_source_of_their_formatters(Type type) =>
        Assert.Equal("TradeBot.Formatting.DisplayFormatterSource", SourceOf(type).FullName);

    [Fact]
    public void Formatters_have_the_exact_shape_of_the_convention()
    {
        foreach (object formatter in Formatters(typeof(Chart)))
        {
            Assert.Equal(typeof(string), formatter.GetType().GetProperty("MimeType")!.PropertyType);
            Assert.Equal(typeof(bool), formatter.GetType().GetMethod("Format", [typeof(object), typeof(TextWriter)])!.ReturnType);
        }

        Assert.Equal(["text/html", "application/vnd.plotly.v1+json", "text/plain"], Formatters(typeof(Chart)).Select(MimeType));
    }

    [Fact]
    public void A_chart_shows_as_picture_as_data_and_as_words()
    {
        Chart chart = Chart.Candles(Candles);

        Dictionary<string, string> shown = Show(chart);

        Assert.Equal("svg", XDocument.Parse(shown["text/html"]).Root!.Name.LocalName);
        using var json = JsonDocument.Parse(shown["application/vnd.plotly.v1+json"]);
        Assert.Equal("candlestick", json.RootElement.GetProperty("data")[0].GetProperty("type").GetString());
        Assert.Equal(chart.ToText(), shown["text/plain"]);
    }

    [Fact]
    public void Candles_show_chart_rows_and_gaps()
    {
        Dictionary<string, string> shown = Show(Candles);

        Assert.Equal(3, shown.Count);
        Assert.Contains("<svg", shown["text/html"], StringComparison.Ordinal);
        Assert.Contains("1 gap, 1 candle missing", shown["text/html"], StringComparison.Ordinal);
        Assert.DoesNotContain("<script", shown["text/html"], StringComparison.Ordinal);
        Assert.Contains("<script> 1d, 3 candles", shown["text/plain"], StringComparison.Ordinal);
    }

    [Fact]
    public void Results_of_research_show_themselves()
    {
        CandleSeries market = MarketGenerator.Single(count: 3000, seed: 7);
        BacktestResult run = Backtest.Run(market, new SmaCross(10, 30));
        StudyResult study = Study.Named("sma", seed: 7).Int("fast", 5..10, step: 5).Int("slow", 20..40, step: 20)
            .Maximize((BacktestResult r) => r.Performance.TotalReturn)
            .Returns(r => r.Performance.PeriodReturns.ToArray())
            .Grid(p => Backtest.Run(market, new SmaCross(p["fast"], p["slow"])));

        Assert.Contains("Costs paid", Show(run)["text/html"], StringComparison.Ordinal);
        Assert.Contains("Probabilistic Sharpe ratio", Show(run.Performance)["text/html"], StringComparison.Ordinal);
        Assert.Contains("Value traded", Show(run.Costs)["text/plain"], StringComparison.Ordinal);
        Assert.Contains(run.Manifest.ResultHash, Show(run.Manifest)["text/html"], StringComparison.Ordinal);
        Assert.Contains("Maximum drawdown", Show(run.Equity)["text/html"], StringComparison.Ordinal);
        Assert.Contains("There is no ambiguous exit.", Show(run.Ambiguity)["text/plain"], StringComparison.Ordinal);
        Assert.Contains("Holdout: unknown", Show(BacktestRecord.Of(run))["text/plain"], StringComparison.Ordinal);
        Assert.All(Formatters(typeof(BacktestResult)), f => Assert.Contains("SMA cross 10/30", Write(f, new[] { run, run })!, StringComparison.Ordinal));
        Assert.Contains("luck alone", Show(LuckTests.Of(study, samples: 100)!)["text/plain"], StringComparison.Ordinal);
        Assert.Contains("Trials counted: unknown", Show(run)["text/plain"], StringComparison.Ordinal);
        Assert.Contains("Trials counted: 4", Show(study)["text/plain"], StringComparison.Ordinal);
        Assert.Contains("Objective by fast and slow", Show(study.Heatmap("fast", "slow"))["application/vnd.plotly.v1+json"], StringComparison.Ordinal);
        Assert.Contains(study.Verdict().Sentence, Show(study.Verdict())["text/plain"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Learning_shows_itself_and_a_row_of_evaluations_is_a_comparison()
    {
        var data = Dataset.FromColumns(["x"], [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]], [0, 1, 0, 1, 0, 1, 0, 1, 0, 1]);
        ModelComparison evaluations = await Models.CompareAsync(data, Split.TrainTest(0.4), [new Logistic()], seed: 1);

        Assert.Contains("Rows: 10", Show(data)["text/plain"], StringComparison.Ordinal);
        Assert.Contains("AUC", Show(evaluations[0])["text/html"], StringComparison.Ordinal);
        Assert.Contains("AUC", Show(evaluations[0].Scores)["text/plain"], StringComparison.Ordinal);
        Assert.Contains("none: the rows were given directly", Show(ModelCard.Of(data, evaluations[0]))["text/plain"], StringComparison.Ordinal);
        Assert.All(Formatters(typeof(Evaluation)), f => Assert.Contains("AUC by fold", Write(f, evaluations)!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_search_and_the_other_sides_of_an_evaluation_show_themselves()
    {
        Dataset data = Dataset.From(MarketGenerator.Single(count: 400, seed: 7), Features.Pipeline(f => [f.Return(1), f.Return(5)]), Label.ForwardReturn(1).Direction());
        var options = new AutoMlOptions { Trials = 3, Candidates = [SearchCandidate.Logistic], Name = "small" };
        AutoMlResult found = await AutoMl.SearchAsync(data, Split.WalkForward(2), seed: 7, options);

        Assert.Contains("Trials counted: 3", Show(found)["text/plain"], StringComparison.Ordinal);
        Assert.Contains(found.Leaderboard[0].Trainer, Show(found)["text/html"], StringComparison.Ordinal);
        Assert.Contains("Trials: 3 of 3", Show(new AutoMlProgress(3, 3, 0, default, found.Leaderboard))["text/plain"], StringComparison.Ordinal);
        Dataset selected = data.Select(found.Features);
        Assert.Contains("Expected calibration error", Show(found.Evaluation.Calibration(selected))["text/html"], StringComparison.Ordinal);
        Assert.Contains("MCC", Show(found.Evaluation.ByMonth(selected))["text/plain"], StringComparison.Ordinal);
        Assert.Contains("Candles later", Show(found.Evaluation.Decay(selected, 0, 1, 2))["application/vnd.plotly.v1+json"], StringComparison.Ordinal);
        IModel model = found.Train(data);
        Assert.Contains("Lost", Show(PermutationImportance.Of(model, selected, new[] { 0, 1, 2, 3 }, seed: 1))["text/plain"], StringComparison.Ordinal);
        Assert.Contains("Dependence on return(1)", Show(PartialDependence.Of(model, selected, new[] { 0, 1, 2, 3 }, "return(1)"))["application/vnd.plotly.v1+json"], StringComparison.Ordinal);
        Assert.Contains("corrected for all tests", Show(FeatureSelection.Of(selected, Split.WalkForward(2), new Logistic(), seed: 1))["text/html"], StringComparison.Ordinal);
        Assert.Contains("Stability index", Show(DriftReport.Of(found.Card(data), selected, new[] { 0, 1, 2, 3 }, model))["text/html"], StringComparison.Ordinal);
        var contest = new ModelContest("small 1", "small 2", 10, DateTime.UnixEpoch, found.Evaluation.Scores, found.Evaluation.Scores, Contest.Open, null, 1.5);
        Assert.Contains("no difference shown", Show(contest)["text/plain"], StringComparison.Ordinal);
        var version = new ModelVersion("small", 2, DateTime.UnixEpoch, "abc", 10, [ModelUse.Paper], found.Card(data));
        Assert.Contains("Licensed for", Show(version)["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_type_that_names_the_source_has_a_form()
    {
        IEnumerable<Type> marked = new[] { typeof(CandleSeries), typeof(CausalityReport), typeof(BacktestResult), typeof(StudyResult), typeof(Dataset), typeof(Chart) }
            .SelectMany(type => type.Assembly.GetExportedTypes())
            .Where(type => type.GetCustomAttributes(inherit: false).Any(a => a.GetType().Name == "TypeFormatterSourceAttribute"));

        MethodInfo formOf = SourceOf(typeof(Chart)).Assembly.GetType("TradeBot.Formatting.DisplayForm")!.GetMethod("Of")!;
        Assert.All(marked, type => Assert.NotNull(formOf.Invoke(null, [type])));
    }

    [Fact]
    public void Validation_shows_completeness_as_a_chart() =>
        Assert.Contains("Completeness", Show(Candles.Validate())["application/vnd.plotly.v1+json"], StringComparison.Ordinal);

    [Fact]
    public void A_repair_and_an_import_show_what_they_did()
    {
        CandleSeries market = MarketGenerator.Single(count: 100, seed: 7);
        var repair = new CandleRepair(market);
        Assert.Contains("Nothing was changed.", Show(repair.Log)["text/plain"], StringComparison.Ordinal);
        Assert.Contains("planted", Show(repair.Drop(market.OpenTimeAt(3), market.OpenTimeAt(5), "planted").Log)["text/html"], StringComparison.Ordinal);

        string path = Path.Combine(Path.GetTempPath(), $"SYN_1m-{Guid.NewGuid():N}.csv");
        CandleCsv.Write(market, path);
        try
        {
            Assert.Contains("Read: 100 rows", Show(CandleImport.Read(path))["text/plain"], StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_causality_check_shows_what_changed_and_when()
    {
        CandleSeries market = MarketGenerator.Single(count: 40, seed: 7);

        CausalityReport causal = CausalityCheck.Run(new SmaCross(2, 5), market);
        CausalityReport cheat = CausalityCheck.Run(series => new Cheat(series[0]), [market]);

        Assert.Contains("Result: causal", Show(causal)["text/plain"], StringComparison.Ordinal);
        Assert.Contains("Result: looks ahead", Show(cheat)["text/plain"], StringComparison.Ordinal);
        Assert.Contains($"{cheat.Findings[0].Time:yyyy-MM-dd}", Show(cheat)["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_is_no_chart() =>
        Assert.Equal(["text/html", "text/plain"], Show(Table.OfFacts([("a", "b")])).Keys.Order());

    [Fact]
    public void A_value_of_a_foreign_type_is_declined_without_a_word() =>
        Assert.All(Formatters(typeof(Chart)), formatter => Assert.Null(Write(formatter, new object())));

    private static Type SourceOf(Type type)
    {
        object attribute = type.GetCustomAttributes(inherit: true).Single(a => a.GetType().Name == "TypeFormatterSourceAttribute");
        return (Type)attribute.GetType().GetProperty("FormatterSourceType")!.GetValue(attribute)!;
    }

    private static object[] Formatters(Type type)
    {
        object source = Activator.CreateInstance(SourceOf(type))!;
        return [.. ((IEnumerable)source.GetType().GetMethod("CreateTypeFormatters")!.Invoke(source, null)!).Cast<object>()];
    }

    private static Dictionary<string, string> Show(object value) => Formatters(value.GetType())
        .Select(f => (Mime: MimeType(f), Text: Write(f, value)))
        .Where(f => f.Text is not null)
        .ToDictionary(f => f.Mime, f => f.Text!);

    private static string MimeType(object formatter) => (string)formatter.GetType().GetProperty("MimeType")!.GetValue(formatter)!;

    private static string? Write(object formatter, object value)
    {
        using var writer = new StringWriter();
        bool written = (bool)formatter.GetType().GetMethod("Format")!.Invoke(formatter, [value, writer])!;
        Assert.Equal(written, writer.ToString().Length > 0);
        return written ? writer.ToString() : null;
    }

    /// <summary>Buys when the last close of the whole series is above the one just seen.</summary>
    private sealed class Cheat(CandleSeries candles) : IStrategy
    {
        public string Name => nameof(Cheat);

        public IReadOnlyList<CandleFeed> Feeds => [];

        public IStrategySession Start(IReadOnlyList<CandleFeed> feeds) => new Session(candles.Close[^1]);

        private sealed class Session(double last) : IStrategySession
        {
            private double _close;

            public void OnCandle(int feed, in Candle candle) => _close = candle.Close;

            public void Decide(TargetExposures targets) => targets[0] = last > _close ? 1 : 0;
        }
    }
}
