using TradeBot.Indicators.Momentum;
using TradeBot.MarketData;
using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies.Tests;

public class TemplateTests
{
    [Fact]
    public void A_function_is_a_strategy_on_one_symbol()
    {
        IStrategy strategy = Strategy.Of("RSI(1) up or down", () =>
        {
            var rsi = new Rsi(1);
            return candle => rsi.Update(candle.Close) switch { > 50 => 1, < 50 => -1, _ => double.NaN };
        });
        Assert.Equal([0, 1, 1, -1], Play.Targets(strategy, 10, 11, 11, 10));
        Assert.Equal([0, -1], Play.Targets(strategy, 10, 9)); // a session of its own
        Assert.Throws<ArgumentException>(() => strategy.Start([new CandleFeed("A", Timeframe.OneDay), new CandleFeed("B", Timeframe.OneDay)]));
    }

    [Fact]
    public void A_function_is_a_strategy_on_each_symbol_with_its_own_state()
    {
        IStrategy strategy = Strategy.OfEach("above its first close", () =>
        {
            double first = double.NaN;
            return candle =>
            {
                first = double.IsNaN(first) ? candle.Close : first;
                return candle.Close > first ? 1 : 0;
            };
        });
        var steps = Play.Run(strategy, [Play.Series("A", Timeframe.OneDay, 10, 11), Play.Series("B", Timeframe.OneDay, 20, 19)]);
        Assert.Equal([[0, 0], [0.5, 0]], steps.Select(s => s.Targets));
    }

    [Fact]
    public void A_function_ranks_symbols()
    {
        IStrategy strategy = Strategy.Ranked("highest price", () => candle => candle.Close, top: 1, bottom: 1, every: 2);
        var steps = Play.Run(strategy, [Play.Series("A", Timeframe.OneDay, 1, 9, 2), Play.Series("B", Timeframe.OneDay, 2, 2, 3), Play.Series("C", Timeframe.OneDay, 3, 3, 1)]);
        Assert.Equal([[-0.5, 0, 0.5], [-0.5, 0, 0.5], [0, 0.5, -0.5]], steps.Select(s => s.Targets));
    }

    [Fact]
    public void Fewer_eligible_symbols_than_asked_leave_the_rest_in_cash()
    {
        RotationStrategy strategy = Strategy.Rotate(Close).Hold(top: 2, bottom: 1).Only(Close > 2).Build();
        var steps = Play.Run(strategy, [Play.Series("A", Timeframe.OneDay, 1, 3), Play.Series("B", Timeframe.OneDay, 4, 4), Play.Series("C", Timeframe.OneDay, 1, 5)]);
        double third = 1.0 / 3;
        Assert.Equal([[0, third, 0], [-third, third, third]], steps.Select(s => s.Targets));
    }

    [Fact]
    public void A_rotation_must_hold_something_of_several()
    {
        var error = Assert.Throws<StrategyException>(() => Strategy.Rotate(["A", "B"], Timeframe.OneDay, Indicator("emma")).Hold(3).Build());
        Assert.Equal(["rotate", "rotate score"], error.Faults.Select(f => f.Place));
    }

    [Fact]
    public void A_portfolio_adds_exposures_by_weight()
    {
        IStrategy portfolio = Strategy.Portfolio("both", (Strategy.Rule().Long(Close > 10).Exit(Close < 10).Build(), 0.5), (new BuyAndHold(), 0.25));
        Assert.Equal([0.25, 0.75, 0.25], Play.Targets(portfolio, 9, 11, 9));
    }

    [Fact]
    public void A_portfolio_passes_levels_and_their_exits_through()
    {
        IStrategy portfolio = Strategy.Portfolio("two symbols",
            (Strategy.On("A", Timeframe.OneDay).Long(Close > 10).Stop(1.0).Cooldown(1).Build(), 0.5),
            (Strategy.On("B", Timeframe.OneDay).Long(Close > 10).Build(), 0.5));
        int step = 0;
        ProtectiveLevel stop = default;
        var steps = Play.Run(portfolio, [Play.Series("A", Timeframe.OneDay, 11, 11, 11, 11), Play.Series("B", Timeframe.OneDay, 11, 11, 11, 11)], (_, targets) =>
        {
            if (step++ != 0)
                return;
            stop = targets.LevelsOf(0).Stop;
            targets.Close(0, ProtectiveExit.Stop);
        });
        Assert.Equal(ProtectiveLevel.Distance(1), stop);
        Assert.Equal([[0, 0.5], [0, 0.5], [0, 0.5], [0.5, 0.5]], steps.Select(s => s.Targets));
    }

    [Fact]
    public void Levels_of_a_symbol_that_two_parts_hold_are_refused()
    {
        IStrategy portfolio = Strategy.Portfolio("clash", (Strategy.Rule().Long(Close > 10).Stop(1.0).Named("guarded").Build(), 0.5), (new BuyAndHold(), 0.5));
        var error = Assert.Throws<InvalidOperationException>(() => Play.Targets(portfolio, 11));
        Assert.Contains("guarded sets levels for TEST", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hedge_is_refused_beside_levels_and_on_many_symbols()
    {
        var error = Assert.Throws<StrategyException>(() => Strategy.OnEverySymbol().Long(Close > 10).Stop(1.0).Hedge("B").Build());
        Assert.Equal(["hedge", "hedge"], error.Faults.Select(f => f.Place));
    }
}
