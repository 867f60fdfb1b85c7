using TradeBot.Exchanges.Streams;
using TradeBot.Exchanges.Wire;

namespace TradeBot.Exchanges.Tests.Streams;

public class BookTrackerTests
{
    private readonly BookTracker _tracker = new("X");

    [Fact]
    public void Changes_insert_replace_and_delete()
    {
        BybitOrderBook book = Take(true, 5, [[100m, 1m], [99m, 2m]], [[101m, 3m]])!;
        Assert.Equal([new(100, 1), new(99, 2)], book.Bids);
        book = Take(false, 6, [[100m, 0m], [98m, 7m], [99m, 4m]], [[100.5m, 1m]])!;
        Assert.Equal([new(99, 4), new(98, 7)], book.Bids);
        Assert.Equal([new(100.5m, 1), new(101, 3)], book.Asks);
    }

    [Fact]
    public void A_hole_makes_the_book_unknown_until_a_snapshot()
    {
        Assert.Null(Take(false, 4, [[1m, 1m]], []));
        Assert.NotNull(Take(true, 5, [[100m, 1m]], []));
        Assert.Null(_tracker.Take(false, Row(7, [[99m, 1m]], []), 0, out bool isGap));
        Assert.True(isGap);
        Assert.Null(Take(false, 8, [[98m, 1m]], []));
        Assert.Equal([new(97, 1)], Take(true, 20, [[97m, 1m]], [])!.Bids);
    }

    [Fact]
    public void What_came_before_is_passed_over_and_a_restart_replaces()
    {
        Take(true, 5, [[100m, 1m]], []);
        Assert.Null(Take(false, 5, [[100m, 9m]], []));
        Assert.Null(Take(false, 3, [[100m, 9m]], []));
        Assert.Equal([new(50, 1)], Take(false, 1, [[50m, 1m]], [])!.Bids);
    }

    [Fact]
    public void A_snapshot_that_is_lost_is_asked_for_again()
    {
        Take(true, 5, [[100m, 1m]], []);
        int asked = 0;
        for (int id = 7; id < 60; id++)
        {
            _tracker.Take(false, Row(id, [[99m, 1m]], []), 0, out bool isGap);
            asked += isGap ? 1 : 0;
        }

        Assert.Equal(3, asked); // at once, and after each twenty changes without an answer
    }

    private BybitOrderBook? Take(bool isSnapshot, long id, decimal?[][] bids, decimal?[][] asks) => _tracker.Take(isSnapshot, Row(id, bids, asks), 0, out _);

    private static BookRow Row(long id, decimal?[][] bids, decimal?[][] asks) => new("X", bids, asks, null, id, id, null);
}
