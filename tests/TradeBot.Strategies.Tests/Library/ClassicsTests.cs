using TradeBot.MarketData;

namespace TradeBot.Strategies.Tests;

/// <summary>Each classic on candles made by hand.</summary>
public class ClassicsTests
{
    [Fact]
    public void Ema_cross()
    {
        // EMA(1) is the close; EMA(2) is 10.5, 11.5, 11.17, 10.39, 10.80 from the second candle.
        Assert.Equal([0, 1, 1, 0, 0, 1], Play.Targets(EmaCross.Rule(1, 2), 10, 11, 12, 11, 10, 11));
        Assert.Equal([0, 1, 1, -1, -1, 1], Play.Targets(EmaCross.Rule(1, 2, allowShort: true), 10, 11, 12, 11, 10, 11));
        Assert.Throws<StrategyException>(() => EmaCross.Rule(10, 10));
    }

    [Fact]
    public void Macd_cross()
    {
        // MACD(1, 2): 0.5, 0.5, −0.17, −0.39, 0.20, 0.40, −0.20; its EMA(2): 0.5, 0.06, −0.24, 0.06, 0.29, −0.04.
        Assert.Equal([0, 0, 0, 0, 0, 1, 1, 0], Play.Targets(MacdCross.Rule(1, 2, 2), 10, 11, 12, 11, 10, 11, 12, 11));
    }

    [Fact]
    public void Rsi_reversion()
    {
        // RSI(1) is 0 after a fall, 50 where the close stays, 100 after a rise.
        Assert.Equal([0, 0, 1, 1, 1, 0], Play.Targets(RsiReversion.Rule(1), 10, 9, 9, 8, 8, 9));
    }

    [Fact]
    public void Connors_rsi_pullback()
    {
        // Falls to 19 above the mean of three, 16.3; closed at 20, above the mean of two, 19.
        Assert.Equal([0, 0, 1, 1, 0], Play.Targets(ConnorsRsiPullback.Rule(1, 5, trend: 3, exit: 2), 10, 20, 19, 18, 20));
    }

    [Fact]
    public void Bollinger_breakout()
    {
        // 10, 10, 13: mean 11, deviation 1.41, upper band 12.41. 13, 13, 12: mean 12.67.
        Assert.Equal([0, 0, 1, 1, 0], Play.Targets(BollingerBreakout.Rule(3, 1), 10, 10, 13, 13, 12));
        // The mirror image; 11 is not only above the middle, 10.33, but above the upper band, 10.80.
        Assert.Equal([0, 0, -1, -1, 1], Play.Targets(BollingerBreakout.Rule(3, 1, allowShort: true), 13, 13, 10, 10, 11));
    }

    [Fact]
    public void Bollinger_reversion()
    {
        // 10, 10, 7: lower band 7.59. 10, 7, 8: lower band 7.09. 7, 8, 9: mean 8.
        Assert.Equal([0, 0, 0, 1, 0], Play.Targets(BollingerReversion.Rule(3, 1), 10, 10, 7, 8, 9));
    }

    [Fact]
    public void Turtle_breakout()
    {
        // Enters above 10; adds at 14 > 11 + 3/2, 15 > 14 + 1/2 and 15.2 > 15 + 0.2/2; leaves below 15.2.
        Assert.Equal([0, 0, 0.25, 0.5, 0.75, 1, 0], Play.Targets(TurtleBreakout.Rule(2, 1, range: 1), 10, 9, 11, 14, 15, 15.2, 15));
    }

    [Fact]
    public void Turtle_stops_two_ranges_below_the_entry()
    {
        ProtectiveLevel stop = default;
        Play.Run(TurtleBreakout.Rule(2, 1, range: 1), [Play.Closes(10, 9, 11)], (_, targets) => stop = targets.LevelsOf(0).Stop);
        Assert.Equal(ProtectiveLevel.Distance(4), stop);
    }

