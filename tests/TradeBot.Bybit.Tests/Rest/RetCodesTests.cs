using System.Text.Json;
using TradeBot.Exchanges.Rest;
using TradeBot.Testing;

namespace TradeBot.Exchanges.Tests.Rest;

public class RetCodesTests
{
    [SkippableFact]
    public void Exactly_the_codes_that_pass_with_time_are_sent_again()
    {
        using JsonDocument codes = JsonDocument.Parse(File.ReadAllBytes(Repository.Shared("fixtures", "errors", "_error_codes.json")));
        foreach (JsonElement entry in codes.RootElement.EnumerateArray())
        {
            int code = entry.GetProperty("code").GetInt32();
            if (code != RetCodes.Success)
                Assert.Equal((code, entry.GetProperty("retryableAfterWait").GetBoolean()), (code, RetCodes.FaultOf(code) == BybitFault.Retryable));
        }
    }

    [Theory]
    [InlineData(10001, BybitFault.Caller)]
    [InlineData(10003, BybitFault.Fatal)]
    [InlineData(10004, BybitFault.Fatal)]
    [InlineData(33004, BybitFault.Fatal)]
    [InlineData(110007, BybitFault.Caller)]
    [InlineData(170131, BybitFault.Caller)]
    [InlineData(987654, BybitFault.Caller)]
    public void A_mistake_is_the_callers_or_final(int code, BybitFault expected) => Assert.Equal(expected, RetCodes.FaultOf(code));
}
