using TradeBot.MarketData;

namespace TradeBot.Trading.Tests;

/// <summary>Margins by value, and what a margin desk makes of an account, worked by hand.</summary>
public class MarginTableTests
{
    /// <summary>Maintenance of 10 % up to 1,000, 20 % up to 3,000, 30 % beyond: 100 and 500 at the borders.</summary>
    private static readonly Margin Margins = new()
    {
        Leverage = 8, Brackets = [new(0, 0.1, 10), new(1_000, 0.2, 5), new(3_000, 0.3, 2)],
    };

    private static readonly MarginTable Table = new(Margins, "TEST");

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(500, 62.5, 50, 0)]
    [InlineData(999, 124.875, 99.9, 0)]
    [InlineData(1_000, 200, 100, 1_000)]
    [InlineData(2_000, 400, 300, 1_000)]
    [InlineData(3_000, 1_500, 500, 3_000)]
    [InlineData(5_000, 2_500, 1_100, 3_000)]
    public void Margin_follows_the_bracket_of_the_value(double value, double initial, double maintenance, double start) =>
        Assert.Equal((initial, maintenance, start), (Table.Initial(value), Math.Round(Table.Maintenance(value), 9), Table.BracketStart(value)));

    [Theory]
    [InlineData(-450, 500)] // −450 + 500 = 50
    [InlineData(-1_700, 2_000)]
    [InlineData(-3_900, 5_000)]
    [InlineData(0, double.NaN)]
    [InlineData(10, double.NaN)]
    public void What_adds_to_equity_breaks_where_it_has_become_too_small(double rest, double value) => Assert.Equal(value, Table.Breaks(rest, 1), 1e-9);

    [Theory]
    [InlineData(550, 500)] // 550 − 500 = 50
    [InlineData(2_300, 2_000)]
    [InlineData(6_100, 5_000)]
    [InlineData(0, 0)]
    [InlineData(-10, 0)]
    public void What_is_owed_breaks_where_it_has_become_too_large(double rest, double value) => Assert.Equal(value, Table.Breaks(rest, -1), 1e-9);

    [Fact]
    public void A_symbol_of_its_own_leverage_and_brackets_follows_them()
    {
        Margin margin = Margins with
        {
            LeverageOf = new Dictionary<string, double> { ["A"] = 2 }, BracketsOf = new Dictionary<string, IReadOnlyList<MarginBracket>> { ["B"] = [new(0, 0.5, 4)] },
        };
        Assert.Equal((2.0, 8.0, 8.0), (new MarginTable(margin, "A").Leverage, new MarginTable(margin, "B").Leverage, new MarginTable(margin, "C").Leverage));
        Assert.Equal((50.0, 25.0, 12.5), (new MarginTable(margin, "A").Initial(100), new MarginTable(margin, "B").Initial(100), new MarginTable(margin, "C").Initial(100)));
        Assert.Equal((50.0, 10.0), (new MarginTable(margin, "B").Maintenance(100), new MarginTable(margin, "C").Maintenance(100)));
    }

    [Fact]
    public void The_default_has_no_leverage_and_half_a_percent_of_maintenance()
    {
        Assert.Equal((1.0, 0.005m, MarginMode.Cross, false), (Margin.Default.Leverage, Margin.Default.LiquidationFee, Margin.Default.Mode, Margin.Default.Stepwise));
        Assert.Equal([new MarginBracket(0, 0.005, 100)], Margin.Default.Brackets);
    }

    [Fact]
    public void A_margin_tells_its_rules()
    {
        Assert.Equal("leverage 1, brackets 0:0.005:100, liquidation fee 0.005", Margin.Default.ToString());
        Margin all = Margins with
        {
            LeverageOf = new Dictionary<string, double> { ["B"] = 3, ["A"] = 2.5 },
            BracketsOf = new Dictionary<string, IReadOnlyList<MarginBracket>> { ["D"] = [new(0, 0.5, 4)], ["C"] = [new(0, 0, 1)] },
            LiquidationFee = 0, Mode = MarginMode.Isolated, Stepwise = true,
        };
        Assert.Equal(
            "leverage 8 A 2.5 B 3, brackets 0:0.1:10/1000:0.2:5/3000:0.3:2 C 0:0:1 D 0:0.5:4, liquidation fee 0, isolated, stepwise", all.ToString());
    }

    [Fact]
    public void Values_at_the_border_of_what_is_accepted_are_accepted_and_others_say_why()
    {
        _ = new Margin { Leverage = 1, LiquidationFee = 0, Brackets = [new(0, 0, 1), new(1, 0.999, 1)], LeverageOf = new Dictionary<string, double> { ["A"] = 1 } };
        foreach (double leverage in (double[])[0.999, double.NaN, double.PositiveInfinity])
        {
            Says("Leverage must be finite and at least 1.", () => new Margin { Leverage = leverage });
            Says("Leverage must be finite and at least 1.", () => new Margin { LeverageOf = new Dictionary<string, double> { ["A"] = leverage } });
            Says("Leverage must be finite and at least 1.", () => new Margin { Brackets = [new(0, 0.1, leverage)] });
        }

        Says("The liquidation fee must not be negative.", () => new Margin { LiquidationFee = -0.001m });
        Says("The first margin bracket must begin at 0.", () => new Margin { Brackets = [new(1, 0.1, 1)] });
        Says("The first margin bracket must begin at 0.", () => new Margin { BracketsOf = new Dictionary<string, IReadOnlyList<MarginBracket>> { ["A"] = [] } });
        Says("Margin brackets must rise: 5 follows 5.", () => new Margin { Brackets = [new(0, 0.1, 1), new(5, 0.1, 1), new(5, 0.2, 1)] });
        Says("Margin brackets must rise: Infinity follows 0.", () => new Margin { Brackets = [new(0, 0.1, 1), new(double.PositiveInfinity, 0.1, 1)] });
        Says("A maintenance rate must be in [0, 1).", () => new Margin { Brackets = [new(0, 1, 1)] });
        Says("A maintenance rate must be in [0, 1).", () => new Margin { Brackets = [new(0, -0.001, 1)] });
    }

    [Fact]
    public void An_order_needs_margin_only_beyond_what_equity_pays_in_full()
    {
        // Half of 8 is the most that the third bracket allows: a gross of 1,000 has its margin, one of 3,000 needs 1,500.
        TradingBooks books = Accounts.Of();
        var desk = new MarginDesk(books, Margins);
        Assert.Null(desk.Judge(Accounts.Order(OrderSide.Buy, 30), books.Symbols[0], 30, gross: 1_000));
        Assert.Null(desk.Judge(Accounts.Order(OrderSide.Buy, 30), books.Symbols[0], 30, gross: 0));
        Assert.Null(desk.Judge(Accounts.Order(OrderSide.Buy, 29), books.Symbols[0], 29, gross: 2_900));
        Assert.Equal(
            "Initial margin would be 1500 at a leverage of 8; equity is 1000.", desk.Judge(Accounts.Order(OrderSide.Buy, 30), books.Symbols[0], 30, gross: 3_000));
    }

    [Theory]
    [InlineData(50.00000002, true)] // 4e-10 beyond the equity: rounding
    [InlineData(50.0000001, false)] // 2e-9
    public void Rounding_does_not_want_for_margin(double quantity, bool passes)
    {
        TradingBooks books = Accounts.Of();
        var desk = new MarginDesk(books, new Margin { Leverage = 5 });
        Assert.Equal(passes, desk.Judge(Accounts.Order(OrderSide.Buy, (decimal)quantity), books.Symbols[0], (decimal)quantity, gross: 100 * quantity) is null);
    }

    [Fact]
    public void An_order_that_only_reduces_needs_no_margin_even_without_equity()
    {
        TradingBooks books = Accounts.Of(cash: 0m);
        books.Trade(-10, 90);
        Assert.Null(new MarginDesk(books, Margins).Judge(Accounts.Order(OrderSide.Buy, 10), books.Symbols[0], 10, gross: 0));
    }

    [Fact]
    public void Margin_is_that_of_all_positions_with_their_orders_filled()
    {
        // A: 4 held and 2 bought, 600 of value; B: 2 short and 7 to sell, 900; 62.5 and … at a leverage of 8 are 75 and 112.5.
        TradingBooks books = Accounts.OfSeveral(100m, "A", "B");
        books.Trade(4, 100);
        books.Trade(-2, 100, symbol: 1);
        books.Working(OrderSide.Sell, 7, book: 1);
        Assert.Equal(
            "Initial margin would be 187.5 at a leverage of 8; equity is 100.", new MarginDesk(books, Margins).Judge(Accounts.Order(OrderSide.Buy, 2), books.Symbols[0], 2, gross: 1_500));
    }

    [Fact]
    public void Orders_that_rest_on_one_side_alone_need_margin()
    {
        TradingBooks books = Accounts.OfSeveral(100m, "A", "B");
        books.Working(OrderSide.Sell, 4, book: 1);
        var desk = new MarginDesk(books, Margins);
        Order order = Accounts.Order(OrderSide.Buy, 4, OrderType.Limit);
        Assert.Null(desk.Judge(order, books.Symbols[0], 4, gross: 800)); // 50 and 50
        Assert.StartsWith("Initial margin would be 101.25 ", desk.Judge(order, books.Symbols[0], 4.1m, gross: 810), StringComparison.Ordinal);
    }

    [Fact]
    public void Across_positions_profit_on_paper_carries_an_order_and_what_owes_nothing_cannot_break()
    {
        // 5 from 100 to 120: 1,100 of equity pay for 9 at 120, and not for 9.2.
        TradingBooks books = Accounts.Of();
        books.Trade(5, 100);
        books.Marks[0] = 120;
        var desk = new MarginDesk(books, Margin.Default);
        Assert.False(desk.MayBreak);
        Assert.Null(desk.Judge(Accounts.Order(OrderSide.Buy, 4), books.Symbols[0], 4, gross: 1_101));
        Assert.Equal("Initial margin would be 1104 at a leverage of 1; equity is 1100.", desk.Judge(Accounts.Order(OrderSide.Buy, 4.2m), books.Symbols[0], 4.2m, gross: 1_104));
    }

    [Fact]
    public void Isolated_an_order_is_paid_from_the_balance()
    {
        // A long that gains 100 and a short that loses 40: 1,060 of equity, 1,000 of balance.
        TradingBooks books = Accounts.OfSeveral(1_000m, "A", "B", "C");
        books.Trade(5, 100);
        books.Trade(-2, 100, symbol: 1);
        (books.Marks[0], books.Marks[1]) = (120, 120);
        var desk = new MarginDesk(books, Margins with { Mode = MarginMode.Isolated });
        Assert.Null(desk.Judge(Accounts.Order(OrderSide.Buy, 1), books.Symbols[0], 1, gross: 1_000));

        // 5 and 45 of A are worth 6,000, which need 3,000, and 2 of B 240, which need 30.
        Assert.Equal(
            "Initial margin would be 3030 at a leverage of 8; the balance is 1000.", desk.Judge(Accounts.Order(OrderSide.Buy, 45), books.Symbols[0], 45, gross: 6_240));
    }

    [Fact]
    public void Maintenance_is_that_of_what_is_held()
    {
        // 500 of A, 2,000 of B short, nothing of C: 50 and 300.
        TradingBooks books = Accounts.OfSeveral(10_000m, "A", "B", "C");
        books.Trade(5, 100);
        books.Trade(-20, 100, symbol: 1);
        var desk = new MarginDesk(books, Margins);
        Assert.Equal((350.0, 300.0, 50.0, 350.0), (desk.Maintenance(), desk.Maintenance(except: 0), desk.Maintenance(except: 1), desk.Maintenance(except: 2)));
        Assert.Equal((10_000.0, 350.0), desk.StandingOf(books.Symbols[0]));
    }

    [Fact]
    public void A_level_follows_the_ledger_and_the_prices_of_others()
    {
        // 5 of A bought with 450 of debt: −450 + 5·p = 0.5·p at 100; with 500 of debt at 111.1….
        TradingBooks books = Accounts.Of(cash: 50m, mark: 200);
        var desk = new MarginDesk(books, Margins);
        Assert.Equal((double.NaN, false), (desk.LevelOf(books.Symbols[0]), desk.MayBreak));
        books.Trade(5, 100);
        Assert.Equal((100, true), (Math.Round(desk.LevelOf(books.Symbols[0]), 9), desk.MayBreak));
        books.Account.Pay(50);
        Assert.Equal(1_000 / 9.0, desk.LevelOf(books.Symbols[0]), 1e-9);

        // Beside it 2 of B: at 150 they add 300 and keep 30: −450 + 300 − 30 = −180, at 40; at 100 they add 200 and keep 20.
        books = Accounts.OfSeveral(250m, "A", "B", "C");
        books.Trade(5, 100);
        books.Trade(2, 100, symbol: 1);
        desk = new MarginDesk(books, Margins);
        books.Marks[1] = 150;
        Assert.Equal(40, desk.LevelOf(books.Symbols[0]), 1e-9);
        books.Marks[1] = 100;
        Assert.Equal(60, desk.LevelOf(books.Symbols[0]), 1e-9);
        Assert.Equal(double.NaN, desk.LevelOf(books.Symbols[2]));
    }

    [Fact]
    public void Isolated_a_position_stands_for_itself()
    {
        // 5 at 100 with 62.5 set aside: −437.5 + 5·p = 0.5·p at 97.2…; a short 562.5 − 5·p = 0.5·p at 102.2….
        TradingBooks books = Accounts.OfSeveral(10_000m, "A", "B", "C");
        var desk = new MarginDesk(books, Margins with { Mode = MarginMode.Isolated });
        Assert.False(desk.MayBreak);
        books.Trade(5, 100);
        Assert.True(desk.MayBreak);
        books.Trade(-5, 100, symbol: 1);
        Assert.Equal(437.5 / 4.5, desk.LevelOf(books.Symbols[0]), 1e-9);
        Assert.Equal(562.5 / 5.5, desk.LevelOf(books.Symbols[1]), 1e-9);
        Assert.Equal(double.NaN, desk.LevelOf(books.Symbols[2]));
        (books.Marks[0], books.Marks[1]) = (98, 102);
        Assert.Equal((52.5, 49.0), desk.StandingOf(books.Symbols[0]));
        Assert.Equal((52.5, 51.0), desk.StandingOf(books.Symbols[1]));
    }

    [Theory]
    [InlineData(false, 12, 12)]
    [InlineData(true, 9, 9)] // in the first bracket whole
    [InlineData(true, 10, 0.001)] // 1,000 is in the second: a lot leaves 999.9
    [InlineData(true, -12, 2.001)]
    [InlineData(true, 31, 1.001)] // to below 3,000
    public void A_step_leaves_less_than_the_bracket_begins_with(bool stepwise, double held, double step)
    {
        TradingBooks books = Accounts.Of(cash: 10_000m);
        books.Trade((decimal)held, 100);
        Assert.Equal((decimal)step, new MarginDesk(books, Margins with { Stepwise = stepwise }).StepOf(books.Symbols[0]));
    }

    [Fact]
    public void A_step_closes_all_where_no_lot_lies_below_the_bracket()
    {
        TradingBooks books = Accounts.Of(Accounts.Linear with { LotSize = 15m }, cash: 10_000m);
        books.Trade(15, 100);
        Assert.Equal(15m, new MarginDesk(books, Margins with { Stepwise = true }).StepOf(books.Symbols[0]));
    }

    private static void Says(string message, Func<Margin> make) =>
        Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(make).Message, StringComparison.Ordinal);
}
