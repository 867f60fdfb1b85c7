using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using TradeBot.Exchanges.Signing;
using TradeBot.Exchanges.Wire;

namespace TradeBot.Exchanges.Rest;

/// <summary>Sends requests within the rate limits, retries when useful, and reports failures with a clear message.</summary>
internal sealed class BybitClient : IDisposable
{
    private const string TimePath = "v5/market/time";
    private const int LongestQuote = 120;
    private const long FarBehind = 10_000;

    private readonly BybitOptions _options;
    private readonly HttpClient _http;
    private readonly RequestLimiter _budget;
    private readonly ResiliencePipeline _patience, _attempt;
    private readonly RequestSigner? _signer;
    private readonly ServerClock _clock;
    private volatile bool _hasAnswered;
    private long _sent, _latestServerTime;

    public BybitClient(BybitOptions options)
    {
        options.Check();
        _options = options;
        _http = options.CreateClient is { } create ? create() : OwnClient();
        _http.BaseAddress ??= options.Address;
        _budget = new RequestLimiter(options);
        _clock = new ServerClock(options.Clock);
        _signer = options.Credentials is { } credentials ? new RequestSigner(credentials) : null;
        (_patience, _attempt) = RetryPolicy.Of(options.Resilience, options.Clock, () => _hasAnswered);
    }

    /// <summary>How many requests have been sent.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    public BybitOptions Options => _options;

    /// <summary>Notices of streams.</summary>
    public StreamNotices Notices { get; } = new();

    /// <summary>The latest server time seen, in milliseconds since 1970-01-01 UTC; 0 before the first response.</summary>
    public long LatestServerTime => Interlocked.Read(ref _latestServerTime);

    /// <summary>The result of a request, after retries.</summary>
    /// <exception cref="BybitException">The exchange refused the request, or no attempt got a response.</exception>
    public async Task<Answer<T>> GetAsync<T>(
        string path, string query, JsonTypeInfo<Reply<T>> type, bool isSigned = false, CancellationToken cancellationToken = default)
        where T : class
    {
        if (isSigned && _signer is null)
            throw new BybitException($"{path} needs an API key: give BybitOptions.Credentials.", BybitFault.Caller);

        bool isClockNew = false;
        while (true)
        {
            try
            {
                return await _patience.ExecuteAsync(
                    async token => await OnceAsync(path, query, type, isSigned, token), cancellationToken);
            }
            catch (BybitException outside) when (outside.Code == RetCodes.ClockOutside && !isClockNew)
            {
                await ServerTimeAsync(cancellationToken);
                isClockNew = true;
            }
            catch (BrokenCircuitException broken)
            {
                throw new BybitException($"{_options.Address.Host} keeps failing ({broken.InnerException?.Message ?? broken.Message}): try again later.", BybitFault.Retryable, innerException: broken);
            }
        }
    }

    /// <summary>The server's clock, in milliseconds since 1970-01-01 UTC.</summary>
    public async Task<long> ServerTimeAsync(CancellationToken cancellationToken)
    {
        long sent = _clock.Local;
        Answer<ServerTime> answer = await GetAsync(TimePath, "", WireContext.Default.ReplyServerTime, isSigned: false, cancellationToken);
        long time = answer.Result.TimeNano / 1_000_000 ?? answer.Result.TimeSecond * 1000 ?? answer.ServerTime;
        _clock.Learn(time, sent, _clock.Local);
        return time;
    }

    /// <summary>Server clocks differ slightly; one that is far behind has been set back, and earlier times are discarded.</summary>
    private void Saw(long serverTime)
    {
        long seen = Interlocked.Read(ref _latestServerTime);
        while ((serverTime > seen || serverTime < seen - FarBehind) && Interlocked.CompareExchange(ref _latestServerTime, serverTime, seen) is var before && before != seen)
            seen = before;
    }

    public void Dispose()
    {
        _http.Dispose();
        _budget.Dispose();
    }

    private static HttpClient OwnClient() => new(new SocketsHttpHandler
    {
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5), // so that DNS changes of the host are noticed
        ConnectTimeout = TimeSpan.FromSeconds(5),
        UseCookies = false,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan, // each attempt has its own timeout
    };

    private async Task<Answer<T>> OnceAsync<T>(string path, string query, JsonTypeInfo<Reply<T>> type, bool isSigned, CancellationToken cancellationToken)
        where T : class
    {
        RequestLimiter.Entry entry = await _budget.EnterAsync(path, cancellationToken);
        try
        {
            return await _attempt.ExecuteAsync(async token => await SendAsync(path, query, type, isSigned, entry.Endpoint, token), cancellationToken);
        }
        catch (TimeoutRejectedException late)
        {
            throw new BybitException($"{_options.Address.Host} did not respond to {path} within {_options.Resilience.Timeout.TotalSeconds:0.#} s: check the network.", BybitFault.Retryable, innerException: late);
        }
        catch (HttpRequestException failed)
        {
            throw Unreachable(failed);
        }
        catch (IOException broken) when (broken is not BybitException)
        {
            throw new BybitException($"The response of {_options.Address.Host} to {path} was cut off: {broken.Message}", BybitFault.Retryable, innerException: broken);
        }
        finally
        {
            _budget.Answered(entry);
        }
    }

