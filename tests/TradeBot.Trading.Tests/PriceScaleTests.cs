using FsCheck;
using FsCheck.Fluent;
using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading.Tests;

/// <summary>Where no instrument is given nothing is rounded: returns do not depend on the size of prices, in the engine and in the sweep.</summary>
public class PriceScaleTests
{
    private const double Tolerance = 1e-9;

    [Theory]
    [InlineData(0.0000097234)]
    [InlineData(3.1e-12)]
    [InlineData(1.7e-8)]
    [InlineData(123_456.789)]
    [InlineData(2.5e17)]
    public void Trades_at_one_price_without_costs_lose_nothing(double price)
    {
        CandleSeries candles = Market.OfBars([.. Enumerable.Repeat((price, price, price, price), 200)]);
        BacktestOptions free = Market.Free with { Cash = 10_000m };
        BacktestResult run = Backtest.Run(candles, Market.Wanting([.. Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? 1.0 : 0)]), free);
        Assert.Equal(199, run.Fills.Count);
        Assert.Equal(0, run.Performance.TotalReturn, Tolerance);
        Assert.Equal(0m, run.Costs.Slippage);
        Assert.All(run.Fills, f => Assert.Equal(price, (double)f.Price));
    }

    [Theory]
    [InlineData(1.25e-8, 1.48e-8)]
    [InlineData(1.25e-12, 1.48e-12)]
    [InlineData(0.0125, 0.0148)]
    public void A_price_below_a_hundred_millionth_is_bought_and_held_as_any_other(double from, double to)
    {
        // Opens are the closes before; the second candle opens at the first close.
        double[] closes = [.. Enumerable.Range(0, 24).Select(i => i == 0 ? from : from + (to - from) * i / 23)];
        CandleSeries candles = Market.OfCloses(closes);
        BacktestResult run = Backtest.Run(candles, new BuyAndHold(), Market.Free with { Cash = 10_000m });
        Fill fill = Assert.Single(run.Fills);
        Assert.InRange((double)fill.Price, candles.Low[1], candles.High[1]);
        Assert.Equal(to / from - 1, run.Performance.TotalReturn, Tolerance);
        Assert.Equal(0.184, run.Performance.TotalReturn, 1e-6);
    }

    [Fact]
    public void A_price_too_small_for_the_ledger_is_refused_and_says_what_to_do()
    {
        CandleSeries candles = Market.OfCloses(2e-19, 2e-19, 2e-19);
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => Backtest.Run(candles, new BuyAndHold(), Market.Free));
        Assert.Contains("TEST: a price must be at least 1E-18", refused.Message, StringComparison.Ordinal);
        Assert.Contains("TEST", Assert.Single(Sweep.Run(candles, [new SmaCross(1, 2), new BuyAndHold()], Market.Free), t => t.Error is not null).Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tick_and_a_lot_that_are_given_are_kept()
    {
        BacktestOptions stepped = Market.Free with { OtherInstruments = new Instrument("", InstrumentKind.Spot, 0.5m, 3m) };
        BacktestResult run = Backtest.Run(Market.OfCloses(10.3, 10.3, 10.3), new BuyAndHold(), stepped);
        Assert.Equal((10.5m, 93m), (run.Fills[0].Price, run.Fills[0].Quantity)); // 1,000 / 10.3 is 97, 1,000 / 10.5 is 95
        Assert.Contains("TEST Spot tick 0.5 lot 3 ", run.Manifest.Options["instruments"], StringComparison.Ordinal);
        Assert.Contains("TEST Linear tick none lot none ", Backtest.Run(Market.OfCloses(1, 1), new BuyAndHold()).Manifest.Options["instruments"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_stop_that_is_touched_exactly_is_touched_at_any_size()
    {
        // Bought at 100, a stop of 5 % is touched at 95 and a target of 10 % is not at 109.5.
        CandleSeries candles = Market.OfBars((100, 100, 100, 100), (100, 101, 99, 100), (100, 109.5, 95, 97), (97, 98, 96, 97));
        RuleStrategy rule = Strategy.Rule().Long(Expressions.Close > 0).Stop(new LevelRule(LevelUnit.Fraction, 0.05)).TakeProfit(new LevelRule(LevelUnit.Fraction, 0.1)).Cooldown(9).Build();
        for (int power = -40; power <= 20; power++)
        {
            BacktestResult run = Backtest.Run(Scaled(candles, power), rule, Market.Free);
            Assert.Equal(-0.05, run.Performance.TotalReturn, Tolerance);
            Assert.Equal(-0.05, Assert.Single(Sweep.Run(Scaled(candles, power), [rule], Market.Free)).TotalReturn, Tolerance);
        }
    }

    [Fact]
    public void Prices_times_a_power_of_two_change_no_return()
    {
        int own = 0, trades = 0, shorts = 0, levered = 0;
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), Gen.Choose(-40, 20).ToArbitrary(), (seed, power) =>
        {
            var random = new Random(seed);
            CandleSeries candles = RandomRules.Candles(random, most: 400), scaled = Scaled(candles, power);
            bool borrows = random.Next(3) == 0;
            BacktestOptions options = RandomRules.Options(random) with
            {
                Instruments = new Dictionary<string, Instrument>(),
                Slippage = Slippage.Bps(random.Next(20)),
                Margin = new Margin { Leverage = borrows ? 4 : 1 },
                Sizing = Sizing.FractionOfEquity(borrows ? 3 : 1),
                Risk = new RiskPolicy { MaxGrossExposure = borrows ? 4 : 1 },
            };
            IStrategy[] strategies = [.. Enumerable.Range(0, 4).Select(_ => RandomRules.Strategy(random))];
            IReadOnlyList<SweepTrial> trials = Sweep.Run(scaled, strategies, options);
            for (int i = 0; i < strategies.Length; i++)
            {
                BacktestResult run = Backtest.Run(candles, strategies[i], options), other = Backtest.Run(scaled, strategies[i], options);
                string what = $"seed {seed}, 2^{power}, {strategies[i].Name}";
                Assert.True(run.Fills.Count == other.Fills.Count && run.Fills.Count == trials[i].FillCount, what);
                RequireSame(run.Performance.TotalReturn, other.Performance.TotalReturn, what);
                RequireSame(run.Performance.TotalReturn, trials[i].TotalReturn, what);
                RequireSame((double)run.Costs.Total / 10_000, (double)other.Costs.Total / 10_000, what);
                foreach ((Trade one, Trade two) in run.Trades.Zip(other.Trades))
                    RequireSame(one.Return, two.Return, what);
                (trades, shorts) = (trades + run.Trades.Count, shorts + run.Trades.Count(t => !t.IsLong));
                own += trials[i].IsByEngine ? 0 : 1;
                levered += borrows ? 1 : 0;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
        Assert.True(trades > 1_000 && shorts > 200 && levered > 30, $"{trades} trades, {shorts} shorts, {levered} with leverage");
        Assert.True(own > 60, $"only {own} trials ran on the sweep's own path");
    }

    private static CandleSeries Scaled(CandleSeries candles, int power)
    {
        double[] Times(ReadOnlySpan<double> values)
        {
            double[] scaled = values.ToArray();
            for (int i = 0; i < scaled.Length; i++)
                scaled[i] = Math.ScaleB(scaled[i], power);
            return scaled;
        }

        return new CandleSeries(candles.Symbol, candles.Timeframe, candles.OpenTimes.ToArray(), Times(candles.Open), Times(candles.High), Times(candles.Low), Times(candles.Close), candles.Volume.ToArray());
    }

    private static void RequireSame(double expected, double actual, string what) =>
        Assert.True(Math.Abs(expected - actual) <= Tolerance * Math.Max(1, Math.Abs(expected)), FormattableString.Invariant($"{what}: {expected:R} and {actual:R}"));
}
