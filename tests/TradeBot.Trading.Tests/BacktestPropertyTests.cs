using FsCheck;
using FsCheck.Fluent;
using TradeBot.MarketData;

namespace TradeBot.Trading.Tests;

/// <summary>What holds for any strategy on any candles.</summary>
public class BacktestPropertyTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    [Fact]
    public void Equity_is_cash_and_position_value_and_every_fill_is_in_the_ledger() => ForAnyRun((result, _) =>
    {
        decimal cash = result.Options.Cash - result.Fills.Sum(f => f.Paid + f.Fee);
        Assert.Equal(cash, result.FinalCash);
        double held = (double)result.Fills.Sum(f => f.SignedQuantity);
        Assert.Equal((double)cash + held * result.Series[0].Close[^1], result.Equity.Final, 1e-9 * Math.Abs(result.Equity.Final));
    });

    [Fact]
    public void Profit_of_all_trades_is_the_change_of_equity() => ForAnyRun((result, _) =>
        Assert.Equal(result.Equity.Final - result.Equity.Initial, (double)result.Trades.Sum(t => t.Profit), 1e-6));

    [Fact]
    public void A_fill_happens_at_an_open_after_its_decision() => ForAnyRun((result, _) =>
    {
        long[] opens = result.Series[0].OpenTimes.ToArray();
        Assert.All(result.Fills, f => Assert.True(Array.BinarySearch(opens, UnixTime.FromDateTime(f.Time)) > 0));
    });

    [Fact]
    public void The_same_run_gives_the_same_bits() => ForAnyRun((result, repeat) =>
        Assert.Equal(result.Manifest.ToJson(), repeat().Manifest.ToJson()));

    [Fact]
    public void The_future_changes_no_earlier_equity() => ForAnyRun((result, repeat) =>
    {
        CandleSeries whole = result.Series[0];
        int cut = whole.Count / 2;
        BacktestResult truncated = repeat(whole.Slice(0, cut));
        Assert.Equal(result.Equity.Values[..cut].ToArray(), truncated.Equity.Values.ToArray());
    });

    private delegate BacktestResult Repeat(CandleSeries? candles = null);

    private static void ForAnyRun(Action<BacktestResult, Repeat> check) => Prop.ForAll(Seeds, seed =>
    {
        var random = new Random(seed);
        CandleSeries candles = RandomCandles(random);
        double[] exposures = [.. Enumerable.Range(0, candles.Count).Select(_ => Math.Round(random.NextDouble() * 2 - 1, 1) * (random.Next(3) == 0 ? 0 : 1))];
        var options = new BacktestOptions
        {
            Fees = new FeeSchedule(0m, random.Next(0, 20) / 10_000m),
            Slippage = Slippage.Bps(random.Next(0, 10)),
            Instruments = new Dictionary<string, Instrument> { ["TEST"] = new("TEST", InstrumentKind.Linear, 0.01m, 0.001m, MinNotional: random.Next(0, 10)) },
        };
        BacktestResult Again(CandleSeries? other = null) => Backtest.Run(other ?? candles, Market.Wanting(exposures), options);
        check(Again(), Again);
    }).QuickCheckThrowOnFailure();

    private static CandleSeries RandomCandles(Random random)
    {
        int count = random.Next(2, 200), minute = 0;
        double price = 100;
        var candles = new (int, double, double)[count];
        for (int i = 0; i < count; i++)
        {
            double open = Math.Round(price * (1 + 0.002 * (random.NextDouble() - 0.5)), 2);
            price = Math.Round(open * (1 + 0.02 * (random.NextDouble() - 0.5)), 2);
            candles[i] = (minute, open, price);
            minute += random.Next(20) == 0 ? random.Next(2, 90) : 1;
        }

        return Market.Of("TEST", candles);
    }
}