    private async Task<Answer<T>> SendAsync<T>(
        string path, string query, JsonTypeInfo<Reply<T>> type, bool isSigned, EndpointLimiter endpoint, CancellationToken cancellationToken)
        where T : class
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, query.Length == 0 ? path : $"{path}?{query}");
        if (isSigned)
            Sign(request.Headers, query);

        Interlocked.Increment(ref _sent);
        using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        _hasAnswered = true;
        using ReplyBody body = await ReplyBody.ReadAsync(response.Content, cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw Refused(response, body);

        Reply<T> reply = Parse(path, body.Bytes, type);
        endpoint.Learn(response.Headers, reply.Time);
        if (reply.Time is { } time)
            Saw(time);
        return reply.RetCode == RetCodes.Success
            ? new Answer<T>(reply.Result ?? throw Unreadable(path, body.Bytes, "it has no result"), reply.Time ?? _clock.Now)
            : throw Refused(path, reply.RetCode, reply.RetMsg, EndpointLimiter.WaitOf(response.Headers, reply.Time));
    }

    private void Sign(HttpRequestHeaders headers, string query)
    {
        long timestamp = _clock.Now, window = (long)_options.ReceiveWindow.TotalMilliseconds;
        headers.Add("X-BAPI-API-KEY", _options.Credentials!.Key);
        headers.Add("X-BAPI-TIMESTAMP", timestamp.ToString(CultureInfo.InvariantCulture));
        headers.Add("X-BAPI-RECV-WINDOW", window.ToString(CultureInfo.InvariantCulture));
        headers.Add("X-BAPI-SIGN", _signer!.Sign(timestamp, window, query));
    }

    private Reply<T> Parse<T>(string path, ReadOnlySpan<byte> body, JsonTypeInfo<Reply<T>> type)
        where T : class
    {
        try
        {
            return WireReader.Read(body, type);
        }
        catch (JsonException unreadable)
        {
            throw Unreadable(path, body, unreadable.Message);
        }
        catch (WireFieldException unreadable)
        {
            // An error may have a result of another shape; then only its code matters.
            return ErrorOf<T>(body) ?? throw Unreadable(path, unreadable);
        }
    }

    /// <returns>Null when the response is not an error, or cannot be read at all.</returns>
    private static Reply<T>? ErrorOf<T>(ReadOnlySpan<byte> body)
        where T : class
    {
        try
        {
            return WireReader.Read(body, WireContext.Default.ReplyHead) is { RetCode: not RetCodes.Success } head ? new Reply<T>(head.RetCode, head.RetMsg, null, null, head.Time) : null;
        }
        catch (WireFieldException)
        {
            return null; // the caller reports what it could not read
        }
    }

    private BybitException Unreadable(string path, WireFieldException field) => new(
        $"{_options.Address.Host} answered {path}, but {field.Message}: the exchange may have changed its response format; look for a newer version.", BybitFault.Retryable, innerException: field)
    {
        IsOtherForm = true,
    };

    private BybitException Unreadable(string path, ReadOnlySpan<byte> body, string why) => new(
        $"{_options.Address.Host} answered {path} with an invalid response ({why}): \"{Quote(body)}\"; is this address a Bybit exchange?", BybitFault.Retryable);

    private static BybitException Refused(string path, int code, string? message, TimeSpan? wait) => new(
        RetCodes.AdviceOf(code) is { } advice
            ? $"The exchange refused {path} with code {code} (\"{message}\"): {advice}."
            : $"The exchange refused {path} with code {code}: {message}",
        RetCodes.FaultOf(code), code)
    {
        RetryAfter = code == RetCodes.TooManyRequests ? wait : null,
    };

    private BybitException Refused(HttpResponseMessage response, ReplyBody body)
    {
        string text = Quote(body.Bytes);
        int status = (int)response.StatusCode;
        if (response.StatusCode == HttpStatusCode.Forbidden && text.Contains("too frequent", StringComparison.OrdinalIgnoreCase))
            return _budget.Ban();
        return status >= 500 || response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout
            ? new BybitException($"{_options.Address.Host} answered with HTTP {status}: try again later.", BybitFault.Retryable)
            : new BybitException($"{_options.Address.Host} answered with HTTP {status} (\"{text}\"): check the address, and whether the exchange serves this region.", BybitFault.Fatal);
    }

    private BybitException Unreachable(HttpRequestException failed) => new(
        $"{_options.Address.GetLeftPart(UriPartial.Authority)} cannot be reached ({failed.InnerException?.Message ?? failed.Message}): check the address and the network, or start a local exchange with \"tradebot exchange\".",
        BybitFault.Retryable, innerException: failed)
    {
        IsUnreachable = failed.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError,
    };

    private static string Quote(ReadOnlySpan<byte> body) =>
        Encoding.UTF8.GetString(body[..Math.Min(body.Length, LongestQuote)]).ReplaceLineEndings(" ").Trim();
}

/// <summary>The result of a successful request.</summary>
/// <param name="Result">The result.</param>
/// <param name="ServerTime">The server's clock, in milliseconds since 1970-01-01 UTC.</param>
internal readonly record struct Answer<T>(T Result, long ServerTime);