    [Fact]
    public void Donchian_channel() =>
        Assert.Equal([0, 0, 1, 1, -1], Play.Targets(DonchianBreakout.Rule(2), 10, 9, 11, 10.5, 8));

    [Fact]
    public void Supertrend()
    {
        // Stops of one range: 10, 11 below a rise; the fall to 9 breaks 11, the rise to 13 breaks 12.
        Assert.Equal([0, 1, 1, 0, 1], Play.Targets(SupertrendFollow.Rule(1, 1), 10, 11, 12, 9, 13));
    }

    [Fact]
    public void Parabolic_reversal()
    {
        double[] targets = Play.Targets(ParabolicReversal.Rule(), 10, 11, 12, 13, 14, 8, 7, 6);
        Assert.Equal([1, 1, 1, -1, -1, -1], targets[2..]);
    }

    [Fact]
    public void Directional_movement()
    {
        CandleSeries candles = Play.Series("TEST", Timeframe.OneDay,
            [(10, 11, 9, 10, 1), (11, 12, 10, 11, 1), (12, 13, 11, 12, 1), (11, 12, 9, 10, 1), (10, 11, 7, 8, 1)]);
        // With period 1 the whole movement is on one side: the ADX is 100 once it is known, with the second candle.
        Assert.Equal([1, 1, -1, -1], Play.Targets(DirectionalMovement.Rule(1, 25), candles)[1..]);
    }

    [Fact]
    public void Keltner_squeeze()
    {
        // Closes that stand still within wide candles: the bands lie inside. The jump to 120 puts the lower band, 90, below
        // the channel's, 113.3 − 19.5; 110 is below the mean of two, 115.
        CandleSeries candles = Play.Series("TEST", Timeframe.OneDay,
            [(100, 102, 98, 100, 1), (100, 102, 98, 100, 1), (100, 102, 98, 100, 1), (120, 122, 118, 120, 1), (110, 112, 108, 110, 1)]);
        Assert.Equal([0, 0, 0, 1, 0], Play.Targets(KeltnerSqueeze.Rule(2), candles));
    }

    [Fact]
    public void Time_series_momentum()
    {
        // Log returns 0.09531 and −0.10536: deviation 0.20067 / √2 = 0.14190, times √365 2.7109 a year. Aiming at 1: short 1 / 2.7109.
        double[] targets = Play.Targets(TimeSeriesMomentum.Rule(1, volatility: 1, window: 2), 100, 110, 99);
        Assert.Equal([0, 0, -0.36888], targets.Select(t => Math.Round(t, 5)));
    }

    [Fact]
    public void Volatility_target()
    {
        double[] targets = Play.Targets(VolatilityTarget.Rule(1, window: 2), 100, 110, 99);
        Assert.Equal([0, 0, 0.36888], targets.Select(t => Math.Round(t, 5)));
    }

    [Fact]
    public void Cross_sectional_momentum()
    {
        CandleSeries[] market =
        [
            Play.Series("A", Timeframe.OneDay, 10, 11, 11, 11, 20), Play.Series("B", Timeframe.OneDay, 10, 10, 12, 9, 9), Play.Series("C", Timeframe.OneDay, 10, 9, 9, 12, 11),
        ];
        // Ranked at the first, third and fifth candle: nothing known; B best, C last with A (0, after A in order); A best, C worst.
        var steps = Play.Run(CrossSectionalMomentum.Rule(1, top: 1, bottom: 1, every: 2), market);
        Assert.Equal([[0, 0, 0], [0, 0, 0], [0, 0.5, -0.5], [0, 0.5, -0.5], [0.5, 0, -0.5]], steps.Select(s => s.Targets));
    }

    [Fact]
    public void Vwap_reversion()
    {
        // 10, 10, 10, 6: average 9, deviation 1.73; then 9 is the average.
        Assert.Equal([0, 0, 0, 1, 0], Play.Targets(VwapReversion.Rule(1), Play.Series("TEST", Timeframe.OneHour, 10, 10, 10, 6, 9)));
    }

