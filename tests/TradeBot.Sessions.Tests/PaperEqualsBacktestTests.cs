using TradeBot.MarketData;
using TradeBot.Strategies;
using TradeBot.Testing;
using TradeBot.Trading;
using TradeBot.Trading.Tests;

namespace TradeBot.Sessions.Tests;

/// <summary>A session on replayed candles fills as a backtest does: same times, prices, quantities, fees and refusals.</summary>
public class PaperEqualsBacktestTests
{
    public static TheoryData<string, string> LibraryOnMarkets()
    {
        TheoryData<string, string> data = [];
        foreach (LibraryStrategy strategy in StrategyLibrary.All)
        {
            foreach (string market in (string[])["BTCUSDT_1h_2023", "ETHUSDT_1h_2023", "SOLUSDT_1h_2023"])
                data.Add(strategy.Name, market);
        }

        return data;
    }

    [SkippableTheory]
    [MemberData(nameof(LibraryOnMarkets))]
    public async Task A_strategy_of_the_library_fills_as_in_its_backtest(string name, string market)
    {
        CandleSeries candles = Read(market);
        await AssertSameAsync([candles], StrategyLibrary.Find(name).Create(), new BacktestOptions { Instruments = Rules(candles.Symbol) });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Random_rules_with_levels_on_both_sides_fill_as_in_their_backtests(int block)
    {
        int fills = 0;
        for (int seed = 40 * block; seed < 40 * (block + 1); seed++)
        {
            var random = new Random(seed);
            CandleSeries candles = RandomRules.Candles(random);
            fills += await AssertSameAsync([candles], RandomRules.Strategy(random), RandomRules.Options(random));
        }

        Assert.True(fills > 1000, $"Only {fills} fills in 40 runs: there is nothing to compare.");
    }

    [SkippableTheory]
    [InlineData("ema-cross")]
    [InlineData("supertrend")]
    [InlineData("donchian-channel")]
    public async Task Fills_follow_finer_candles_as_in_the_backtest(string name)
    {
        CandleSeries fine = Read("SOLUSDT_1m_2023H1").Slice(0, 60_000);
        CandleSeries candles = Resampler.Resample(fine, Timeframe.OneHour);
        IStrategy rule = Strategies.Strategy.Parse(StrategyLibrary.Find(name).Create().ToYaml());
        await AssertSameAsync([candles], Guarded(rule), new BacktestOptions { IntrabarCandles = [fine] });
    }

    [SkippableFact]
    public async Task Several_symbols_and_timeframes_in_one_account_fill_as_in_the_backtest()
    {
        CandleSeries[] fine = [.. ((string[])["BTCUSDT_1h_2023", "ETHUSDT_1h_2023", "SOLUSDT_1h_2023"]).Select(Read)];
        CandleSeries[] series = [.. fine.Select(s => Resampler.Resample(s, Timeframe.FourHours))];
        var options = new BacktestOptions { IntrabarCandles = fine, Risk = new RiskPolicy { MaxDailyLoss = 0.02, MaxConcentration = 0.5 } };
        Assert.True(await AssertSameAsync(series, CrossSectionalMomentum.Rule(20, 2), options) > 100);
        Assert.True(await AssertSameAsync(series, RandomTargets(seed: 7), options) > 100);
    }

    /// <returns>How many fills there were.</returns>
    private static async Task<int> AssertSameAsync(CandleSeries[] series, IStrategy strategy, BacktestOptions options)
    {
        BacktestResult backtest = Backtest.Run(series, strategy, options with { AtEnd = EndOfRun.KeepOpen });
        await using var session = Session.Open(strategy, new SessionOptions
        {
            Terms = options,
            Feeds = strategy.Feeds.Count > 0 ? [] : [.. series.Select(s => new CandleFeed(s.Symbol, s.Timeframe))],
            FillsFollow = options.IntrabarCandles.Count > 0 ? options.IntrabarCandles[0].Timeframe : null,
        });
        session.Allow("test", "It compares.");
        SessionResult result = await session.RunAsync(new ReplayedCandles([.. series, .. options.IntrabarCandles]));

        Assert.Equal(backtest.Fills.Select(f => (f.Time, f.Symbol, f.Side, f.Quantity, f.Price, f.Paid, f.Fee, f.Order, f.Exit)), result.Fills.Select(f => (f.Time, f.Symbol, f.Side, f.Quantity, f.Price, f.Paid, f.Fee, f.Order, f.Exit)));
        Assert.Equal(backtest.FinalCash, result.Summary.Cash);
        Assert.Equal(session.Core.Books.Symbols.Sum(b => b.Orders.Count), result.Summary.WorkingOrders);
        // A backtest ends orders that wait where its candles end; a session does not end there.
        Assert.Equal(backtest.Refusals.Where(r => !r.Reason.Contains("the data ends", StringComparison.Ordinal)), result.Refusals);
        Assert.Equal(backtest.Equity.Values.ToArray(), session.Core.Equity.ToCurve((double)options.Cash).Values.ToArray());
        Assert.All(result.Differences!, d => Assert.Equal(DifferenceCause.None, d.Cause));
        Assert.Equal(backtest.Fills.Count, result.Differences!.Count);
        Assert.Equal(backtest.Equity.Final, result.ShadowEquity);
        return backtest.Fills.Count;
    }

    private static IStrategy Guarded(IStrategy inner) => new Levelled(inner);

    private static IStrategy RandomTargets(int seed)
    {
        var random = new Random(seed);
        double[] wanted = [.. Enumerable.Range(0, 30_000).Select(_ => random.Next(6) == 0 ? Math.Round(random.NextDouble() * 1.2 - 0.6, 2) : double.NaN)];
        return Market.Deciding((moment, targets) =>
        {
            for (int symbol = 0; symbol < targets.Count; symbol++)
            {
                double target = wanted[(3 * moment + symbol) % wanted.Length];
                if (!double.IsNaN(target))
                    targets[symbol] = target;
                if (targets[symbol] != 0)
                    targets.Protect(symbol, new ProtectiveLevels(ProtectiveLevel.Fraction(0.02), ProtectiveLevel.Fraction(0.03), ProtectiveLevel.Fraction(0.025)));
            }
        });
    }

    private static CandleSeries Read(string name) => CandleCsv.Read(Repository.Shared("data", "binance-spot", name + ".csv.gz"));

    private static Dictionary<string, Instrument> Rules(string symbol) => new() { [symbol] = new Instrument(symbol, InstrumentKind.Linear, 0.01m, 0.001m, MinNotional: 5) };

    /// <summary>Stops, a target and a trail beside whatever a strategy holds.</summary>
    private sealed class Levelled(IStrategy inner) : IStrategy
    {
        public string Name => inner.Name;

        public IReadOnlyList<CandleFeed> Feeds => inner.Feeds;

        public IStrategySession Start(IReadOnlyList<CandleFeed> feeds) => new Guarding(inner.Start(feeds));

        private sealed class Guarding(IStrategySession session) : IStrategySession
        {
            public void OnCandle(int feed, in Candle candle) => session.OnCandle(feed, candle);

            public void Decide(TargetExposures targets)
            {
                session.Decide(targets);
                if (targets[0] != 0)
                    targets.Protect(0, new ProtectiveLevels(ProtectiveLevel.Fraction(0.015), ProtectiveLevel.Fraction(0.03), ProtectiveLevel.Fraction(0.01)));
            }
        }
    }
}
