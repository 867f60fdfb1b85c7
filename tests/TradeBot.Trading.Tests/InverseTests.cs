using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading.Tests;

/// <summary>Inverse contracts, worth 100 of quote currency each, in an account in base currency.</summary>
public class InverseTests
{
    private const string S = "TEST";

    private static readonly BacktestOptions Inverse = Market.Free with
    {
        Cash = 2m,
        Instruments = new Dictionary<string, Instrument> { [S] = new(S, InstrumentKind.Inverse, 0.5m, 1m, ContractValue: 100m) },
    };

    [Fact]
    public void A_long_earns_base_currency_when_the_price_rises()
    {
        // 10 contracts of 100 from 500 to 1,000: 10 · 100 · (1/500 − 1/1000) = 1.
        BacktestResult run = Ordered(10, Inverse, 500, 500, 1000, 1000);
        Assert.Equal([2, 2, 3, 3], run.Equity.Values.ToArray());
        Assert.Equal([-2m, 1m], run.Fills.Select(f => f.Paid));
        Assert.Equal(3m, run.FinalCash);
        Trade trade = Assert.Single(run.Trades);
        Assert.Equal((1m, 500m, 1000m, true), (trade.Profit, trade.EntryPrice, trade.ExitPrice, trade.IsLong));
        Assert.Equal(0.5, trade.Return);
    }

    [Fact]
    public void A_short_as_large_as_the_cash_is_worth_the_same_quote_currency_at_every_price()
    {
        // 10 contracts of 100 sold at 500 with 2 of base: always 1,000 of quote currency.
        BacktestResult run = Ordered(-10, Inverse, 500, 500, 1000, 250, 125);
        Assert.Equal([1000, 1000, 1000, 1000, 1000], run.Equity.Values.ToArray().Zip([500, 500, 1000, 250, 125], (e, p) => e * p));
        Assert.Empty(run.Liquidations);
    }

    [Fact]
    public void Costs_are_in_base_currency()
    {
        BacktestOptions options = Inverse with { Fees = new FeeSchedule(0, 0.001m), Slippage = Slippage.Bps(100), Cash = 3m };
        CandleSeries candles = Market.OfBars([.. Enumerable.Repeat((500.0, 510.0, 490.0, 500.0), 4)]);
        BacktestResult run = Ordered(10, options, candles);

        // Bought at 505, sold at 495: 1000/505 = 1.98019802 and 1000/495 = 2.02020202 of base, against 2 at 500.
        Assert.Equal([505m, 495m], run.Fills.Select(f => f.Price));
        Assert.Equal([1.98019802m, 2.02020202m], run.Fills.Select(f => f.Notional));
        Assert.Equal([0.00198020m, 0.00202020m], run.Fills.Select(f => f.Fee));
        Assert.Equal([0.01980198m, 0.02020202m], run.Fills.Select(f => f.Slippage));
        Assert.Equal(3m + 1.98019802m - 2.02020202m - 0.0040004m, run.FinalCash);
        Assert.Equal(run.FinalCash - 3m, run.Trades[0].Profit);

        // Candles that stand still show 500, and the same cost is charged in cash.
        BacktestResult still = Ordered(10, options, 500, 500, 500, 500);
        Assert.Equal([500m, 500m], still.Fills.Select(f => f.Price));
        Assert.Equal([0.01980198m, 0.02020202m], still.Fills.Select(f => f.Impact));
        Assert.Equal((run.FinalCash, run.Trades[0].Profit), (still.FinalCash, still.Trades[0].Profit));
    }

    [Fact]
    public void A_target_is_a_fraction_of_equity_in_base_currency()
    {
        // All of 2 base at 500 is 1,000 of quote currency: 10 contracts.
        BacktestResult run = Backtest.Run(Market.OfCloses(500, 500, 1000), Market.Wanting(1), Inverse);
        Assert.Equal(10m, run.Fills[0].Quantity);
        Assert.Equal(3, run.Equity.Final);
        Assert.Equal([0, 1, 1f / 3], run.Equity.Exposure.ToArray());
    }

