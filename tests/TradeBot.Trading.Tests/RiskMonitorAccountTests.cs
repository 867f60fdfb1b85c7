using TradeBot.MarketData;

namespace TradeBot.Trading.Tests;

/// <summary>The figures of an account that a risk policy is told, worked by hand.</summary>
public class RiskMonitorAccountTests
{
    private const long Minute = 60_000, Day = 86_400_000;

    private static readonly RiskPolicy Free = new() { MaxGrossExposure = double.PositiveInfinity };
    private static readonly RiskPolicy Gross = new() { MaxGrossExposure = 1e-6 };
    private static readonly RiskPolicy Net = Free with { MaxNetExposure = 0.001 };
    private static readonly RiskPolicy Position = Free with { MaxPositionValue = 0.001 };

    [Fact]
    public void Gross_adds_what_is_held_either_way_and_net_offsets_it()
    {
        // A: 3 held and 1 bought, 400. B: 2 short, 200.
        TradingBooks books = Pair();
        Assert.Contains("would be 0.6 of", Says(books, Gross, Accounts.Order(OrderSide.Buy, 1)), StringComparison.Ordinal);
        Assert.Contains("would be 0.2 of", Says(books, Net, Accounts.Order(OrderSide.Buy, 1)), StringComparison.Ordinal);
        Assert.Contains("would be 400;", Says(books, Position, Accounts.Order(OrderSide.Buy, 1)), StringComparison.Ordinal);
        Assert.Contains("would be 100;", Says(books, Free with { MaxOrderValue = 0.001 }, Accounts.Order(OrderSide.Buy, 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Resting_orders_of_another_symbol_count_on_its_worse_side()
    {
        // B from 2 short: 5 more to buy end at 3 long, worth 300; the net is from 400 − 200 to 400 + 300.
        TradingBooks books = Pair();
        books.Working(OrderSide.Buy, 5, book: 1);
        Assert.Contains("would be 0.7 of", Says(books, Gross, Accounts.Order(OrderSide.Buy, 1)), StringComparison.Ordinal);
        Assert.Contains("would be 0.7 of", Says(books, Net, Accounts.Order(OrderSide.Buy, 1)), StringComparison.Ordinal);

        // 3 more to sell end at 5 short: the net is from 400 − 500 to 400 − 200.
        books = Pair();
        books.Working(OrderSide.Sell, 3, book: 1);
        Assert.Contains("would be 0.9 of", Says(books, Gross, Accounts.Order(OrderSide.Buy, 1)), StringComparison.Ordinal);
        Assert.Contains("would be 0.2 of", Says(books, Net, Accounts.Order(OrderSide.Buy, 1)), StringComparison.Ordinal);

        // 9 more to sell end at 11 short: −1,100 + 400 is further from 0 than 400 − 200.
        books = Pair();
        books.Working(OrderSide.Sell, 9, book: 1);
        Assert.Contains("would be 0.7 of", Says(books, Net, Accounts.Order(OrderSide.Buy, 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Market_orders_of_another_symbol_count_as_filled()
    {
        // B from 2 short to 1 long.
        TradingBooks books = Pair();
        books.Working(OrderSide.Buy, 3, OrderType.Market, book: 1);
        Assert.Contains("would be 0.5 of", Says(books, Gross, Accounts.Order(OrderSide.Buy, 1)), StringComparison.Ordinal);
        Assert.Contains("would be 0.5 of", Says(books, Net, Accounts.Order(OrderSide.Buy, 1)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, OrderSide.Sell, 3, true)]
    [InlineData(3, OrderSide.Sell, 3.001, false)]
    [InlineData(3, OrderSide.Buy, 0.001, false)]
    [InlineData(-3, OrderSide.Buy, 3, true)]
    [InlineData(-3, OrderSide.Buy, 3.001, false)]
    [InlineData(-3, OrderSide.Sell, 0.001, false)]
    [InlineData(0, OrderSide.Buy, 0.001, false)]
    [InlineData(0, OrderSide.Sell, 0.001, false)]
    public void What_can_only_make_a_position_smaller_passes_any_limit(double held, OrderSide side, double quantity, bool passes)
    {
        foreach (OrderType type in (OrderType[])[OrderType.Market, OrderType.Limit])
        {
            TradingBooks books = Accounts.Of();
            if (held != 0)
                books.Trade((decimal)held, 100);
            Assert.Equal(passes, Says(books, Gross, Accounts.Order(side, (decimal)quantity, type)) is null);
        }
    }

    [Theory]
    [InlineData(0, OrderSide.Sell, 3)]
    [InlineData(1, OrderSide.Buy, 2)]
    public void What_closes_a_position_whole_passes_though_others_exceed_the_limit(int symbol, OrderSide side, double quantity)
    {
        foreach (OrderType type in (OrderType[])[OrderType.Market, OrderType.Limit])
        {
            Assert.Null(Says(Pair(), Gross, Accounts.Order(side, (decimal)quantity, type, symbol)));
            Assert.NotNull(Says(Pair(), Gross, Accounts.Order(side, (decimal)quantity + 0.001m, type, symbol)));
        }
    }

    [Fact]
    public void A_flat_symbol_whose_orders_only_reduce_counts_for_nothing()
    {
        TradingBooks books = Accounts.OfSeveral(1_000m, "A", "B");
        books.Working(OrderSide.Sell, 7, book: 1, reduceOnly: true);
        books.Marks[1] = 0;
        Assert.Contains("would be 0.1 of", Says(books, Gross, Accounts.Order(OrderSide.Buy, 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sale_is_no_reduction_of_what_another_already_sells()
    {
        // 3 held, of which 2 are being sold at the market: one more is a reduction, two are not.
        TradingBooks books = Accounts.Of();
        books.Trade(3, 100);
        books.Working(OrderSide.Sell, 2, OrderType.Market);
        Assert.Null(Says(books, Gross, Accounts.Order(OrderSide.Sell, 1, id: 2)));
        Assert.NotNull(Says(books, Gross, Accounts.Order(OrderSide.Sell, 2, id: 2)));
    }

    [Theory]
    [InlineData(120, "0.72")] // 1,100 of equity, of which 100 are on paper: 6 · 120 / 1,000
    [InlineData(80, "0.533")] // 900 after a loss, which counts: 6 · 80 / 900
    public void Leverage_is_over_equity_without_profit_on_paper(double mark, string leverage)
    {
        TradingBooks books = Accounts.Of();
        books.Trade(5, 100);
        books.Marks[0] = mark;
        Assert.Equal($"Leverage would be {leverage}; the limit is 0.1.", Says(books, Free with { MaxLeverage = 0.1 }, Accounts.Order(OrderSide.Buy, 1)));
    }

    [Fact]
    public void Profit_on_paper_is_summed_over_symbols_and_sides()
    {
        // A gains 60, B, which is short, 40: 1,100 of equity and 1,000 of balance carry 360 + 160 + 120.
        TradingBooks books = Pair();
        (books.Marks[0], books.Marks[1]) = (120, 80);
        Assert.StartsWith("Leverage would be 0.64;", Says(books, Free with { MaxLeverage = 0.1 }, Accounts.Order(OrderSide.Buy, 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Profit_on_paper_of_an_inverse_long_grows_as_the_price_rises()
    {
        // 10 contracts of 100 bought at 500 with 2 of base: at 1,000 equity is 3, of which 1 is on paper; 20 contracts are worth 2.
        TradingBooks books = Accounts.Of(new Instrument("TEST", InstrumentKind.Inverse, 0.5m, 1m, ContractValue: 100m), cash: 2m, mark: 500);
        books.Trade(10, 500);
        books.Marks[0] = 1_000;
        Assert.StartsWith("Leverage would be 1;", Says(books, Free with { MaxLeverage = 0.1 }, Accounts.Order(OrderSide.Buy, 10)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_drawdown_is_measured_from_the_peak_and_told_once()
    {
        // 10 at 100: 1,200 at 120, and a tenth of that is lost at 108.
        TradingBooks books = Accounts.Of();
        var monitor = new RiskMonitor(new RiskPolicy { MaxDrawdown = 0.1 }, books);
        books.Trade(10, 100);
        See(monitor, books, 1, 120);
        See(monitor, books, 2, 108.01);
        Assert.Null(monitor.Blocks);
        See(monitor, books, 3, 108);
        See(monitor, books, 4, 50);
        See(monitor, books, 5, 200);
        Assert.Equal("The drawdown is 0.1 of equity, the limit 0.1: the kill switch is pulled.", monitor.Blocks);
        Assert.Equal(new OrderRefusal(Market.Start.AddMinutes(3), OrderRefusal.Account, monitor.Blocks!), Assert.Single(books.Refusals));
        Assert.False(monitor.Flattens);
    }

    [Fact]
    public void Only_a_pulled_kill_switch_that_is_to_flatten_flattens()
    {
        TradingBooks books = Accounts.Of();
        var monitor = new RiskMonitor(new RiskPolicy { MaxDrawdown = 0.1, MaxDailyLoss = 0.05, AtMaxDrawdown = KillSwitch.Flatten }, books);
        books.Trade(10, 100);
        See(monitor, books, 1, 95);
        Assert.Equal(("The loss of the day is 0.05 of equity, the limit 0.05: positions may only become smaller until the day ends.", false), (monitor.Blocks, monitor.Flattens));
        See(monitor, books, 2, 90);
        Assert.True(monitor.Flattens);
        Assert.StartsWith("The drawdown", monitor.Blocks, StringComparison.Ordinal);
        Assert.Equal(2, books.Refusals.Count);
    }

    [Fact]
    public void The_loss_of_a_day_is_measured_from_the_close_at_midnight()
    {
        // 950 at 00:00, which is the first day's; then a twentieth of that, and not of the 1,000 of the first day.
        TradingBooks books = Accounts.Of();
        var monitor = new RiskMonitor(new RiskPolicy { MaxDailyLoss = 0.05 }, books);
        books.Trade(10, 100);
        long midnight = UnixTime.FromDateTime(Market.Start) + Day;
        void SeeAt(long time, double mark)
        {
            books.Marks[0] = mark;
            monitor.Observe(time);
        }

        SeeAt(midnight - Minute, 96);
        Assert.Null(monitor.Blocks);
        SeeAt(midnight, 95);
        Assert.NotNull(monitor.Blocks);
        SeeAt(midnight + 1, 90.3);
        Assert.Null(monitor.Blocks);
        SeeAt(midnight + Minute, 90.25);
        Assert.NotNull(monitor.Blocks);
        SeeAt(midnight + Day, 200);
        Assert.NotNull(monitor.Blocks);
        SeeAt(midnight + Day + 1, 190);
        Assert.NotNull(monitor.Blocks); // 1,900 against the 2,000 of the midnight before
        Assert.Equal(3, books.Refusals.Count);
    }

    [Fact]
    public void Without_a_limit_on_losses_or_a_cap_it_watches_nothing()
    {
        TradingBooks books = Accounts.Of();
        Assert.False(new RiskMonitor(new RiskPolicy(), books).Watches);
        Assert.True(new RiskMonitor(new RiskPolicy { MaxDrawdown = 0.5 }, books).Watches);
        Assert.True(new RiskMonitor(new RiskPolicy { MaxDailyLoss = 0.5 }, books).Watches);
        Assert.True(new RiskMonitor(new RiskPolicy { Correlation = new CorrelationCap(1) }, books).Watches);
    }

    [Fact]
    public void A_correlation_is_that_of_the_last_log_returns()
    {
        // Returns of a: 1, 2, 3 times ln 2, of b 1, 3, 2: means 2, products 1 + 0 + 0, squares 2 and 2, so a half.
        var window = new CorrelationWindow(symbols: 2, lookback: 3);
        foreach ((double a, double b) in ((double, double)[])[(7, 900), (1, 1), (2, 2)])
            window.Add([a, b]);
        Assert.Equal(double.NaN, window.Between(0, 1)); // three closes are two returns
        window.Add([8, 16]);
        Assert.False(double.IsNaN(window.Between(0, 1)));
        window.Add([64, 64]);
        Assert.Equal(0.5, window.Between(0, 1), 1e-12);
        Assert.Equal(0.5, window.Between(1, 0), 1e-12);
        Assert.Equal(1, window.Between(1, 1), 1e-12);
    }

    [Fact]
    public void A_position_at_the_threshold_moves_together_and_one_that_is_flat_does_not_count()
    {
        // A and B move alike, C and E the other way; B and E are held long, C short, and D flat.
        TradingBooks books = Accounts.OfSeveral(1_000m, "A", "B", "C", "D", "E");
        books.Trade(2, 100, symbol: 1);
        books.Trade(-1, 100, symbol: 2);
        books.Trade(3, 100, symbol: 4);
        var monitor = new RiskMonitor(Free with { Correlation = new CorrelationCap(0.001, Threshold: 1, Lookback: 2) }, books);
        foreach ((double mark, double opposite) in ((double, double)[])[(100, 100), (200, 50), (100, 100)])
        {
            (books.Marks[0], books.Marks[1], books.Marks[2], books.Marks[3], books.Marks[4]) = (mark, mark, opposite, mark, opposite);
            monitor.Observe(Minute);
        }

        Order order = Accounts.Order(OrderSide.Buy, 1);
        Assert.Equal("Exposure that moves together would be 0.4 of equity; the limit is 0.001.", monitor.Judge(order, books.Symbols[0], 1, out _).Reason);
    }

    /// <summary>3 of A held and 2 of B short, both entered at 100, in an account of 1,000.</summary>
    private static TradingBooks Pair()
    {
        TradingBooks books = Accounts.OfSeveral(1_000m, "A", "B", "C");
        books.Trade(3, 100);
        books.Trade(-2, 100, symbol: 1);
        return books;
    }

    private static string? Says(TradingBooks books, RiskPolicy policy, Order order) =>
        new RiskMonitor(policy, books).Judge(order, books.Symbols[order.Book], order.Quantity, out _).Reason;

    private static void See(RiskMonitor monitor, TradingBooks books, int minute, double mark)
    {
        books.Marks[0] = mark;
        monitor.Observe(UnixTime.FromDateTime(Market.Start.AddMinutes(minute)));
    }
}
