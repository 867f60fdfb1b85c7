using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Bybit.Net.Clients;
using Bybit.Net.Enums;
using Bybit.Net.Objects.Models.V5;
using TradeBot.Exchanges;
using TradeBot.MarketData;

namespace TradeBot.Integrations.BybitNet;

/// <summary>Live candles of one category through Bybit.Net's clients; each candle closes exactly once and in order.</summary>
/// <remarks>
/// Bybit.Net reconnects by itself. What closed meanwhile shows as a step in the open times: the missing candles come
/// by request before the live ones go on, and such a request is sent again where that helps, so that one failure does not end the stream.
/// </remarks>
/// <param name="socket">For the stream; it stays the caller's.</param>
/// <param name="rest">For what the stream missed; it stays the caller's.</param>
/// <param name="category">Spot, Linear or Inverse.</param>
/// <param name="resilience">How often and how late a request is sent again; null for the defaults of our own client.</param>
public sealed class BybitNetCandleStream(BybitSocketClient socket, BybitRestClient rest, Category category, BybitResilience? resilience = null) : ICandleStream
{
    private readonly BybitNetCandleSource _history = new(rest, category, resilience);

    /// <inheritdoc/>
    public string Name => _history.Name;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There is no symbol, or the exchange has no such candles.</exception>
    /// <exception cref="BybitNetException">The exchange refuses, or cannot be reached at the start.</exception>
    public async IAsyncEnumerable<CandleUpdate> SubscribeAsync(
        IReadOnlyList<string> symbols, Timeframe timeframe, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        if (symbols.Count == 0)
            throw new ArgumentException("At least one symbol is needed.", nameof(symbols));

        KlineInterval interval = KlineIntervals.Of(timeframe);
        long open = timeframe.OpenOf(UnixTime.FromDateTime(await _history.TimeAsync(cancellationToken)));
        Dictionary<string, long> expected = symbols.Distinct().ToDictionary(symbol => symbol, _ => open);
        var updates = Channel.CreateUnbounded<(string Symbol, BybitKlineUpdate Kline)>();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            foreach (string symbol in expected.Keys)
                await SubscribeAsync(symbol, interval, updates.Writer, end.Token);

            await foreach ((string symbol, BybitKlineUpdate kline) in updates.Reader.ReadAllAsync(cancellationToken))
            {
                long start = UnixTime.FromDateTime(DateTime.SpecifyKind(kline.StartTime, DateTimeKind.Utc));
                if (start > expected[symbol])
                {
                    await foreach (CandleUpdate missed in MissedAsync(symbol, timeframe, expected[symbol], start, cancellationToken))
                        yield return missed;
                    expected[symbol] = start;
                }

                if (start < expected[symbol])
                    continue; // it came twice, or late
                if (kline.Confirm)
                    expected[symbol] = timeframe.NextOpen(start);
                yield return new CandleUpdate(symbol, timeframe, CandleOf(start, kline), kline.Confirm);
            }
        }
        finally
        {
            await end.CancelAsync(); // ends the subscriptions
        }
    }

    private async Task SubscribeAsync(
        string symbol, KlineInterval interval, ChannelWriter<(string Symbol, BybitKlineUpdate Kline)> updates, CancellationToken cancellationToken)
    {
        string[] symbols = [symbol];
        var answer = category switch
        {
            Category.Spot => await socket.V5SpotApi.SubscribeToKlineUpdatesAsync(symbols, interval, update => Write(update.Data), cancellationToken),
            Category.Linear => await socket.V5LinearApi.SubscribeToKlineUpdatesAsync(symbols, interval, update => Write(update.Data), cancellationToken),
            Category.Inverse => await socket.V5InverseApi.SubscribeToKlineUpdatesAsync(symbols, interval, update => Write(update.Data), cancellationToken),
            _ => throw new ArgumentException($"There are no live candles of {category}; accepted are Spot, Linear and Inverse.", nameof(symbol)),
        };
        cancellationToken.ThrowIfCancellationRequested();
        if (!answer.Success)
            throw new BybitNetException($"{symbol}: {answer.Error}");

        void Write(BybitKlineUpdate[] klines)
        {
            foreach (BybitKlineUpdate kline in klines)
                updates.TryWrite((symbol, kline)); // unbounded: there is always room
        }
    }

    private async IAsyncEnumerable<CandleUpdate> MissedAsync(
        string symbol, Timeframe timeframe, long from, long to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (CandleSeries piece in _history.FetchAsync(symbol, timeframe, UnixTime.ToDateTime(from), UnixTime.ToDateTime(to), progress: null, cancellationToken))
        {
            foreach (Candle candle in piece)
                yield return new CandleUpdate(symbol, timeframe, candle, IsClosed: true);
        }
    }

    private static Candle CandleOf(long start, BybitKlineUpdate kline) => new(
        UnixTime.ToDateTime(start), NearestDouble.Of(kline.OpenPrice), NearestDouble.Of(kline.HighPrice), NearestDouble.Of(kline.LowPrice), NearestDouble.Of(kline.ClosePrice), NearestDouble.Of(kline.Volume), NearestDouble.Of(kline.Turnover));
}
