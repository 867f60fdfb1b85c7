using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TradeBot.MarketData;
using TradeBot.Strategies;
using TradeBot.Testing;

namespace TradeBot.Trading.Tests;

/// <summary>
/// Runs whose fills, orders, trades, refusals and equity were recorded as hashes: whatever is rebuilt inside the engine and
/// the sweep, they stay the same to the last bit.
/// </summary>
/// <remarks>
/// A change that is meant to change results records them again: <c>TRADEBOT_RECORD=1 dotnet test --filter RecordedRunTests</c>,
/// and the difference of the file is part of the change.
/// </remarks>
public class RecordedRunTests
{
    private static readonly string File = Path.Combine(Repository.PathOf("tests", "TradeBot.Trading.Tests"), "recorded-runs.txt");

    [Fact]
    public void Every_recorded_run_gives_the_same_bits()
    {
        string[] lines = [.. All().AsParallel().AsOrdered().Select(run => $"{run.Name} {run.Hash()}")];
        Assert.True(lines.Length >= 700, $"only {lines.Length} runs");
        if (Environment.GetEnvironmentVariable("TRADEBOT_RECORD") == "1")
            System.IO.File.WriteAllLines(File, lines);
        string[] expected = System.IO.File.ReadAllLines(File);
        string[] others = [.. lines.Except(expected).Select(l => l.Split(' ')[0])];
        Assert.True(others.Length == 0, $"{others.Length} of {lines.Length} runs differ: {string.Join(", ", others.Take(20))}");
        Assert.Equal(expected.Length, lines.Length);
    }

    private static IEnumerable<(string Name, Func<string> Hash)> All()
    {
        // Algorithms and guarded strategies; latency, participation, funding, interest, margin, inverse contracts, risk policies.
        for (int i = 0; i < 400; i++)
        {
            int seed = i;
            yield return ($"random-{seed}", () => HashOf(RandomRuns.Run(seed)));
        }

        // Rules, by the engine and by the sweep.
        for (int i = 0; i < 150; i++)
        {
            int seed = i;
            yield return ($"rule-{seed}", () => HashOf(RuleRun(seed)));
            yield return ($"sweep-{seed}", () => HashOf(SweepOf(seed)));
        }

        CandleSeries[] markets = [.. Enumerable.Range(1, 3).Select(seed => Named(MarketGenerator.Single(3_000, seed, seed == 3 ? Timeframe.OneDay : Timeframe.OneHour), $"M{seed}"))];
        foreach (LibraryStrategy strategy in StrategyLibrary.All)
        {
            foreach (CandleSeries market in markets)
            {
                foreach ((string name, BacktestOptions options) in Terms())
                    yield return ($"{strategy.Name}-{market.Symbol}-{name}", () => HashOf(Backtest.Run(market, strategy.Create(), options)));
            }
        }

        CandleSeries[] several = [.. Enumerable.Range(10, 5).Select(seed => Named(MarketGenerator.Single(2_000, seed, Timeframe.OneHour), $"P{seed}"))];
        for (int i = 1; i <= 4; i++)
        {
            int top = i;
            foreach ((string name, BacktestOptions options) in Terms())
                yield return ($"rotation-{top}-{name}", () => HashOf(Backtest.Run(several, CrossSectionalMomentum.Rule(24, top, bottom: top % 2, every: 12), options)));
        }

        foreach ((string name, BacktestOptions options) in Terms())
            yield return ($"pair-{name}", () => HashOf(Backtest.Run(several, PairsZScore.Rule("P10", "P11", Timeframe.OneHour), options)));
    }

    private static IEnumerable<(string Name, BacktestOptions Options)> Terms()
    {
        yield return ("default", BacktestOptions.Default);
        yield return ("free", BacktestOptions.Default with { Fees = new FeeSchedule(0, 0), Slippage = Slippage.None, Path = IntrabarPath.Optimistic, AtEnd = EndOfRun.CloseAtLastClose });
        yield return ("margin", BacktestOptions.Default with
        {
            Margin = new Margin { Leverage = 5, Stepwise = true },
            Sizing = Sizing.FractionOfEquity(4),
            Risk = new RiskPolicy { MaxGrossExposure = 5, MaxLeverage = 5, MaxDrawdown = 0.6 },
            Slippage = Slippage.SquareRootImpact(0.5),
        });
        yield return ("steps", BacktestOptions.Default with
        {
            Participation = 0.02,
            Latency = Latency.Uniform(TimeSpan.Zero, TimeSpan.FromHours(2), seed: 5),
            RebalanceTolerance = 0.1,
            OtherInstruments = new Instrument("ANY", InstrumentKind.Spot, 0.01m, 0.001m, MinNotional: 10),
        });
    }

