using AngleSharp.Html.Parser;

namespace TradeBot.Notebooks.Tests.Formatting;

public class SameInBothFormsTests
{
    private static readonly DateTime Noon = new(2024, 1, 31, 12, 0, 0, DateTimeKind.Utc);

    public static TheoryData<object, string> Values => new()
    {
        { new Levels("stop", [1.5, 2.5], Noon), "Levels { Name = stop, Prices = [1.5, 2.5], At = 2024-01-31 12:00:00Z }" },
        { new Pair([[1, 2], [3]], null), "Pair { Rows = [[1, 2], [3]], Note = <null> }" },
        { new { Days = new[] { new DateOnly(2024, 2, 29) }, Length = TimeSpan.FromMinutes(90) }, "{ Days = [2024-02-29], Length = 01:30:00 }" },
        { (new[] { 1, 2 }, Noon), "([1, 2], 2024-01-31 12:00:00Z)" },
        { new KeyValuePair<string, int[]>("a", [7, 8]), "[a, [7, 8]]" },
        { new Outer(new Levels("in", [3], Noon)), "Outer { Inner = Levels { Name = in, Prices = [3], At = 2024-01-31 12:00:00Z } }" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Text_and_table_say_the_same_of_a_value(object value, string text)
    {
        MimeBundle shown = ValueFormatter.Format(value);
        Assert.Equal(text, shown.Text);
        string[] cells = [.. new HtmlParser().ParseDocument((string)shown["text/html"]!).QuerySelectorAll("td:last-child").Select(cell => cell.TextContent)];
        Assert.NotEmpty(cells);
        Assert.All(cells, cell => Assert.Contains(cell, shown.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_record_with_words_of_its_own_keeps_them() => Assert.Equal("own words", ValueFormatter.Format(new Spoken(1)).Text);

    [Fact]
    public async Task A_task_is_shown_as_it_stands_and_not_waited_for()
    {
        Assert.Equal("Task<int>, completed: 5", ValueFormatter.Format(Task.FromResult(5)).Text);
        Assert.Equal("Task<int[]>, completed: [1, 2]", ValueFormatter.Format(Task.FromResult<int[]>([1, 2])).Text);
        Assert.Equal("Task, completed", ValueFormatter.Format(Task.CompletedTask).Text);
        Assert.Equal("Task<int>, failed: FormatException: no number", ValueFormatter.Format(Task.FromException<int>(new FormatException("no number"))).Text);
        Assert.Equal("Task<int>, cancelled", ValueFormatter.Format(Task.FromCanceled<int>(new CancellationToken(canceled: true))).Text);
        Assert.Equal("ValueTask<double>, completed: 1.5", ValueFormatter.Format(new ValueTask<double>(1.5)).Text);

        var gate = new TaskCompletionSource();
        Task<string> running = SlowAsync(gate.Task);
        Assert.Equal("Task<string>, running: await it to get its result", ValueFormatter.Format(running).Text);
        Task plain = ThenAsync(gate.Task);
        gate.SetResult();
        await plain;
        Assert.Equal("Task<string>, completed: done", ValueFormatter.Format(running).Text);
        Assert.Equal("Task, completed", ValueFormatter.Format(plain).Text);
    }

    [Fact]
    public void An_iterator_is_called_by_what_it_gives()
    {
        Assert.Equal("IAsyncEnumerable<int>", ValueFormatter.Format(Later(3)).Text);
        Assert.Equal("IEnumerator<int>", ValueFormatter.Format(One(3)).Text);
        Assert.Equal("[1, 2]", ValueFormatter.Format(Two()).Text);
        Assert.DoesNotContain("__", TypeText.Of(Two().GetType()), StringComparison.Ordinal);
    }

    private static async Task<string> SlowAsync(Task gate)
    {
        await gate;
        return "done";
    }

    private static async Task ThenAsync(Task gate) => await gate;

    private static async IAsyncEnumerable<int> Later(int last)
    {
        await Task.Yield();
        yield return last;
    }

    private static IEnumerator<int> One(int value)
    {
        yield return value;
    }

    private static IEnumerable<int> Two()
    {
        yield return 1;
        yield return 2;
    }

    private sealed record Levels(string Name, double[] Prices, DateTime At);

    private sealed record Pair(int[][] Rows, string? Note);

    private sealed record Outer(Levels Inner);

    private sealed record Spoken(int N)
    {
        public override string ToString() => "own words";
    }
}
