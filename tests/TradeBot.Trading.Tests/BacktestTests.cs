using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading.Tests;

public class BacktestTests
{
    [Fact]
    public void A_decision_fills_at_the_open_of_the_next_candle()
    {
        CandleSeries candles = Market.Of((100, 101), (110, 120), (130, 125));
        BacktestResult result = Backtest.Run(candles, Market.Wanting(1), Market.Free with { Cash = 1010m });

        // Decided at the close of 101 with equity 1010: 10 units. The next open of 110 leaves cash for 9.18….
        Fill fill = Assert.Single(result.Fills);
        Assert.Equal(new Fill(Market.Start.AddMinutes(1), "TEST", OrderSide.Buy, 9.1818181818m, 110m, 0m, 0m, Order: 1), fill);
        Assert.Equal(1010m - 9.1818181818m * 110m, result.FinalCash);
        Assert.Equal([1010, 1101.818182, 1147.727273], result.Equity.Values.ToArray().Select(e => Math.Round(e, 6)));

        // With leverage the ten are bought.
        BacktestResult levered = Backtest.Run(candles, Market.Wanting(1), Market.Free with { Cash = 1010m, Margin = new Margin { Leverage = 2 } });
        Assert.Equal((10m, -90m), (Assert.Single(levered.Fills).Quantity, levered.FinalCash));
    }

    [Fact]
    public void Slippage_and_fee_are_paid_on_both_ways()
    {
        BacktestOptions options = Market.Free with
        {
            Fees = new FeeSchedule(Maker: 0m, Taker: 0.001m),
            Slippage = Slippage.Bps(100),
            Instruments = new Dictionary<string, Instrument>
            {
                ["TEST"] = new("TEST", InstrumentKind.Linear, TickSize: 0.5m, LotSize: 0.1m),
            },
        };
        BacktestResult result = Backtest.Run(Market.OfBars((100, 102, 98, 100), (100, 102, 98, 100), (100, 102, 98, 100)), Market.Wanting(1, 0), options);

        // 1000 / (100 · (1 + 0.001 + 0.01)) = 9.891, down to the lot: 9.8.
        // Buys at 100 · 1.01 = 101, pays 989.8 and 0.9898 fee; sells at 99, gets 970.2 less 0.9702.
        Assert.Equal([101m, 99m], result.Fills.Select(f => f.Price));
        Assert.Equal([9.8m, 9.8m], result.Fills.Select(f => f.Quantity));
        Assert.Equal(new Costs(Fees: 1.96m, Slippage: 19.6m, Turnover: 1960m), result.Costs);
        Assert.Equal(1000m - 989.8m - 0.9898m + 970.2m - 0.9702m, result.FinalCash);
        Trade trade = Assert.Single(result.Trades);
        Assert.Equal(-21.56m, trade.Profit);
        Assert.Equal(-21.56 / 989.8, trade.Return, 1e-12);
        Assert.False(trade.IsOpen);
    }

    [Fact]
    public void Fill_prices_round_against_the_trader()
    {
        BacktestOptions options = Market.Free with
        {
            Slippage = Slippage.Bps(1),
            Instruments = new Dictionary<string, Instrument> { ["TEST"] = new("TEST", InstrumentKind.Linear, TickSize: 0.1m, LotSize: 1m) },
        };
        BacktestResult result = Backtest.Run(Market.OfBars((100, 101, 99, 100), (100, 101, 99, 100), (100, 101, 99, 100)), Market.Wanting(0.5, 0), options);
        Assert.Equal([100.1m, 99.9m], result.Fills.Select(f => f.Price));
    }

    [Fact]
    public void A_short_earns_when_the_price_falls()
    {
        BacktestResult result = Backtest.Run(Market.OfCloses(100, 100, 80, 80), Market.Wanting(-1, -1, 0), Market.Free);
        Assert.Equal(1200m, result.FinalCash);
        Trade trade = Assert.Single(result.Trades);
        Assert.False(trade.IsLong);
        Assert.Equal(200m, trade.Profit);
    }

    [Fact]
    public void A_reversal_closes_one_trade_and_opens_the_next()
    {
        BacktestResult result = Backtest.Run(Market.OfCloses(100, 100, 110, 110, 99), Market.Wanting(1, 1, -1), Market.Free);

        // Long 10 from 100 to 110: equity 1100, then short 10 from 110, still open and marked at 99.
        Assert.Equal([true, false], result.Trades.Select(t => t.IsLong));
        Assert.Equal([100m, 110m], result.Trades.Select(t => t.Profit));
        Assert.Equal([false, true], result.Trades.Select(t => t.IsOpen));
        Assert.Equal(20m, result.Fills[1].Quantity);
        Assert.Equal(1210, result.Equity.Final);
    }

    [Fact]
    public void A_position_that_drifts_is_left_alone_while_the_target_stays()
    {
        BacktestResult result = Backtest.Run(Market.OfCloses(100, 100, 150, 50, 80), Market.Wanting(0.5), Market.Free);
        Assert.Single(result.Fills);
    }

