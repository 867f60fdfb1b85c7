using TradeBot.Testing;

namespace TradeBot.DotNetInteractive.Tests;

/// <summary>Kernels of one process load the same files, each for itself.</summary>
public sealed class SeveralKernelsTests
{
    [Fact]
    public async Task Each_shows_values_by_the_formatters_that_it_loaded()
    {
        string notebooks = Repository.PathOf("notebooks");
        using var first = new InteractiveHost(notebooks);
        using var second = new InteractiveHost(notebooks);
        foreach (InteractiveHost host in (InteractiveHost[])[first, second, first])
        {
            Assert.Null((await host.RunAsync($"#r \"{HostedCode.Built}\"\nusing TradeBot; using TradeBot.MarketData; using TradeBot.Reporting;")).Failure);
            foreach (string code in (string[])["MarketGenerator.Single(50, seed: 3)", "MarketGenerator.Single(50, seed: 3).Validate()", "Table.OfFacts([(\"a\", \"b\")])"])
            {
                InteractiveCell cell = await host.RunAsync(code);
                Assert.True(cell.Failure is null, $"{code}\n{cell.Failure}");
                Assert.Contains("class=\"tb", cell.Shown["text/html"], StringComparison.Ordinal);
            }
        }
    }
}
