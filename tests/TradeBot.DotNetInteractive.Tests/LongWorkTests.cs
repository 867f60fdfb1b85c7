using Microsoft.DotNet.Interactive.Events;
using TradeBot.Testing;

namespace TradeBot.DotNetInteractive.Tests;

/// <summary>Long work shows one updating line in that host, too.</summary>
public sealed class LongWorkTests
{
    private static readonly string Load = $"#r \"{HostedCode.Built}\"\nusing TradeBot; using TradeBot.Optimization;";

    [Fact]
    public async Task A_study_that_takes_long_shows_one_line_that_is_updated_and_ends_stable()
    {
        using var host = new InteractiveHost(Repository.PathOf("notebooks"));
        Assert.Null((await host.RunAsync(Load)).Failure);

        InteractiveCell cell = await host.RunAsync(Study(trials: 8, milliseconds: 250));

        Assert.Null(cell.Failure);
        DisplayedValueProduced shown = Assert.Single(cell.Events.OfType<DisplayedValueProduced>());
        DisplayedValueUpdated[] updates = [.. cell.Events.OfType<DisplayedValueUpdated>()];
        Assert.NotEmpty(updates);
        Assert.All(updates, update => Assert.Equal(shown.ValueId, update.ValueId));
        Assert.Matches("^slow  [█░]{20} [0-9]+ %, [1-7] of 8 trials, ", Text(shown));
        Assert.Equal("slow, 8 of 8 trials, best #7 x=7: 7", Text(updates[^1]));
    }

    [Fact]
    public async Task A_quick_study_shows_nothing_but_its_value()
    {
        using var host = new InteractiveHost(Repository.PathOf("notebooks"));
        Assert.Null((await host.RunAsync(Load)).Failure);

        InteractiveCell cell = await host.RunAsync(Study(trials: 3, milliseconds: 0));

        Assert.Null(cell.Failure);
        Assert.Empty(cell.Events.OfType<DisplayedValueProduced>());
        Assert.NotNull(cell.Value);
    }

    private static string Study(int trials, int milliseconds) => FormattableString.Invariant($$"""
        Study.Named("slow", 1).Int("x", 0, {{trials - 1}}).Maximize((double value) => value)
            .Grid(p => { System.Threading.Thread.Sleep({{milliseconds}}); return (double)p["x"]; }, new StudyOptions { MaxParallelism = 1 })
        """);

    private static string Text(DisplayEvent shown) => shown.FormattedValues.Single(form => form.MimeType == "text/plain").Value;
}