    [Fact]
    public void Nothing_fills_inside_a_gap()
    {
        CandleSeries candles = Market.Of("TEST", (0, 100, 100), (1, 100, 100), (81, 90, 90), (82, 90, 90));
        BacktestResult result = Backtest.Run(candles, Market.Wanting(0, 1, 1, 1), Market.Free);
        Fill fill = Assert.Single(result.Fills);
        Assert.Equal((Market.Start.AddMinutes(81), 90m), (fill.Time, fill.Price));
    }

    [Fact]
    public void An_order_after_the_last_candle_never_fills_and_says_so()
    {
        BacktestResult result = Backtest.Run(Market.OfCloses(100, 100), Market.Wanting(0, 1), Market.Free);
        Assert.Empty(result.Fills);
        OrderRefusal refusal = Assert.Single(result.Refusals);
        Assert.Equal("To buy 10 TEST: the data ends before a candle opens at which it could trade.", refusal.Reason.Replace(".00000000", "", StringComparison.Ordinal));
    }

    [Fact]
    public void An_order_below_the_smallest_value_is_refused_with_the_limit()
    {
        BacktestOptions options = Market.Free with
        {
            Instruments = new Dictionary<string, Instrument>
            {
                ["TEST"] = new("TEST", InstrumentKind.Linear, 0.1m, 0.001m, MinNotional: 5m),
            },
        };
        BacktestResult result = Backtest.Run(Market.OfCloses(100, 100, 100), Market.Wanting(0.004), options);
        Assert.Empty(result.Fills);
        Assert.Equal(3, result.Refusals.Count(r => r.Reason.Contains("the smallest order value is 5, this is 4", StringComparison.Ordinal)));
    }

    [Fact]
    public void Two_full_targets_at_once_exceed_the_exposure_limit()
    {
        CandleSeries a = Market.Of("A", (0, 100, 100), (1, 100, 100), (2, 100, 100)), b = Market.Of("B", (0, 50, 50), (1, 50, 50), (2, 50, 50));
        BacktestResult result = Backtest.Run(
            [a, b], Market.Deciding((moment, targets) => (targets[0], targets[1]) = (1, moment == 0 ? 0 : 1)), Market.Free);
        Assert.Equal("A", Assert.Single(result.Fills).Symbol);
        Assert.Equal(2, result.Refusals.Count);
        Assert.All(result.Refusals, r => Assert.Contains("Gross exposure would be 2 of equity; the limit is 1.", r.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_ruined_account_may_close_but_not_open()
    {
        // Short 10 at 100, liquidated at the open of 250 for half a percent of 2500. What remains is a debt.
        CandleSeries candles = Market.Of((100, 100), (100, 100), (250, 250), (250, 250), (250, 250), (250, 250));
        BacktestResult result = Backtest.Run(candles, Market.Wanting(-1, -1, 0, 1), Market.Free);
        Assert.Equal(1000m + 1000m - 2500m - 12.5m, result.FinalCash);
        Assert.Equal(Enumerable.Repeat("Equity is -512.5: nothing is left to trade with.", 3), result.Refusals.Select(r => r.Reason));
        Assert.Equal(2, result.Fills.Count);
    }

    [Fact]
    public void Bars_of_two_timeframes_are_seen_only_once_closed()
    {
        CandleSeries minutes = Market.Of("A", [.. Enumerable.Range(0, 10).Select(i => (i, 100.0, 100.0))]);
        var five = new CandleSeries(
            "A", Timeframe.FiveMinutes, minutes.OpenTimes.ToArray().Where((_, i) => i % 5 == 0).ToArray(),
            new double[] { 100, 100 }, new double[] { 100, 100 }, new double[] { 100, 100 }, new double[] { 100, 100 }, new double[] { 5, 5 });
        var seen = new List<(int Feed, int Minute)>();
        Backtest.Run([minutes, five], new Watching((feed, candle) => seen.Add((feed, (int)(candle.OpenTime - Market.Start).TotalMinutes))));

        // The five-minute candle of minute 0 comes with the close of minute 4, after it.
        Assert.Equal(12, seen.Count);
        Assert.Equal([(0, 3), (0, 4), (1, 0), (0, 5)], seen[3..7]);
        Assert.Equal([(0, 9), (1, 5)], seen[10..]);
    }

    [Fact]
    public void A_series_without_candles_is_refused()
    {
        Assert.Throws<ArgumentException>("series", () => Backtest.Run(Market.OfCloses(100).Slice(0, 0), new BuyAndHold()));
        Assert.Throws<ArgumentException>("series", () => Backtest.Run([], new BuyAndHold()));
        Assert.Throws<ArgumentException>("series", () => Backtest.Run([Market.OfCloses(100), Market.OfCloses(100)], new BuyAndHold()));
    }

    [Fact]
    public void A_cancelled_run_stops()
    {
        Assert.Throws<OperationCanceledException>(() =>
            Backtest.Run(Market.OfCloses(100, 101), new BuyAndHold(), cancellationToken: new CancellationToken(canceled: true)));
    }

    private sealed class Watching(Action<int, Candle> onCandle) : IStrategy, IStrategySession
    {
        public string Name => "Watching";

        public IReadOnlyList<CandleFeed> Feeds => [];

        public IStrategySession Start(IReadOnlyList<CandleFeed> feeds) => this;

        public void OnCandle(int feed, in Candle candle) => onCandle(feed, candle);

        public void Decide(TargetExposures targets)
        {
        }
    }
}
