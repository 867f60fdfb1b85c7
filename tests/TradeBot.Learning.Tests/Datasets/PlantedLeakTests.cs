using TradeBot.MarketData;
using TradeBot.Optimization;

namespace TradeBot.Learning.Tests;

/// <summary>The leaks that research is known for, each planted as it is usually made, and refused or found with the reason.</summary>
public class PlantedLeakTests
{
    private static readonly CandleSeries Series = Candles.Generate(2400, edge: 0.1);
    private static readonly Label Direction = Label.ForwardReturn(10).Direction();

    [Fact]
    public void A_future_return_as_a_feature() => Found("future", series => Shifted(series.Close, series.Close, 10, (later, now) => later / now - 1));

    [Fact]
    public void A_moving_average_that_is_centred_on_its_candle() => Found("centred", series =>
        [.. Enumerable.Range(0, series.Count).Select(i => series.Close.Slice(Math.Max(0, i - 5), Math.Min(series.Count, i + 6) - Math.Max(0, i - 5)).ToArray().Average())]);

    [Fact]
    public void A_scaler_fitted_on_all_data() => Found("scaled", series =>
    {
        double[] close = series.Close.ToArray();
        double mean = close.Average(), deviation = Math.Sqrt(close.Average(c => (c - mean) * (c - mean)));
        return Array.ConvertAll(close, c => (c - mean) / deviation);
    });

    [Fact]
    public void An_hour_encoded_by_the_mean_of_the_target_over_all_data() => Found("encoded", series =>
    {
        LabelColumn label = Direction.Compute(series);
        var byHour = Enumerable.Range(0, series.Count).Where(i => !double.IsNaN(label.Values[i])).GroupBy(i => series.OpenTimeAt(i).Hour).ToDictionary(g => g.Key, g => g.Average(i => label.Values[i]));
        return [.. Enumerable.Range(0, series.Count).Select(i => byHour.GetValueOrDefault(series.OpenTimeAt(i).Hour, 0.5))];
    });

    [Fact]
    public void A_longer_candle_used_from_its_open_on() => Found("early hour", series =>
    {
        Dictionary<DateTime, double> closes = [];
        foreach (Candle candle in series)
            closes[HourOf(candle)] = candle.Close;
        return [.. series.Select(candle => closes[HourOf(candle)])];

        static DateTime HourOf(Candle candle) => candle.OpenTime.AddMinutes(-candle.OpenTime.Minute);
    });

    [Fact]
    public void The_same_ideas_made_with_the_words_of_the_house_are_clean()
    {
        Dataset data = Dataset.From(
            Series,
            Features.Pipeline(f => [f.Return(10), f.Close.Sma(11), f.Close.ExpandingZScore(), f.HourOfDay().Cyclic(), f.On(Timeframe.OneHour).Close / f.Close]),
            Direction);

        Assert.True(data.Leakage().IsClean);
    }

    [Fact]
    public async Task Labels_that_overlap_across_a_custom_split()
    {
        Dataset data = Dataset.From(Series, Features.Pipeline(f => [f.Return(1)]), Direction);

        ArgumentException refused = await Assert.ThrowsAsync<ArgumentException>(() => Models.CompareAsync(data, new Half(), [new Logistic()], seed: 1));

        Assert.Contains("first half, fold 0: the label of training row", refused.Message, StringComparison.Ordinal);
        Assert.Contains("overlaps that of test row", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => AutoMl.SearchAsync(data, new Half(), seed: 1));
        Assert.Throws<ArgumentException>(() => FeatureSelection.Of(data, new Half(), new Logistic(), seed: 1));
    }

    [Fact]
    public async Task A_split_drawn_at_random()
    {
        Dataset data = Dataset.From(Series, Features.Pipeline(f => [f.Return(1)]), Direction);

        await Assert.ThrowsAsync<ArgumentException>(() => Models.CompareAsync(data, new Drawn(), [new Logistic()], seed: 1));
    }

    [Fact]
    public async Task Every_split_of_the_house_is_accepted()
    {
        Dataset data = Dataset.From(Series.Slice(0, 400), Features.Pipeline(f => [f.Return(1)]), Direction);

        foreach (ISplit split in (ISplit[])[Split.WalkForward(4), Split.TrainTest(), Split.PurgedKFold(4), Split.CombinatorialPurged(5, 2)])
            Assert.Single(await Models.CompareAsync(data, split, [new Logistic()], seed: 1));
    }

    [Fact]
    public void A_trainer_uses_only_the_rows_it_is_given()
    {
        Dataset data = Dataset.From(Series, Features.Pipeline(f => [f.Return(1), f.Volume.ZScore(30)]), Direction);
        int[] rows = [.. Enumerable.Range(0, 1000)];
        Dataset other = data.Replace(data.Names, values => [.. values.Select((value, row) => row < 1000 ? value : 1000 * value)]);

        foreach (ITrainer trainer in (ITrainer[])[new Logistic(), new GradientBoosting { Trees = 10 }, new RandomForest { Trees = 10 }, new Ridge()])
        {
            double[] before = new double[1000], after = new double[1000];
            trainer.Train(data, rows, seed: 1).Predict(data, rows, before);
            trainer.Train(other, rows, seed: 1).Predict(data, rows, after);
            Assert.Equal(before, after);
        }
    }

    /// <summary>Plants a column and asks that the replay names it, and it alone.</summary>
    private static void Found(string name, Func<CandleSeries, double[]> compute)
    {
        LeakageReport report = Dataset.From(Series, Features.Pipeline(f => [f.Return(1), f.FromSeries(name, compute)]), Direction).Leakage();

        Assert.False(report.IsClean);
        Assert.All(report.Findings, finding => Assert.Equal(name, finding.Column));
        Assert.Contains(name, report.ToString(), StringComparison.Ordinal);
    }

    private static double[] Shifted(ReadOnlySpan<double> later, ReadOnlySpan<double> now, int by, Func<double, double, double> join)
    {
        double[] values = new double[now.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = i + by < values.Length ? join(later[i + by], now[i]) : 0;
        return values;
    }

    private sealed class Half : ISplit
    {
        public string Name => "first half";

        public IReadOnlyList<Fold> Divide(ReadOnlySpan<long> starts, ReadOnlySpan<long> ends)
        {
            int half = starts.Length / 2;
            return [new Fold(0, Enumerable.Range(0, half).ToArray(), Enumerable.Range(half, starts.Length - half).ToArray(), 0, 0)];
        }
    }

    private sealed class Drawn : ISplit
    {
        public string Name => "drawn";

        public IReadOnlyList<Fold> Divide(ReadOnlySpan<long> starts, ReadOnlySpan<long> ends)
        {
            int[] order = [.. Enumerable.Range(0, starts.Length)];
            new Random(1).Shuffle(order);
            return [new Fold(0, order[..1500].Order().ToArray(), order[1500..].Order().ToArray(), 0, 0)];
        }
    }
}
