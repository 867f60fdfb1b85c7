using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies.Tests;

public class ThreeValuedLogicTests
{
    private static readonly Condition True = Close > 0;
    private static readonly Condition False = Close < 0;
    private static readonly Condition Unknown = Sma(1_000) > 0;

    public static TheoryData<Condition, bool?> Table => new()
    {
        { True & Unknown, null },
        { Unknown & True, null },
        { False & Unknown, false },
        { Unknown & False, false },
        { Unknown & Unknown, null },
        { True | Unknown, true },
        { Unknown | True, true },
        { False | Unknown, null },
        { Unknown | Unknown, null },
        { !Unknown, null },
        { !True, false },
        { !False, true },
        { Majority(True, True, Unknown), true },
        { Majority(True, False, Unknown), null },
        { Majority(False, False, Unknown), false },
        { Weighted(0.5, (True, 2), (Unknown, 1)), true },
        { Weighted(0.8, (True, 2), (Unknown, 1)), null },
        { Weighted(0.8, (False, 2), (Unknown, 1)), false },
        { Confident(0.5, (True, Sma(1_000)), (True, 1.0)), null },
        { True.Unless(Unknown), null },
        { Unknown.Within(3), null },
        { Unknown.Becomes(), null },
        { Close.CrossesAbove(Sma(1_000)), null },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Follows_Kleene(Condition condition, bool? expected) =>
        Assert.Equal(expected, condition.Over(Play.Closes(1, 1))[1]);

    [Fact]
    public void A_constant_is_known() =>
        Assert.Throws<StrategyException>(() => Close.CrossesAbove(double.NaN).Over(Play.Closes(1)));

    [Fact]
    public void The_opposite_of_unknown_enters_nothing_and_closes_nothing()
    {
        RuleStrategy enters = Strategy.Rule().Long(!(Close < Sma(3))).Build();
        Assert.Equal([0, 0, 1], Play.Targets(enters, 1, 2, 3));

        RuleStrategy closes = Strategy.Rule().Long(Close > 0).Exit(!(Close > Sma(3))).Build();
        Assert.Equal([1, 1, 1, 0], Play.Targets(closes, 3, 2, 3, 1));
    }
}
