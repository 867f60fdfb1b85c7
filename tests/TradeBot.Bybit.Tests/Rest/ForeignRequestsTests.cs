using TradeBot.Exchanges.Rest;

namespace TradeBot.Exchanges.Tests.Rest;

/// <summary>Requests of another client: sent again exactly where ours would be.</summary>
public class ForeignRequestsTests
{
    private static readonly BybitResilience Hasty = new() { Attempts = 5, Delay = TimeSpan.FromMilliseconds(1), LongestDelay = TimeSpan.FromMilliseconds(2), Timeout = TimeSpan.FromMilliseconds(100) };

    [Theory]
    [InlineData(null)] // the network
    [InlineData("")]
    [InlineData("503")]
    [InlineData("403")]
    [InlineData("429")]
    [InlineData("10006")]
    [InlineData("10016")]
    public async Task What_passes_is_tried_until_it_succeeds(string? code)
    {
        int sent = 0;

        int value = await Requests().SendAsync(_ => Task.FromResult(++sent < 4 ? new ForeignAnswer<int>(0, "failed", code) : new ForeignAnswer<int>(7, null, null)), default);

        Assert.Equal((7, 4), (value, sent));
    }

    [Theory]
    [InlineData("10001", BybitFault.Caller)]
    [InlineData("10003", BybitFault.Fatal)]
    [InlineData("110007", BybitFault.Caller)]
    public async Task A_mistake_is_sent_once_and_keeps_the_clients_words(string code, BybitFault fault)
    {
        int sent = 0;

        var error = await Assert.ThrowsAsync<BybitException>(() => Requests().SendAsync(_ => Task.FromResult(new ForeignAnswer<int>(++sent, "params error", code)), default));

        Assert.Equal((1, fault, int.Parse(code, System.Globalization.CultureInfo.InvariantCulture)), (sent, error.Fault, error.Code));
        Assert.StartsWith("params error", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_attempt_that_takes_too_long_is_given_up_and_sent_again()
    {
        int sent = 0;

        int value = await Requests().SendAsync(
            async token =>
            {
                if (++sent == 1)
                    await Task.Delay(Timeout.Infinite, CancellationToken.None); // a client that does not heed the token
                return new ForeignAnswer<int>(sent, null, null);
            },
            default);

        Assert.Equal(2, value);
    }

    [Fact]
    public async Task What_never_succeeds_ends_after_the_attempts_with_the_last_reason()
    {
        int sent = 0;

        var error = await Assert.ThrowsAsync<BybitException>(() => Requests().SendAsync(_ => Task.FromResult(new ForeignAnswer<int>(0, FormattableString.Invariant($"failure {++sent}"), "10016")), default));

        Assert.Equal((5, "failure 5"), (sent, error.Message));
    }

    [Fact]
    public async Task A_cancelled_request_ends_as_cancelled_though_the_client_calls_it_an_error()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Requests().SendAsync(_ => Task.FromResult(new ForeignAnswer<int>(0, "cancelled", null)), cancel.Token));
    }

    private static ForeignRequests Requests() => new(Hasty, TimeProvider.System);
}
