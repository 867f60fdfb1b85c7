namespace TradeBot.Notebooks.Tests.Kernel;

public class ConcurrentSessionTests
{
    [Fact]
    public async Task Sessions_that_start_together_keep_their_types_apart_from_each_other_and_the_same_in_themselves()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            using var session = new TestSession();
            await session.ValueAsync("1");
            Assert.Equal("3", await session.ValueAsync("\"abc\".DisplayAs(\"text/plain\"); \"abc\".Select(c => c).Count()"));
        })));
    }
}
