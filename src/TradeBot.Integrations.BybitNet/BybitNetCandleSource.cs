using System.Globalization;
using System.Runtime.CompilerServices;
using Bybit.Net.Clients;
using Bybit.Net.Enums;
using Bybit.Net.Objects.Models.V5;
using TradeBot.Exchanges;
using TradeBot.Exchanges.Rest;
using TradeBot.MarketData;

namespace TradeBot.Integrations.BybitNet;

/// <summary>Closed candles of one category through Bybit.Net's client, page by page.</summary>
/// <remarks>
/// Pages are requested by time and never by what was received, so that a halt of the market cannot shift them. A request that fails by the
/// network, by time, on the exchange's side or by a limit is sent again as often as our own client sends it.
/// </remarks>
/// <param name="client">Aimed at an environment; it stays the caller's.</param>
/// <param name="category">The exchange's family of instruments.</param>
/// <param name="resilience">How often and how late a request is sent again; null for the defaults of our own client.</param>
public sealed class BybitNetCandleSource(BybitRestClient client, Category category, BybitResilience? resilience = null) : ICandleSource
{
    private const int CandlesPerPage = 1000;

    private readonly ForeignRequests _requests = new(resilience ?? new BybitResilience(), TimeProvider.System);

    /// <inheritdoc/>
    public string Name => $"Bybit.Net {category}";

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The range is empty, or the exchange has no such candles.</exception>
    /// <exception cref="BybitNetException">The exchange refused, or could not be reached.</exception>
    public async IAsyncEnumerable<CandleSeries> FetchAsync(
        string symbol,
        Timeframe timeframe,
        DateTime from,
        DateTime to,
        IProgress<FetchProgress>? progress = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(symbol);
        KlineInterval interval = KlineIntervals.Of(timeframe);
        long start = UnixTime.FromDateTime(from), end = UnixTime.FromDateTime(to);
        if (start >= end)
            throw new ArgumentException(FormattableString.Invariant($"The range from {from:u} to {to:u} is empty: give a start before its end."), nameof(to));

        long open = timeframe.OpenOf(start);
        long first = open == start ? open : timeframe.NextOpen(open), closed = timeframe.OpenOf(UnixTime.FromDateTime(await TimeAsync(cancellationToken)));
        end = Math.Min(end, closed);
        long candles = 0;
        for (long page = first; page < end;)
        {
            long last = LastOf(timeframe, page, end), next = timeframe.NextOpen(last);
            CandleSeries piece = await PageAsync(symbol, timeframe, interval, page, last, cancellationToken);
            if (piece.Count > 0)
                yield return piece;
            candles += piece.Count;
            progress?.Report(new FetchProgress(symbol, timeframe, candles, UnixTime.ToDateTime(next), Math.Min(1, (double)(next - first) / (end - first))));
            page = next;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="BybitNetException">The exchange did not answer.</exception>
    public async Task<DateTime> TimeAsync(CancellationToken cancellationToken = default)
    {
        DateTime time = await SendAsync("The exchange's time", async token =>
        {
            var answer = await client.V5Api.ExchangeData.GetServerTimeAsync(ct: token);
            return answer.Success ? Answer(answer.Data.TimeNano) : Failure<DateTime>(answer.Error?.ToString(), answer.Error?.ErrorCode);
        }, cancellationToken);
        return DateTime.SpecifyKind(time, DateTimeKind.Utc);
    }

    private static long LastOf(Timeframe timeframe, long first, long end)
    {
        long last = first;
        for (int i = 1; i < CandlesPerPage; i++)
        {
            long next = timeframe.NextOpen(last);
            if (next >= end)
                break;
            last = next;
        }

        return last;
    }

    private async Task<CandleSeries> PageAsync(
        string symbol, Timeframe timeframe, KlineInterval interval, long first, long last, CancellationToken cancellationToken)
    {
        BybitKline[] received = await SendAsync(FormattableString.Invariant($"{symbol} {timeframe} from {UnixTime.ToDateTime(first):u}"), async token =>
        {
            var answer = await client.V5Api.ExchangeData.GetKlinesAsync(
                category, symbol, interval, startTime: UnixTime.ToDateTime(first), endTime: UnixTime.ToDateTime(last), limit: CandlesPerPage, ct: token);
            return answer.Success ? Answer(answer.Data.List.ToArray()) : Failure<BybitKline[]>(answer.Error?.ToString(), answer.Error?.ErrorCode);
        }, cancellationToken);

        BybitKline[] rows =
        [
            .. received.Select(row => (Time: Milliseconds(row.StartTime), Row: row))
                .Where(entry => entry.Time >= first && entry.Time <= last)
                .OrderBy(entry => entry.Time).DistinctBy(entry => entry.Time).Select(entry => entry.Row),
        ];
        return new CandleSeries(
            symbol, timeframe, Array.ConvertAll(rows, row => Milliseconds(row.StartTime)), Column(rows, row => row.OpenPrice), Column(rows, row => row.HighPrice),
            Column(rows, row => row.LowPrice), Column(rows, row => row.ClosePrice), Column(rows, row => row.Volume), Column(rows, row => row.QuoteVolume));
    }

    /// <exception cref="BybitNetException">The exchange refused, or did not answer in any attempt.</exception>
    private async Task<T> SendAsync<T>(string what, Func<CancellationToken, Task<ForeignAnswer<T>>> request, CancellationToken cancellationToken)
    {
        try
        {
            return await _requests.SendAsync(request, cancellationToken);
        }
        catch (BybitException failed)
        {
            throw new BybitNetException($"{what}: {failed.Message}", failed);
        }
    }

    private static ForeignAnswer<T> Answer<T>(T value) => new(value, Failure: null, Code: null);

    private static ForeignAnswer<T> Failure<T>(string? message, object? code) =>
        new(default!, message ?? "Bybit.Net gave no reason", Convert.ToString(code, CultureInfo.InvariantCulture));

    private static long Milliseconds(DateTime time) => UnixTime.FromDateTime(DateTime.SpecifyKind(time, DateTimeKind.Utc));

    private static double[] Column(BybitKline[] rows, Converter<BybitKline, decimal> value) => Array.ConvertAll(rows, row => NearestDouble.Of(value(row)));
}
