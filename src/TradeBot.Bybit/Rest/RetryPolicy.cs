using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace TradeBot.Exchanges.Rest;

/// <summary>Retry policy of requests: attempts, delays and circuit breaker.</summary>
internal static class RetryPolicy
{
    private const double FailingShare = 0.5;
    private const int MinRequests = 20;
    private const int AttemptsAtNobody = 2;

    /// <returns>The pipeline around all attempts of a request, and the one around each attempt.</returns>
    public static (ResiliencePipeline All, ResiliencePipeline Each) Of(BybitResilience resilience, TimeProvider clock, Func<bool> hasAnswered)
    {
        ResiliencePipelineBuilder all = new() { TimeProvider = clock };
        if (resilience.Attempts > 1)
            all.AddRetry(Retry(resilience, hasAnswered));
        all.AddCircuitBreaker(Breaker(resilience));
        ResiliencePipelineBuilder each = new() { TimeProvider = clock };
        each.AddTimeout(resilience.Timeout);
        return (all.Build(), each.Build());
    }

    private static RetryStrategyOptions Retry(BybitResilience resilience, Func<bool> hasAnswered)
    {
        var random = new Random(resilience.Seed);
        return new RetryStrategyOptions
        {
            MaxRetryAttempts = resilience.Attempts - 1,
            Delay = resilience.Delay,
            MaxDelay = resilience.LongestDelay,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Randomizer = () =>
            {
                lock (random)
                    return random.NextDouble();
            },
            ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Exception switch
            {
                // When there has never been a response, the address is probably wrong, so do not retry.
                BybitException { IsUnreachable: true } => hasAnswered() || attempt.AttemptNumber < AttemptsAtNobody - 1,
                BybitException { Code: RetCodes.ClockOutside } => false, // only a new time synchronisation helps
                BybitException { IsOtherForm: true } => false, // a retry would give the same format
                BybitException { Fault: BybitFault.Retryable } or BrokenCircuitException => true,
                _ => false,
            }),
            DelayGenerator = attempt => ValueTask.FromResult(attempt.Outcome.Exception switch
            {
                BybitException { RetryAfter: { } wait } => (TimeSpan?)(wait + resilience.Delay * Jitter()),
                BrokenCircuitException { RetryAfter: { } wait } => wait + resilience.Delay * Jitter(),
                _ => null,
            }),
        };

        double Jitter()
        {
            lock (random)
                return random.NextDouble();
        }
    }

    /// <summary>Counts only failures of the server or the network: rate limits are handled by the limiter.</summary>
    private static CircuitBreakerStrategyOptions Breaker(BybitResilience resilience) => new()
    {
        FailureRatio = FailingShare,
        MinimumThroughput = MinRequests,
        SamplingDuration = TimeSpan.FromSeconds(10),
        BreakDuration = resilience.Break < TimeSpan.FromMilliseconds(500) ? TimeSpan.FromMilliseconds(500) : resilience.Break,
        ShouldHandle = attempt => ValueTask.FromResult(
            attempt.Outcome.Exception is BybitException { Fault: BybitFault.Retryable, IsOtherForm: false, Code: not (RetCodes.TooManyRequests or RetCodes.ClockOutside) }),
    };
}