    private static BacktestResult RuleRun(int seed)
    {
        var random = new Random(seed);
        return Backtest.Run(RandomRules.Candles(random), RandomRules.Strategy(random), RandomRules.Options(random));
    }

    private static SweepTrial SweepOf(int seed)
    {
        var random = new Random(seed);
        return Sweep.Run(RandomRules.Candles(random), [RandomRules.Strategy(random)], RandomRules.Options(random), new SweepOptions { KeepFills = true, KeepReturns = true })[0];
    }

    private static CandleSeries Named(CandleSeries s, string symbol) => new(
        symbol, s.Timeframe, s.OpenTimes.ToArray(), s.Open.ToArray(), s.High.ToArray(), s.Low.ToArray(), s.Close.ToArray(), s.Volume.ToArray());

    private static string HashOf(BacktestResult run)
    {
        var text = new StringBuilder();
        Write(text, run.Fills);
        foreach (Order o in run.Orders)
            Line(text, $"{o.Id} {o.Symbol} {o.Side} {o.Type} {o.Quantity} {o.Remaining} {o.State} {o.CreatedAt.Ticks} {o.EndedAt?.Ticks} {Bits(o.LimitPrice)} {Bits(o.StopPrice)} {o.Exit}");
        foreach (Trade t in run.Trades)
            Line(text, $"{t.Symbol} {t.IsLong} {t.EntryTime.Ticks} {t.ExitTime.Ticks} {t.Quantity} {t.EntryPrice} {t.ExitPrice} {t.Fees} {t.Profit} {t.IsOpen} {t.ExitReason} {Bits(t.AdverseExcursion)} {Bits(t.FavourableExcursion)}");
        foreach (OrderRefusal r in run.Refusals)
            Line(text, $"{r.Time.Ticks} {r.Symbol} {r.Reason}");
        foreach (Liquidation l in run.Liquidations)
            Line(text, $"{l.Time.Ticks} {l.Symbol} {l.Quantity} {l.Price} {l.Fee} {l.Order}");
        foreach (FundingPayment f in run.Funding)
            Line(text, $"{f.Time.Ticks} {f.Amount}");
        foreach (BorrowPayment b in run.Borrowing)
            Line(text, $"{b.Time.Ticks} {b.Amount}");
        foreach (AmbiguousExit a in run.Ambiguity.Exits)
            Line(text, $"{a.Time.Ticks} {Bits(a.Chosen)} {Bits(a.Pessimistic)} {Bits(a.Optimistic)}");
        Line(text, $"{run.FinalCash}");
        ReadOnlySpan<double> equity = run.Equity.Values;
        ReadOnlySpan<float> exposure = run.Equity.Exposure;
        for (int i = 0; i < equity.Length; i++)
            Line(text, $"{run.Equity.Times[i]} {Bits(equity[i])} {Bits(exposure[i])}");
        return HashOf(text);
    }

    private static string HashOf(SweepTrial trial)
    {
        var text = new StringBuilder();
        Write(text, trial.Fills.Select(f => f with { Order = 0 })); // a trial has orders only when the engine ran it
        Line(text, $"{Bits(trial.FinalEquity)} {Bits(trial.MaxDrawdown)} {trial.Trades} {trial.FillCount} {Bits(trial.WinRate)}");
        foreach (double value in trial.PeriodReturns.Span)
            Line(text, $"{Bits(value)}");
        return HashOf(text);
    }

    private static void Write(StringBuilder text, IEnumerable<Fill> fills)
    {
        foreach (Fill f in fills)
            Line(text, $"{f.Time.Ticks} {f.Symbol} {f.Side} {f.Quantity} {f.Price} {f.Fee} {f.Slippage} {f.Impact} {f.Order} {f.IsMaker} {f.Kind} {f.Exit}");
    }

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static long Bits(double value) => double.IsNaN(value) ? -1 : BitConverter.DoubleToInt64Bits(value);

    private static string HashOf(StringBuilder text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
}
