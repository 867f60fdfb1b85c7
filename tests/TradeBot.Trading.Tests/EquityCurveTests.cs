using TradeBot.MarketData;

namespace TradeBot.Trading.Tests;

public class EquityCurveTests
{
    private const long Minute = 60_000, Day = 86_400_000;

    [Fact]
    public void A_curve_without_points_is_worth_what_it_began_with()
    {
        var empty = new EquityCurve(100, Array.Empty<long>(), Array.Empty<double>(), Array.Empty<float>());
        Assert.Equal((100.0, 100.0, 0), (empty.Initial, empty.Final, empty.Count));
        Assert.Empty(empty.DailyReturns());
        Assert.Empty(empty.MonthlyReturns());
        Assert.Empty(empty.Drawdowns());
    }

    [Fact]
    public void One_value_and_one_exposure_are_wanted_for_each_time()
    {
        var values = Assert.Throws<ArgumentException>("values", () => new EquityCurve(100, new long[2], new double[1], new float[2]));
        Assert.StartsWith("Expected 2 values, one per time, got 1.", values.Message, StringComparison.Ordinal);
        var exposure = Assert.Throws<ArgumentException>("exposure", () => new EquityCurve(100, new long[2], new double[2], new float[3]));
        Assert.StartsWith("Expected 2 values, one per time, got 3.", exposure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_ends_with_its_last_close_and_the_close_at_midnight_is_its_own()
    {
        // Two closes of the first day, the second at midnight; one of the second; none of the third; two of the fourth.
        EquityCurve curve = Of((Day - Minute, 90), (Day, 110), (Day + 1, 121), (3 * Day + 1, 60), (4 * Day, 242));
        Assert.Equal([1, 2, 4], curve.DayEnds());
        Assert.Equal([0.1, 0.1, 1.0], curve.DailyReturns(), Near);
    }

    [Fact]
    public void A_day_that_ends_before_midnight_ends_with_its_last_close() =>
        Assert.Equal([1, 3], Of((Minute, 1), (2 * Minute, 2), (Day + Minute, 3), (Day + 2 * Minute, 4)).DayEnds());

    [Fact]
    public void A_month_is_measured_from_the_end_of_the_month_before()
    {
        long february = UnixTime.FromDateTime(new DateTime(2024, 2, 1, 0, 0, 0, DateTimeKind.Utc)), april = UnixTime.FromDateTime(new DateTime(2024, 4, 1, 0, 0, 0, DateTimeKind.Utc));
        EquityCurve curve = Of((february - 5 * Day, 80), (february, 110), (february + 1, 100), (february + 3 * Day, 99), (april + Day, 198));
        IReadOnlyList<MonthlyReturn> months = curve.MonthlyReturns();
        Assert.Equal([(2024, 1), (2024, 2), (2024, 4)], months.Select(m => (m.Year, m.Month)));
        Assert.Equal([0.1, -0.1, 1], months.Select(m => m.Return).ToArray(), Near);
    }

    [Fact]
    public void The_same_month_of_another_year_is_another_month()
    {
        long january = UnixTime.FromDateTime(Market.Start);
        Assert.Equal([0.1, 0.1], Of((january + Day, 110), (january + 367 * Day, 121)).MonthlyReturns().Select(m => m.Return).ToArray(), Near);
    }

    [Fact]
    public void A_drawdown_is_measured_from_the_highest_equity_so_far() =>
        Assert.Equal([-0.1, 0, -0.5, 0, -0.25], Of((1, 90), (2, 120), (3, 60), (4, 200), (5, 150)).Drawdowns(), Near);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_recorded_is_what_the_account_is_worth_at_each_close(bool followsCloses)
    {
        // Every length of a stretch between two entries of the ledger, so that each tail of a vector is met; short, flat and long.
        CandleSeries candles = Market.OfCloses([.. Enumerable.Range(0, 700).Select(i => 100 + 10 * Math.Sin(i * 0.7))]);
        TradingBooks books = Accounts.Of();
        var recorder = followsCloses ? new EquityRecorder(candles) : new EquityRecorder(candles.Count);
        Assert.Equal(followsCloses, recorder.FollowsCloses(books.Account));
        var equity = new List<double>();
        var exposure = new List<float>();
        int at = 0;
        for (int length = 0; length < 36; length++)
        {
            books.Account.Settle(0, length % 3 - 1 - books.Account.Quantity(0), length);
            for (int i = 0; i < length; i++, at++)
            {
                books.Marks[0] = candles.Close[at];
                equity.Add(books.Account.Equity(books.Marks, out double gross));
                exposure.Add((float)(gross / equity[^1]));
                if (!followsCloses || length % 2 == 0)
                    recorder.Record(candles.CloseTimes.Span[at], books.Account, books.Marks);
            }

            if (followsCloses && length % 2 == 1)
                recorder.Record(length, books.Account);
        }

        EquityCurve curve = recorder.ToCurve(1_000);
        Assert.Equal(equity, curve.Values.ToArray());
        Assert.Equal(exposure, curve.Exposure.ToArray());
        Assert.Equal(candles.CloseTimes.Span[..at].ToArray(), curve.Times.ToArray());
        recorder.Amend(500, 250);
        curve = recorder.ToCurve(1_000);
        Assert.Equal((at, 500.0, 0.5f), (curve.Count, curve.Final, curve.Exposure[^1]));
        Assert.Equal(equity[..^1], curve.Values[..^1].ToArray());
        recorder.Amend(0, 0);
        Assert.Equal((0.0, 0f), (recorder.ToCurve(1_000).Final, recorder.ToCurve(1_000).Exposure[^1]));
    }

    [Fact]
    public void The_first_entry_of_the_ledger_is_followed_from_the_first_close_and_the_last_point_can_be_replaced_at_once()
    {
        CandleSeries candles = Market.OfCloses(100, 110);
        TradingBooks books = Accounts.Of();
        books.Trade(2, 100);
        var recorder = new EquityRecorder(candles);
        foreach (double close in (double[])[100, 110])
        {
            books.Marks[0] = close;
            recorder.Record(0, books.Account, books.Marks);
        }

        recorder.Amend(1_015, 0);
        Assert.Equal([1_000, 1_015], recorder.ToCurve(1_000).Values.ToArray());
        Assert.Equal([0.2f, 0], recorder.ToCurve(1_000).Exposure.ToArray());
    }

    [Fact]
    public void An_inverse_account_is_recorded_as_it_stands_beside_the_times_of_its_series()
    {
        CandleSeries candles = Market.OfCloses(500, 1_000, 250);
        TradingBooks books = Accounts.Of(new Instrument("TEST", InstrumentKind.Inverse, 0.5m, 1m, ContractValue: 100m), cash: 2m);
        var recorder = new EquityRecorder(candles);
        Assert.False(recorder.FollowsCloses(books.Account));
        books.Account.Settle(0, 10, -2);
        for (int i = 0; i < 3; i++)
        {
            books.Marks[0] = candles.Close[i];
            recorder.Record(candles.CloseTimes.Span[i], books.Account, books.Marks);
        }

        EquityCurve curve = recorder.ToCurve(2);
        Assert.Equal([2, 3, 0], curve.Values.ToArray());
        Assert.Equal([1, 1 / 3f], curve.Exposure[..2].ToArray());
        Assert.Equal(candles.CloseTimes.ToArray(), curve.Times.ToArray());
    }

    private static EquityCurve Of(params (long Time, double Value)[] points) =>
        new(100, points.Select(p => p.Time).ToArray(), points.Select(p => p.Value).ToArray(), new float[points.Length]);

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-12;
}