    [Fact]
    public void A_reversal_splits_its_value_between_two_trades()
    {
        BacktestResult run = Backtest.Run(Market.OfCloses(500, 500, 1000, 1000, 500), Market.Ordering((moment, desk) =>
        {
            if (moment is 0 or 2)
                desk.Submit(OrderRequest.Market(S, moment == 0 ? OrderSide.Buy : OrderSide.Sell, moment == 0 ? 10 : 15));
        }), Inverse);
        Assert.Equal([1m, 0.5m], run.Trades.Select(t => t.Profit));
        Assert.Equal(3.5, run.Equity.Final);
    }

    [Fact]
    public void Funding_is_paid_in_base_currency()
    {
        BacktestResult run = Ordered(10, Inverse with
        {
            Funding = new Dictionary<string, IReadOnlyList<FundingRate>> { [S] = [new(Market.Start.AddMinutes(2), 0.01m)] },
        }, 500, 500, 1000, 1000);
        Assert.Equal(0.02m, Assert.Single(run.Funding).Amount);
    }

    [Fact]
    public void A_long_is_liquidated_below()
    {
        // Two base, ten contracts at 500 in debt of 2 each way: 4 − 1000/p = 0.1 · 1000/p at p = 275.
        BacktestResult run = Ordered(10, Inverse with { Margin = new Margin { Brackets = [new(0, 0.1, 10)], LiquidationFee = 0 } }, 500, 500, 250, 250);
        Assert.Equal((10m, 275m), (run.Liquidations[0].Quantity, run.Liquidations[0].Price));
        Assert.Equal(4m - 3.63636364m, run.FinalCash);
    }

    [Fact]
    public void A_short_is_liquidated_above()
    {
        // Sold 20 at 500 with 2 base: cash −2 + 2000/p = 0.1 · 2000/p at p = 900.
        BacktestResult run = Ordered(-20, Inverse with
        {
            Margin = new Margin { Leverage = 2, Brackets = [new(0, 0.1, 10)] },
            Risk = new RiskPolicy { MaxGrossExposure = 2 },
        }, 500, 500, 1000, 1000);
        Assert.Equal((-20m, 900m), (run.Liquidations[0].Quantity, run.Liquidations[0].Price));
    }

    [Fact]
    public void Smallest_values_are_in_quote_currency()
    {
        BacktestOptions options = Inverse with
        {
            Instruments = new Dictionary<string, Instrument> { [S] = new(S, InstrumentKind.Inverse, 0.5m, 1m, MinNotional: 250m, ContractValue: 100m) },
        };
        Assert.Contains("the smallest order value is 250, this is 200.", Ordered(2, options, 500, 500).Refusals[0].Reason, StringComparison.Ordinal);
        Assert.Single(Ordered(3, options, 500, 500).Fills);
    }

    [Fact]
    public void Its_account_holds_no_other_symbol()
    {
        CandleSeries other = Market.Of("OTHER", (0, 100, 100));
        var error = Assert.Throws<ArgumentException>(() => Backtest.Run([Market.OfCloses(100), other], Market.Deciding((_, _) => { }), Inverse));
        Assert.Contains("TEST is inverse", error.Message, StringComparison.Ordinal);
        Assert.Contains("TEST, OTHER", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Trades contracts at the open of the second candle and closes them at the open of the last, if that is the fourth.</summary>
    private static BacktestResult Ordered(decimal contracts, BacktestOptions options, params double[] closes) =>
        Ordered(contracts, options, Market.OfCloses(closes));

    private static BacktestResult Ordered(decimal contracts, BacktestOptions options, CandleSeries candles) =>
        Backtest.Run(candles, Market.Ordering((moment, desk) =>
        {
            OrderSide side = contracts > 0 == (moment == 0) ? OrderSide.Buy : OrderSide.Sell;
            if (moment == 0)
                desk.Submit(OrderRequest.Market(S, side, Math.Abs(contracts)));
            if (moment == 2 && candles.Count == 4)
                desk.Submit(OrderRequest.Market(S, side, Math.Abs(contracts)) with { ReduceOnly = true });
        }), options);
}
