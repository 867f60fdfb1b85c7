using TradeBot.MarketData;
using TradeBot.Optimization;

namespace TradeBot.Learning.Tests;

public class EvaluationViewsTests
{
    private static readonly Dataset Data = Dataset.From(
        Candles.Generate(3000, edge: 0.3), Features.Pipeline(f => [f.Return(1), f.Volume.ZScore(30)]), Label.ForwardReturn(1).Direction());

    [Fact]
    public void A_bin_compares_the_mean_prediction_with_the_observed_frequency()
    {
        var curve = CalibrationCurve.Of([0.9, 0.1, 0.3, 0.7], [1, 0, 0, 1], bins: 2);

        // 0.1 and 0.3 predicted 0.2, none came; 0.7 and 0.9 predicted 0.8, both came: off by 0.2 everywhere.
        Assert.Equal([new CalibrationBin(2, 0.2, 0), new CalibrationBin(2, 0.8, 1)], curve.Bins.Select(b => b with { Predicted = Math.Round(b.Predicted, 12) }));
        Assert.Equal(0.2, curve.ExpectedError, 12);
    }

    [Fact]
    public void Equal_probabilities_stay_together()
    {
        var curve = CalibrationCurve.Of([0.5, 0.5, 0.5, 0.6], [1, 0, 1, 1], bins: 4);

        Assert.Equal([3, 1], curve.Bins.Select(b => b.Rows));
    }

    [Fact]
    public void A_month_and_a_regime_contain_the_rows_decided_in_them()
    {
        Evaluation evaluation = Judged(Data, Enumerable.Range(0, Data.RowCount).Select(i => i % 7 / 10.0));

        Assert.Equal(["2024-01"], evaluation.ByMonth(Data).Groups.Select(g => g.Name));
        GroupedScores regimes = evaluation.ByRegime(Data, MarketRegimes.Volatility(Data));
        Assert.Equal(["1 calm", "2 usual", "3 wild"], regimes.Groups.Select(g => g.Name));
        Assert.All(regimes.Groups, g => Assert.InRange(g.Scores.Rows, 900, 1050));
        GroupedScores trends = evaluation.ByRegime(Data, MarketRegimes.Trend(Data, 10));
        Assert.Equal(["down", "up"], trends.Groups.Select(g => g.Name));
    }

    [Fact]
    public void Months_are_those_of_the_decision()
    {
        long month = UnixTime.FromDateTime(new DateTime(2024, 2, 1, 0, 0, 0, DateTimeKind.Utc));
        var data = Dataset.FromColumns(["x"], [[1, 2, 3, 4]], [0, 1, 1, 0], ([month - 2, month - 1, month, month + 1], [month + 5, month + 5, month + 5, month + 5]));

        GroupedScores months = Judged(data, [0.1, 0.2, 0.3, 0.2]).ByMonth(data);

        Assert.Equal(["2024-01", "2024-02"], months.Groups.Select(g => g.Name));
        Assert.Equal([1, 1], months.Groups.Select(g => g.Scores.Auc)); // 0.1 < 0.2 and 0.2 < 0.3
    }

    [Fact]
    public void Knowledge_of_the_next_return_is_gone_one_candle_later()
    {
        Dataset noise = Dataset.From(Candles.Generate(3000), Features.Pipeline(f => [f.Return(1)]), Label.ForwardReturn(1).Direction());
        Evaluation evaluation = Judged(noise, noise.Returns.ToArray().Select(r => 0.5 + Math.Atan(1000 * r) / 4));

        InformationDecay decay = evaluation.Decay(noise, 0, 1);

        Assert.Equal(1, decay.Points[0].InformationCoefficient, 12);
        Assert.InRange(decay.Points[1].InformationCoefficient, -0.08, 0.08);
        Assert.Equal(decay.Points[0].Rows - 1, decay.Points[1].Rows);
        Assert.Equal(1 / Math.Sqrt(noise.RowCount - 1), decay.Points[0].StandardError, 3); // no label overlaps another
    }

    [Fact]
    public void Other_data_are_refused()
    {
        Evaluation evaluation = Judged(Data, Data.Target.ToArray());

        Assert.Throws<ArgumentException>(() => evaluation.ByMonth(Data.Select("return(1)")));
        Assert.Throws<ArgumentException>(() => evaluation.ByRegime(Data, ["up"]));
    }

    [Fact]
    public void Matthews_coefficient_and_skill_are_as_worked_by_hand()
    {
        Scores scores = Scores.Of([0.9, 0.8, 0.4, 0.2], [1, 0, 1, 0], [1, -1, 1, -1]);

        // One of each kind of right and wrong: no correlation. Squares: 0.01 + 0.64 + 0.36 + 0.04 = 1.05, over 4 · ¼.
        Assert.Equal(0, scores.Mcc, 12);
        Assert.Equal(1 - 1.05, scores.Skill, 12);
        Assert.Equal(1, Scores.Of([0.9, 0.2], [1, 0], [1, -1]).Mcc, 12);
    }

    [Fact]
    public void Numbers_are_scored_by_order_and_distance_only()
    {
        Scores scores = Scores.Of([1, 2, 3], [1.5, 2, 2.5], [0.1, 0.2, 0.3]);

        Assert.Equal((double.NaN, double.NaN, double.NaN), (scores.Auc, scores.LogLoss, scores.Mcc));
        Assert.Equal((1.0, 0.0), (Math.Round(scores.InformationCoefficient, 12), Math.Round(scores.Skill, 12))); // squares 0.5 over 0.5
    }

    internal static Evaluation Judged(Dataset data, IEnumerable<double> probabilities)
    {
        double[] predicted = [.. probabilities];
        return Models.Evaluate(data, "all", new Logistic(), 0, [new Fold(0, default, data.AllRows(), 0, 0)], [new FoldPredictions(predicted, Refusal: null)]);
    }
}
