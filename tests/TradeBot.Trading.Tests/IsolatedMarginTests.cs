using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading.Tests;

/// <summary>The rows of the margin table that hold where each position stands for itself.</summary>
/// <remarks>The position of most facts: 40 bought at 100 with a leverage of 5, so 800 set aside, in an account of 10,000.</remarks>
public class IsolatedMarginTests
{
    private const string S = "TEST";

    private static readonly (double, double, double, double) Flat = (100, 100, 100, 100);

    private static readonly BacktestOptions Isolated = Market.Free with
    {
        Cash = 10_000m,
        Margin = new Margin { Mode = MarginMode.Isolated, Leverage = 5, Brackets = [new(0, 0.1, 100)], LiquidationFee = 0.01m },
        Risk = new RiskPolicy { MaxGrossExposure = 100 },
        Instruments = new Dictionary<string, Instrument> { [S] = new(S, InstrumentKind.Linear, 0.01m, 0.1m) },
    };

    [Fact]
    public void A_long_is_liquidated_where_its_own_margin_breaks_however_much_cash_lies_beside_it()
    {
        // 800 + 40·(p − 100) = 4·p at p = 88.88…; 1 % of 40 · 88.88 is the fee.
        BacktestResult run = Ordered(OrderSide.Buy, 40, Isolated, Flat, Flat, (100, 101, 80, 85));
        Liquidation liquidation = Assert.Single(run.Liquidations);
        Assert.Equal((40m, 88.88m, 35.552m), (liquidation.Quantity, liquidation.Price, liquidation.Fee));
        Assert.Equal(3200.0 / 9, liquidation.Equity, 1e-9);
        Assert.Equal(3200.0 / 9, liquidation.MaintenanceMargin, 1e-9);
        Assert.Equal(10_000m - 4000m + 3555.2m - 35.552m, run.FinalCash);
        Assert.Empty(Ordered(OrderSide.Buy, 40, Isolated, Flat, Flat, (100, 101, 88.89, 90)).Liquidations);
        Assert.Empty(Ordered(OrderSide.Buy, 40, Isolated with { Margin = Isolated.Margin with { Mode = MarginMode.Cross } }, Flat, Flat, (100, 101, 80, 85)).Liquidations);
    }

    [Fact]
    public void A_short_is_liquidated_above()
    {
        // 800 + 40·(100 − p) = 4·p at p = 109.09….
        Assert.Equal((-40m, 109.10m), Assert.Single(Ordered(OrderSide.Sell, 40, Isolated, Flat, Flat, (100, 120, 100, 110)).Liquidations) is var l ? (l.Quantity, l.Price) : default);
        Assert.Empty(Ordered(OrderSide.Sell, 40, Isolated, Flat, Flat, (100, 109.09, 100, 100)).Liquidations);
    }

    [Fact]
    public void An_inverse_long_is_liquidated_by_its_value_in_base_currency()
    {
        // 10 contracts of 100 at 500 are worth 2; with 1 set aside, 1 + 2 − v = 0.1·v at v = 2.72…, at a price of 366.66….
        BacktestOptions options = Isolated with
        {
            Cash = 100m,
            Margin = Isolated.Margin with { Leverage = 2, LiquidationFee = 0 },
            Instruments = new Dictionary<string, Instrument> { [S] = new(S, InstrumentKind.Inverse, 0.5m, 1m, ContractValue: 100m) },
        };
        Assert.Equal(366.5m, Assert.Single(Ordered(OrderSide.Buy, 10, options, (500, 500, 500, 500), (500, 500, 500, 500), (500, 500, 250, 250)).Liquidations).Price);
    }

    [Fact]
    public void A_long_without_leverage_is_never_liquidated() =>
        Assert.Empty(Ordered(OrderSide.Buy, 40, Isolated with { Margin = Isolated.Margin with { Leverage = 1 } }, Flat, Flat, (100, 100, 0.01, 0.01)).Liquidations);

    [Fact]
    public void Of_two_positions_only_the_one_whose_margin_breaks_is_closed()
    {
        CandleSeries other = Market.Named(Market.OfBars(Flat, Flat, (100, 100, 95, 95)), "OTHER");
        BacktestOptions options = Isolated with
        {
            Instruments = new Dictionary<string, Instrument> { [S] = Isolated.Instruments[S], ["OTHER"] = Isolated.Instruments[S] with { Symbol = "OTHER" } },
        };
        BacktestResult run = Backtest.Run([Market.OfBars(Flat, Flat, (100, 101, 80, 85)), other], Market.Ordering((moment, desk) =>
        {
            if (moment > 0)
                return;
            desk.Submit(OrderRequest.Market(S, OrderSide.Buy, 40));
            desk.Submit(OrderRequest.Market("OTHER", OrderSide.Buy, 40));
        }), options);
        Assert.Equal(S, Assert.Single(run.Liquidations).Symbol);
        Assert.Equal("OTHER", Assert.Single(run.Trades, t => t.IsOpen).Symbol);
    }

    [Fact]
    public void Profit_that_is_not_realised_carries_no_order()
    {
        // 40 from 100 to 110 are a profit of 400 over 1,000 of cash: 46 · 110 / 5 is more than 1,000, and less than 1,400.
        BacktestResult run = Added(6, Isolated with { Cash = 1000m });
        Assert.Contains(run.Refusals, r => r.Reason == "To buy 6 TEST: Initial margin would be 1012 at a leverage of 5; the balance is 1000.");
        Assert.Empty(Added(5, Isolated with { Cash = 1000m }).Refusals);
        Assert.Empty(Added(6, Isolated with { Cash = 1000m, Margin = Isolated.Margin with { Mode = MarginMode.Cross } }).Refusals);
    }

    [Fact]
    public void The_manifest_names_the_mode() =>
        Assert.EndsWith(", isolated", Ordered(OrderSide.Buy, 1, Isolated, Flat, Flat).Manifest.Options["margin"], StringComparison.Ordinal);

    private static BacktestResult Added(decimal more, BacktestOptions options) =>
        Backtest.Run(Market.OfBars(Flat, (100, 110, 100, 110), (110, 110, 110, 110)), Market.Ordering((moment, desk) =>
        {
            if (moment < 2)
                desk.Submit(OrderRequest.Market(S, OrderSide.Buy, moment == 0 ? 40 : more));
        }), options);

    private static BacktestResult Ordered(OrderSide side, decimal quantity, BacktestOptions options, params (double, double, double, double)[] bars) =>
        Backtest.Run(Market.OfBars(bars), Market.Ordering((moment, desk) => _ = moment == 0 ? desk.Submit(OrderRequest.Market(S, side, quantity)) : null), options);
}
