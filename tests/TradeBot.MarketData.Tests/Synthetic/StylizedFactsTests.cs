namespace TradeBot.MarketData.Tests;

/// <summary>What generated candles share with real ones, each by a statistic on sixty days of minutes.</summary>
public class StylizedFactsTests
{
    private const int Days = 60;
    private const double MinutesPerYear = 365 * 1440;

    private static readonly SyntheticMarket Market = MarketGenerator.Generate(new SyntheticMarketOptions
    {
        Seed = 5,
        Count = Days * 1440,
        Symbols =
        [
            new SyntheticSymbol("A", 1_000, 0.5) { Correlation = 0.9 },
            new SyntheticSymbol("B", 1_000, 0.8) { Correlation = 0.8 },
        ],
    });

    private static readonly double[] A = Returns(Market["A"]);
    private static readonly double[] B = Returns(Market["B"]);

    [Fact]
    public void Volatility_is_the_one_asked_for() =>
        Assert.Equal(0.5, Math.Sqrt(Mean(A, x => x * x) * MinutesPerYear), 0.1);

    [Fact]
    public void Returns_have_fat_tails()
    {
        double variance = Mean(A, x => x * x);
        Assert.True(Mean(A, x => x * x * x * x) / (variance * variance) - 3 > 1);
    }

    [Fact]
    public void Volatility_comes_in_clusters()
    {
        double[] sizes = [.. A.Select(Math.Abs)];
        Assert.True(Correlation(sizes[..^1], sizes[1..]) > 0.1);
        Assert.True(Correlation(sizes[..^60], sizes[60..]) > 0.05);
    }

    [Fact]
    public void Returns_themselves_do_not_predict_each_other()
    {
        // Fat tails and clusters widen the band beyond 1.96/√n = 0.007.
        Assert.Equal(0, Correlation(A[..^1], A[1..]), 0.03);
        Assert.Equal(0, Correlation(A[..^5], A[5..]), 0.03);
    }

    [Fact]
    public void The_afternoon_moves_and_trades_more_than_the_night()
    {
        Assert.InRange(DeviationInHour(14) / DeviationInHour(4), 1.6, 3.5); // the pattern says 1.73 / 0.69 = 2.5
        Assert.True(VolumeInHour(14) > 2 * VolumeInHour(4));

        static double DeviationInHour(int hour) =>
            Math.Sqrt(A.Where((_, i) => Market["A"].OpenTimeAt(i + 1).Hour == hour).Average(x => x * x));

        static double VolumeInHour(int hour) => Market["A"].Where(candle => candle.OpenTime.Hour == hour).Average(candle => candle.Volume);
    }

    [Fact]
    public void Symbols_correlate_by_the_product_of_their_correlations() =>
        Assert.Equal(0.9 * 0.8, Correlation(A, B), 0.05);

    [Fact]
    public void Volume_grows_with_the_size_of_the_move() =>
        Assert.True(Correlation([.. A.Select(Math.Abs)], [.. Market["A"].Volume[1..]]) > 0.3);

    [Fact]
    public void Daily_turnover_is_about_the_one_asked_for()
    {
        double turnover = 0;
        foreach (double value in Market["A"].Turnover)
            turnover += value;
        Assert.InRange(turnover / Days / 100_000_000, 0.7, 1.4);
    }

    [Fact]
    public void There_is_no_free_lunch_in_the_mean()
    {
        // Over many paths the mean simple return of holding is 0 within three standard errors.
        double[] gains = [.. Enumerable.Range(0, 400).Select(seed =>
        {
            CandleSeries series = MarketGenerator.Single(90, seed, Timeframe.OneDay);
            return series.Close[^1] / 100 - 1;
        })];
        double mean = gains.Average();
        double error = Math.Sqrt(gains.Average(x => (x - mean) * (x - mean)) / gains.Length);
        Assert.InRange(mean, -3 * error, 3 * error);
    }

    [Fact]
    public void The_range_holds_more_than_open_and_close()
    {
        double beyond = Market["A"].Average(candle => (candle.High - candle.Low) / Math.Max(0.01, Math.Abs(candle.Close - candle.Open)));
        Assert.True(beyond > 1.5);
    }

    [Theory]
    [InlineData(0.1, 1)]
    [InlineData(-0.1, 5)]
    [InlineData(0.05, 20)]
    public void A_planted_edge_has_its_information_coefficient(double coefficient, int horizon)
    {
        SyntheticMarket market = MarketGenerator.Generate(new SyntheticMarketOptions
        {
            Seed = 9,
            Count = 100_000,
            VolatilityOfVolatility = 0,
            JumpsPerDay = 0,
            IntradaySeasonality = 0,
            TailDegrees = 50,
            Symbols = [new SyntheticSymbol("E", 10_000, 0.5) { Edge = new PlantedEdge(coefficient, horizon) }],
        });
        double[] returns = Returns(market[0]);
        double[] signal = [.. market.SignalOf("E")[..^1]];

        Assert.Equal(1, Mean(signal, x => x * x), 0.05);
        Assert.Equal(coefficient, Correlation(signal, returns), 0.012); // 1/√n = 0.003
        Assert.Equal(0.5, Math.Sqrt(Mean(returns, x => x * x) * MinutesPerYear), 0.01);
    }

    [Fact]
    public void Without_an_edge_there_is_no_signal() => Assert.True(Market.SignalOf("A").IsEmpty);

    private static double[] Returns(CandleSeries series) =>
        [.. Enumerable.Range(1, series.Count - 1).Select(i => Math.Log(series.Close[i] / series.Close[i - 1]))];

    private static double Mean(double[] values, Func<double, double> of) => values.Average(of);

    private static double Correlation(double[] x, double[] y)
    {
        double meanX = x.Average(), meanY = y.Average(), xy = 0, xx = 0, yy = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double dx = x[i] - meanX, dy = y[i] - meanY;
            xy += dx * dy;
            xx += dx * dx;
            yy += dy * dy;
        }

        return xy / Math.Sqrt(xx * yy);
    }
}
