namespace TradeBot.Notebooks.Tests.Runner;

public class NearestNameTests
{
    [Theory]
    [InlineData("fats", "fast")] // two letters swapped
    [InlineData("Fast", "fast")]
    [InlineData("slo", "slow")]
    [InlineData("lookbak", "lookback")]
    [InlineData("lookback_days", null)]
    [InlineData("zzz", null)]
    public void A_slip_is_recognised_and_another_word_is_not(string typed, string? meant)
    {
        Assert.Equal(meant, NearestName.Of(typed, ["fast", "slow", "lookback"]));
    }
}
