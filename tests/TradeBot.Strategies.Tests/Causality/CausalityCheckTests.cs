using TradeBot.MarketData;
using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies.Tests;

public class CausalityCheckTests
{
    private static readonly CandleSeries Candles = MarketGenerator.Single(200, seed: 3);

    public static TheoryData<string, Func<CandleSeries, IStrategy>, CausalityProbe[]> MadeOfData => new()
    {
        { "next candle", c => new Cheats.PeeksAtTheNextCandle(c), [CausalityProbe.Truncated, CausalityProbe.Perturbed] },
        { "table", c => new Cheats.KeepsATableOfTheFuture(c), [CausalityProbe.Truncated, CausalityProbe.Perturbed] },
        { "scale", c => new Cheats.ScalesByTheWholeSeries(c), [CausalityProbe.Truncated, CausalityProbe.Perturbed] },
        { "hour in progress", c => new Cheats.ReadsTheHourInProgress(c), [CausalityProbe.Truncated, CausalityProbe.Perturbed] },
        { "stop", c => new Cheats.StopsByTheNextLow(c), [CausalityProbe.Truncated, CausalityProbe.Perturbed] },
        { "failure", c => new Cheats.NeedsTheFuture(c), [CausalityProbe.Truncated] },
    };

    [Theory]
    [MemberData(nameof(MadeOfData))]
    public void What_reads_ahead_in_its_data_is_caught_by_cutting_and_by_changing_the_future(string kind, Func<CandleSeries, IStrategy> make, CausalityProbe[] probes)
    {
        CausalityReport report = CausalityCheck.Run(series => make(series[0]), [Candles]);
        Assert.All(probes, probe => Assert.True(report.Findings.Any(f => f.Probe == probe), $"{kind}: {report}"));
    }

    public static TheoryData<IStrategy, CausalityProbe> AsTheyAre => new()
    {
        { new Cheats.PeeksAtTheNextCandle(Candles), CausalityProbe.Held },
        { new Cheats.ReadsTheHourInProgress(Candles), CausalityProbe.Held },
        { new Cheats.SharesStateBetweenSessions(), CausalityProbe.Repeated },
        { new Cheats.SharesStateWhileRunning(), CausalityProbe.Interleaved },
        { new Cheats.RemembersAnEarlierRun(), CausalityProbe.Repeated },
        { new Cheats.ReadsTheClock(), CausalityProbe.Code },
        { new Cheats.RollsDice(), CausalityProbe.Repeated },
        { new Cheats.ReadsAFile(), CausalityProbe.Code },
    };

    [Theory]
    [MemberData(nameof(AsTheyAre))]
    public void What_knows_more_than_its_candles_is_caught(IStrategy cheat, CausalityProbe probe)
    {
        CausalityReport report = CausalityCheck.Run(cheat, Candles);
        Assert.True(report.Findings.Any(f => f.Probe == probe), report.ToString());
    }

    [Fact]
    public void A_memory_that_was_filled_before_the_check_is_caught_by_what_it_holds()
    {
        var cheat = new Cheats.RemembersAnEarlierRun();
        Play.Run(cheat, [Candles]);
        CausalityReport report = CausalityCheck.Run(cheat, Candles);
        Assert.Contains(report.Findings, f => f.Probe == CausalityProbe.Held);
    }

    [Fact]
    public void A_finding_tells_time_symbol_and_what_changed()
    {
        CausalityReport report = CausalityCheck.Run(series => new Cheats.PeeksAtTheNextCandle(series[0]), [Play.Closes(10, 9, 10, 9)], new CausalityOptions { Inspect = false });
        CausalityFinding finding = report.Findings.First(f => f.Probe == CausalityProbe.Truncated);
        Assert.Equal(new CausalityFinding(CausalityProbe.Truncated, Play.Start.AddMinutes(2), "TEST", "exposure", "1", "0"), finding);
        Assert.Equal("2024-01-01 00:02 TEST: exposure was 1, and 0 when the candles after it were cut off.", finding.ToString());
    }

    [Fact]
    public void A_stop_that_knows_the_future_is_reported_as_the_stop()
    {
        CausalityReport report = CausalityCheck.Run(series => new Cheats.StopsByTheNextLow(series[0]), [Candles]);
        Assert.Contains(report.Findings, f => f.Value == "stop");
        Assert.DoesNotContain(report.Findings, f => f.Value == "exposure");
    }

    [Fact]
    public void A_failure_of_the_strategy_itself_is_thrown() =>
        Assert.Throws<IndexOutOfRangeException>(() => CausalityCheck.Run(new Cheats.NeedsTheFuture(Play.Closes(1, 2)), Candles));

    [Fact]
    public void Honest_strategies_pass_at_every_decision()
    {
        IStrategy[] honest =
        [
            new SmaCross(3, 10), new BuyAndHold(),
            Strategy.Rule().Long(Rsi(5).CrossesAbove(40)).Exit(Rsi(5) > 60).Stop(2 * Atr(5)).TrailingStop(Percent(1)).Cooldown(3).Build(),
            Strategy.Rule().Long(Ema(3).On(Timeframe.FiveMinutes) > Ema(5).On(Timeframe.FiveMinutes)).TimeStop(7).Build(),
        ];
        foreach (IStrategy strategy in honest)
        {
            CausalityReport report = CausalityCheck.Run(strategy, Candles);
            Assert.True(report.IsCausal, report.ToString());
            Assert.Equal((200, 200), (report.Decisions, report.Replayed));
        }
    }

    [Fact]
    public void Strategies_drawn_from_the_language_are_causal()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            RuleStrategy strategy = RandomStrategies.Draw(seed);
            CausalityReport report = CausalityCheck.Run(strategy, Candles, new CausalityOptions { ReplayAllUpTo = 0, SampledReplays = 15 });
            Assert.True(report.IsCausal, report.ToString());
        }
    }

    [Fact]
    public void Long_runs_are_sampled_by_seed()
    {
        CandleSeries candles = MarketGenerator.Single(5_000, seed: 4);
        CausalityReport report = CausalityCheck.Run(new SmaCross(5, 20), candles);
        Assert.Equal(5_000, report.Decisions);
        Assert.InRange(report.Replayed, 50, 64);
    }

    [Fact]
    public void A_feature_that_looks_ahead_is_caught_and_one_that_does_not_is_not()
    {
        CausalityReport report = CausalityCheck.OfFeatures("two columns", candles => new Dictionary<string, double[]>
        {
            ["honest"] = Sma(5).Over(candles),
            ["centred"] = Centred(candles),
        }, Candles);

        Assert.False(report.IsCausal);
        Assert.All(report.Findings, f => Assert.Equal("centred", f.Value));
    }

    private static double[] Centred(CandleSeries candles)
    {
        double[] closes = candles.Close.ToArray();
        return [.. closes.Select((c, i) => i == 0 || i + 1 == closes.Length ? c : (closes[i - 1] + c + closes[i + 1]) / 3)];
    }
}
