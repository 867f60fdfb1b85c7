using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading.Tests;

/// <summary>Liquidation bracket by bracket.</summary>
/// <remarks>
/// The account: 1,000 of cash, 40 bought at 100, 10 % of the first 2,000 and 20 % of the rest as maintenance margin, so that
/// −3,000 + 40·p = 200 + 0.2·(40·p − 2,000) at p = 87.5.
/// </remarks>
public class StepwiseLiquidationTests
{
    private const string S = "TEST";

    private static readonly (double, double, double, double) Flat = (100, 100, 100, 100);

    private static readonly BacktestOptions Stepwise = Market.Free with
    {
        Margin = new Margin { Stepwise = true, Leverage = 5, Brackets = [new(0, 0.1, 100), new(2000, 0.2, 100)], LiquidationFee = 0.01m },
        Risk = new RiskPolicy { MaxGrossExposure = 100 },
        Sizing = Sizing.FractionOfEquity(4),
        Instruments = new Dictionary<string, Instrument> { [S] = new(S, InstrumentKind.Linear, 0.01m, 0.1m) },
    };

    [Fact]
    public void A_position_is_reduced_until_it_lies_in_the_bracket_below()
    {
        // 22.8 · 87.5 = 1,995 is the most below 2,000: 17.2 are closed, for 1,505 less 15.05.
        BacktestResult run = Held(Stepwise, Flat, Flat, (100, 100, 80, 85));
        Assert.Equal((17.2m, 87.5m, 15.05m), Assert.Single(run.Liquidations) is var l ? (l.Quantity, l.Price, l.Fee) : default);
        Assert.Equal(-3000m + 1505m - 15.05m, run.FinalCash);
        Trade open = Assert.Single(run.Trades);
        Assert.Equal((true, true, 40m), (open.IsOpen, open.IsLiquidated, open.Quantity));
    }

    [Fact]
    public void In_the_first_bracket_the_rest_is_closed_whole()
    {
        // −1,510.05 + 22.8·p = 2.28·p at p = 73.589….
        BacktestResult run = Held(Stepwise, Flat, Flat, (100, 100, 70, 71));
        Assert.Equal([(17.2m, 87.5m), (22.8m, 73.58m)], run.Liquidations.Select(l => (l.Quantity, l.Price)));
        Assert.All(run.Liquidations, l => Assert.Equal(l.Equity, l.MaintenanceMargin, 1e-9));
    }

    [Fact]
    public void A_step_that_does_not_mend_the_margin_is_followed_by_the_next_at_the_same_price()
    {
        // At 60 equity is −600: 33.3 · 60 lies below 2,000, and the margin is still broken.
        BacktestResult run = Held(Stepwise, Flat, Flat, (60, 60, 60, 60));
        Assert.Equal([(6.7m, 60m), (33.3m, 60m)], run.Liquidations.Select(l => (l.Quantity, l.Price)));
    }

    [Fact]
    public void Whole_at_once_is_the_default() =>
        Assert.Equal((40m, 87.5m), Assert.Single(Held(Stepwise with { Margin = Stepwise.Margin with { Stepwise = false } }, Flat, Flat, (100, 100, 80, 85)).Liquidations) is var l ? (l.Quantity, l.Price) : default);

    [Fact]
    public void The_levels_of_a_target_guard_what_a_step_leaves()
    {
        BacktestResult run = Held(Stepwise, new ProtectiveLevels(ProtectiveLevel.Price(80)), Flat, Flat, (100, 100, 79, 85), Flat);
        Assert.Equal([(100m, 40m), (87.5m, -17.2m), (80m, -22.8m)], run.Fills.Select(f => (f.Price, f.SignedQuantity)));
        Assert.Equal(ProtectiveExit.Stop, run.Orders[(int)run.Fills[2].Order - 1].Exit);
    }

    private static BacktestResult Held(BacktestOptions options, params (double, double, double, double)[] bars) => Held(options, default, bars);

    private static BacktestResult Held(BacktestOptions options, ProtectiveLevels levels, params (double, double, double, double)[] bars) =>
        Backtest.Run(Market.OfBars(bars), Market.Deciding((moment, targets) =>
        {
            if (moment != 0)
                return;
            targets[0] = 1;
            targets.Protect(0, levels);
        }), options);
}
