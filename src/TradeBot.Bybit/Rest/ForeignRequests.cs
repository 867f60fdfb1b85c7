using System.Globalization;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace TradeBot.Exchanges.Rest;

/// <summary>Requests that another client of the exchange sends, again where our own client would send them again.</summary>
/// <param name="resilience">How patient to be.</param>
/// <param name="clock">For delays.</param>
internal sealed class ForeignRequests(BybitResilience resilience, TimeProvider clock)
{
    private readonly (ResiliencePipeline All, ResiliencePipeline Each) _patience = RetryPolicy.Of(resilience, clock, static () => true);

    /// <summary>The result of a request that succeeded in the end.</summary>
    /// <param name="request">Sends it once.</param>
    /// <param name="cancellationToken">Ends the attempts.</param>
    /// <exception cref="BybitException">The exchange refused, or did not answer in any attempt.</exception>
    public async Task<T> SendAsync<T>(Func<CancellationToken, Task<ForeignAnswer<T>>> request, CancellationToken cancellationToken)
    {
        try
        {
            return await _patience.All.ExecuteAsync(async token => await OnceAsync(request, token), cancellationToken);
        }
        catch (BrokenCircuitException broken)
        {
            throw new BybitException($"The exchange keeps failing ({broken.InnerException?.Message ?? broken.Message}): try again later.", BybitFault.Retryable, innerException: broken);
        }
    }

    /// <summary>What an error means: one without a code never reached the exchange or came from its servers; the others are as for our own client.</summary>
    /// <param name="code">The exchange's return code or an HTTP status, as the client gives it; null or empty for none.</param>
    internal static BybitFault FaultOf(string? code) => int.TryParse(code, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number)
        ? number is 403 or 408 or (>= 500 and < 600) ? BybitFault.Retryable : RetCodes.FaultOf(number)
        : BybitFault.Retryable;

    private async ValueTask<T> OnceAsync<T>(Func<CancellationToken, Task<ForeignAnswer<T>>> request, CancellationToken cancellationToken)
    {
        ForeignAnswer<T> answer;
        try
        {
            answer = await _patience.Each.ExecuteAsync(async token => await request(token).WaitAsync(token), cancellationToken);
        }
        catch (TimeoutRejectedException late)
        {
            throw new BybitException(FormattableString.Invariant($"The exchange did not answer within {resilience.Timeout.TotalSeconds} s: check the network."), BybitFault.Retryable, innerException: late);
        }

        cancellationToken.ThrowIfCancellationRequested(); // a client may give a cancelled request as an error
        if (answer.Failure is not { } failure)
            return answer.Value;
        int? code = int.TryParse(answer.Code, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) ? number : null;
        throw new BybitException(RetCodes.AdviceOf(code ?? 0) is { } advice ? $"{failure}: {advice}" : failure, FaultOf(answer.Code), code);
    }
}

/// <summary>What another client made of a request.</summary>
/// <param name="Value">The result, where there is no failure.</param>
/// <param name="Failure">The client's words for what failed; null where nothing did.</param>
/// <param name="Code">The exchange's return code or an HTTP status; null where the exchange gave none.</param>
internal readonly record struct ForeignAnswer<T>(T Value, string? Failure, string? Code);