    [Fact]
    public void Vwap_reversion_is_flat_over_midnight()
    {
        double[] closes = [.. Enumerable.Repeat(10.0, 22), 6, 6];
        Assert.Equal([1, 0], Play.Targets(VwapReversion.Rule(1), Play.Series("TEST", Timeframe.OneHour, closes))[22..]);
    }

    [Fact]
    public void Ichimoku_cloud()
    {
        // At 12 the cloud of one candle ago is 10.5 to 10.75; at 11 it is 11.5 to 11.75.
        Assert.Equal([0, 0, 1, 0], Play.Targets(IchimokuCloud.Rule(1, 2, 2, 1), 10, 11, 12, 11));
    }

    [Fact]
    public void Opening_range_breakout()
    {
        // The first two hours range from 10 to 12; 13 breaks out; from 05:00 on nothing is held.
        RuleStrategy rule = OpeningRangeBreakout.Rule(new TimeOnly(0, 0), 120, end: new TimeOnly(5, 0));
        List<ProtectiveLevel> stops = [];
        var steps = Play.Run(rule, [Play.Series("TEST", Timeframe.OneHour, 10, 12, 11, 13, 12.5, 13)], (_, targets) => stops.Add(targets.LevelsOf(0).Stop));
        Assert.Equal([0, 0, 0, 1, 1, 0], steps.Select(s => s.Targets[0]));
        Assert.Equal(ProtectiveLevel.Distance(2), stops[3]);
    }

    [Fact]
    public void Pairs_z_score()
    {
        // Logarithms of the ratio 0, 0, −0.223: z is −1.41. Then −0.105: z is 0.05.
        RuleStrategy pair = PairsZScore.Rule("A", "B", Timeframe.OneDay, window: 3, entry: 1);
        var steps = Play.Run(pair, [Play.Series("A", Timeframe.OneDay, 10, 10, 8, 9), Play.Series("B", Timeframe.OneDay, 10, 10, 10, 10)]);
        Assert.Equal([[0, 0], [0, 0], [0.5, -0.5], [0, 0]], steps.Select(s => s.Targets));
        Assert.Equal([new CandleFeed("A", Timeframe.OneDay), new CandleFeed("B", Timeframe.OneDay)], pair.Feeds);
    }

    public static TheoryData<string> Names => [.. StrategyLibrary.All.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_classic_has_a_source_survives_the_round_trip_and_is_causal(string name)
    {
        DefinedStrategy strategy = StrategyLibrary.Find(name).Create();
        Assert.False(string.IsNullOrWhiteSpace(strategy.Definition.Source));
        Assert.Equal(strategy.ToYaml(), Strategy.Parse(strategy.ToYaml()).ToYaml());

        CandleSeries candles = MarketGenerator.Single(900, seed: 6);
        CandleSeries other = Futures.Perturb(candles, DateTime.MinValue, seed: 1);
        CandleSeries second = new("OTHER", candles.Timeframe, candles.OpenTimes.ToArray(), other.Open.ToArray(), other.High.ToArray(), other.Low.ToArray(), other.Close.ToArray(), other.Volume.ToArray());
        CandleSeries[] series = strategy is RotationStrategy ? [candles, second] : [candles];
        CausalityReport report = CausalityCheck.Run(strategy, series, new CausalityOptions { ReplayAllUpTo = 0, SampledReplays = 10 });
        Assert.True(report.IsCausal, report.ToString());
        Assert.Contains(Play.Run(strategy, series), step => step.Targets.Any(t => t != 0));
    }

    [Fact]
    public void An_unknown_classic_is_reported_with_the_nearest() =>
        Assert.Contains("the nearest is 'ema-cross'", Assert.Throws<ArgumentException>(() => StrategyLibrary.Find("emacross")).Message, StringComparison.Ordinal);
}
