using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading.Tests;

/// <summary>Fills that follow the candles inside a strategy's candles.</summary>
public class IntrabarCandlesTests
{
    private const string S = "TEST";

    private static readonly (double, double, double, double) Flat = (100, 100, 100, 100);

    /// <summary>Ten minutes, two candles of five. The second rises to 111 in its second minute and falls to 94 in its fourth.</summary>
    private static readonly CandleSeries Minutes = Market.OfBars(
        Flat, Flat, Flat, Flat, Flat,
        Flat, (100, 111, 100, 105), (105, 105, 99, 99), (99, 99, 94, 96), (96, 98, 96, 98));

    private static readonly CandleSeries Five = Resampler.Resample(Minutes, Timeframe.FiveMinutes);

    [Fact]
    public void The_parts_say_whether_stop_or_target_came_first()
    {
        BacktestResult coarse = Backtest.Run(Five, Bracket(), Market.Free);
        Assert.Equal((95m, 1), (coarse.Fills[1].Price, coarse.Ambiguity.Exits.Count));

        BacktestResult intrabar = Backtest.Run(Five, Bracket(), Market.Free with { IntrabarCandles = [Minutes] });
        Assert.Equal([100m, 110m], intrabar.Fills.Select(f => f.Price));
        Assert.Equal([Market.Start.AddMinutes(5), Market.Start.AddMinutes(7)], intrabar.Fills.Select(f => f.Time));
        Assert.Empty(intrabar.Ambiguity.Exits);
        Assert.Equal(2, intrabar.Equity.Count);
    }

    [Fact]
    public void The_strategy_sees_its_own_candles_alone()
    {
        int decisions = 0;
        Backtest.Run(Five, Market.Deciding((_, _) => decisions++), Market.Free with { IntrabarCandles = [Minutes] });
        Assert.Equal(2, decisions);
    }

    [Fact]
    public void Nothing_fills_where_a_part_is_missing()
    {
        CandleSeries gap = Market.Of(S, [.. Enumerable.Range(0, 10).Where(i => i is not (5 or 6)).Select(i => (i, i == 7 ? 98.0 : 100.0, 100.0))]);
        BacktestResult run = Backtest.Run(Five, Market.Wanting(1), Market.Free with { IntrabarCandles = [gap] });
        Assert.Equal((98m, Market.Start.AddMinutes(7)), (run.Fills[0].Price, run.Fills[0].Time));
    }

    [Fact]
    public void Orders_fill_as_in_a_run_on_the_parts()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            CandleSeries minutes = MarketGenerator.Single(600, seed);
            CandleSeries hours = Resampler.Resample(minutes, Timeframe.FifteenMinutes);
            var options = new BacktestOptions
            {
                Path = (IntrabarPath)(seed % 3),
                Participation = seed % 4 == 0 ? 0.01 : double.PositiveInfinity,
                Slippage = seed % 2 == 0 ? Slippage.SquareRootImpact(1) : Slippage.Bps(2),
                Latency = seed % 5 == 0 ? Latency.Uniform(TimeSpan.Zero, TimeSpan.FromMinutes(3), seed) : Latency.None,
            };
            BacktestResult intrabar = Backtest.Run(hours, new EveryQuarter(seed, watched: 0), options with { IntrabarCandles = [minutes] });
            BacktestResult parts = Backtest.Run([minutes, hours], new EveryQuarter(seed, watched: 1), options);
            Assert.NotEmpty(intrabar.Fills);
            Assert.Equal(parts.Fills, intrabar.Fills);
            Assert.Equal(parts.Orders.Select(o => (o.State, o.Reason)), intrabar.Orders.Select(o => (o.State, o.Reason)));
            Assert.Equal(parts.Equity.Final, intrabar.Equity.Final);
        }
    }

    [Fact]
    public void A_store_gives_the_shortest_timeframe_that_spans_the_feed()
    {
        string folder = Directory.CreateTempSubdirectory("tradebot").FullName;
        try
        {
            CandleStore store = CandleStore.Open(folder);
            store.Upsert(Minutes);
            store.Upsert(Five);
            IStrategy rule = Strategy.On(S, Timeframe.FiveMinutes).Long(when: Expressions.Close > 0).TakeProfit(10).Stop(5).Build();
            BacktestResult run = Backtest.Run(store, rule, Market.Free);
            Assert.Equal([100m, 110m], run.Fills.Select(f => f.Price));
            Assert.Equal(["TEST 5m", "TEST 1m"], run.Manifest.Data.Select(d => $"{d.Symbol} {d.Timeframe}"));

            store.Replace(Minutes.Slice(0, 9));
            Assert.Equal([100m, 95m], Backtest.Run(store, rule, Market.Free).Fills.Select(f => f.Price));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Candles_that_cannot_be_the_parts_are_refused_by_name()
    {
        Assert.Contains("TEST 1m do not span", Fault(Minutes.Slice(1, 9)), StringComparison.Ordinal);
        Assert.Contains("TEST 5m are not shorter than 5m", Fault(Five), StringComparison.Ordinal);
        Assert.Contains("given together with others", Fault(Minutes, Minutes), StringComparison.Ordinal);
        Assert.Contains("OTHER 1m belong to no series of the run; it has TEST", Fault(Market.Of("OTHER", (0, 1, 1))), StringComparison.Ordinal);
    }

    private static string Fault(params CandleSeries[] intrabar) =>
        Assert.Throws<ArgumentException>(() => Backtest.Run(Five, new BuyAndHold(), Market.Free with { IntrabarCandles = intrabar })).Message;

    private static IOrderAlgorithm Bracket() => Market.Ordering((moment, desk) =>
    {
        if (moment == 0)
            desk.SubmitBracket(OrderRequest.Market(S, OrderSide.Buy, 1), OrderRequest.Stop(S, OrderSide.Sell, 1, 95), OrderRequest.Limit(S, OrderSide.Sell, 1, 110));
    });

    /// <summary>Gives random orders whenever a candle of the watched feed has closed.</summary>
    private sealed class EveryQuarter(int seed, int watched) : IOrderAlgorithm
    {
        public string Name => "Every quarter";

        public IOrderAlgorithmSession Start(IReadOnlyList<CandleFeed> feeds) => new Session(new Random(seed), feeds[0].Symbol, watched);

        private sealed class Session(Random random, string symbol, int watched) : IOrderAlgorithmSession
        {
            private double _close = double.NaN;

            public void OnCandle(int feed, in Candle candle)
            {
                if (feed == watched)
                    _close = candle.Close;
            }

            public void Decide(IOrderDesk desk)
            {
                if (double.IsNaN(_close))
                    return;
                OrderSide side = (OrderSide)random.Next(2);
                decimal price = Math.Round((decimal)(_close * (1 + 0.004 * (random.NextDouble() - 0.5))), 2);
                desk.Submit(random.Next(5) switch
                {
                    0 => OrderRequest.Limit(symbol, side, 0.01m, price),
                    1 => OrderRequest.Stop(symbol, side, 0.01m, price),
                    2 => OrderRequest.TrailingStop(symbol, side, 0.01m, Trail.Fraction(0.002)),
                    3 => OrderRequest.TakeProfit(symbol, side, 0.01m, price),
                    _ => OrderRequest.Market(symbol, side, 0.01m),
                });
                _close = double.NaN;
            }

            public void OnFill(in Fill fill, Order order, IOrderDesk desk)
            {
            }
        }
    }
}
