using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Learning;

/// <summary>Recomputes a data set's values with the future cut off or perturbed, and collects every change.</summary>
/// <remarks>
/// A column that can run live gets its candles one by one, without the series: equality over every row proves that the
/// batch used nothing later. Any other column, and the label, is recomputed at sampled rows.
/// </remarks>
internal sealed class LeakageReplay
{
    private readonly Dataset _data;
    private readonly CandleSeries _series;
    private readonly ScalarFeature[] _streamed, _sampled;
    private readonly int[] _rows;
    private readonly Random _random;
    private readonly List<LeakageFinding> _findings = [];
    private long _count;

    private LeakageReplay(Dataset data, FeaturePipeline pipeline, CandleSeries series, int samples, int seed)
    {
        (_data, _series, _random) = (data, series, new Random(seed));
        _streamed = [.. pipeline.Columns.Where(column => column.CanStream)];
        _sampled = [.. pipeline.Columns.Where(column => !column.CanStream)];
        _rows = [.. Enumerable.Range(0, samples).Select(_ => _random.Next(data.RowCount)).Distinct().Order()];
    }

    public static LeakageReport Run(Dataset data, int samples, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        if (data is not { Series: CandleSeries series, Pipeline: FeaturePipeline pipeline, Label: Label label })
            throw new InvalidOperationException("The leakage check recomputes rows from candles, and these rows were not computed from candles.");

        using LongWork work = LongWork.Begin("Leakage check", "replays", CancellationToken.None);
        var replay = new LeakageReplay(data, pipeline, series, samples, seed);
        int replays = replay._streamed.Length + (replay._sampled.Length == 0 ? 1 : 2) * replay._rows.Length;
        replay.Stream(Next);
        replay.Recompute(Next);
        replay.Relabel(label, Next);
        return new LeakageReport
        {
            Streamed = [.. replay._streamed.Select(column => column.Name)],
            Sampled = [.. replay._sampled.Select(column => column.Name), label.Name],
            SampledRows = replay._rows,
            Findings = replay._findings,
            FindingCount = replay._count,
        };

        void Next() => work.Step(replays);
    }

    private void Stream(Action next)
    {
        double[] replayed = new double[1];
        foreach (ScalarFeature column in _streamed)
        {
            FeatureStream stream = column.Start(new CandleFeed(_series.Symbol, _series.Timeframe));
            ReadOnlySpan<double> values = _data.Column(column.Name);
            for (int candle = 0, row = 0; row < values.Length; candle++)
            {
                stream.Update(_series[candle], replayed);
                if (_data.Candles[row] == candle)
                    Compare(row++, column.Name, LeakageCheck.Streamed, values[row - 1], replayed[0]);
            }

            next();
        }
    }

    private void Recompute(Action next)
    {
        if (_sampled.Length == 0)
            return;

        foreach (int row in _rows)
        {
            int candle = _data.Candles[row];
            CandleSeries truncated = _series.Slice(0, candle + 1), perturbed = Perturb(candle + 1);
            foreach (ScalarFeature column in _sampled)
            {
                double value = _data.Column(column.Name)[row];
                Compare(row, column.Name, LeakageCheck.Truncated, value, FeaturePipeline.Compute(column, truncated)[candle]);
                Compare(row, column.Name, LeakageCheck.Perturbed, value, FeaturePipeline.Compute(column, perturbed)[candle]);
            }

            next();
        }
    }

    private void Relabel(Label label, Action next)
    {
        foreach (int row in _rows)
        {
            int after = _series.OpenTimes.BinarySearch(_data.Ends[row] + 1);
            LabelColumn replayed = label.Compute(Perturb(after < 0 ? ~after : after));
            Compare(row, label.Name, LeakageCheck.Perturbed, _data.Target[row], replayed.Values[_data.Candles[row]]);
            next();
        }
    }

    /// <summary>The series with every candle from a position on moved by up to a tenth, its volume by up to a half.</summary>
    private CandleSeries Perturb(int from)
    {
        double[] open = _series.Open.ToArray(), high = _series.High.ToArray(), low = _series.Low.ToArray(), close = _series.Close.ToArray();
        double[] volume = _series.Volume.ToArray(), turnover = _series.Turnover.ToArray();
        for (int i = from; i < open.Length; i++)
        {
            double price = 0.9 + 0.2 * _random.NextDouble(), quantity = 0.5 + _random.NextDouble();
            (open[i], high[i], low[i], close[i]) = (open[i] * price, high[i] * price, low[i] * price, close[i] * price);
            volume[i] *= quantity;
            if (_series.HasTurnover)
                turnover[i] *= price * quantity;
        }

        return new CandleSeries(_series.Symbol, _series.Timeframe, _series.OpenTimes.ToArray(), open, high, low, close, volume, turnover);
    }

    private void Compare(int row, string column, LeakageCheck check, double value, double replayed)
    {
        if (BitConverter.DoubleToInt64Bits(value) == BitConverter.DoubleToInt64Bits(replayed))
            return;

        _count++;
        if (_findings.Count(finding => finding.Column == column) < LeakageReport.MaxFindingsPerColumn)
            _findings.Add(new LeakageFinding(row, UnixTime.ToDateTime(_data.Starts[row]), column, check, value, replayed));
    }
}
