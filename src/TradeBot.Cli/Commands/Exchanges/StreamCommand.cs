using System.CommandLine;
using System.Globalization;
using TradeBot.Cli.Printing;
using TradeBot.Exchanges;
using TradeBot.MarketData;

namespace TradeBot.Cli.Commands;

internal static class StreamCommand
{
    private static readonly Argument<string> Symbols = new("symbols") { Description = "Symbols, separated by commas." };
    private static readonly Argument<string> Timeframes = new("timeframes") { Description = $"Timeframes that the exchange offers, separated by commas: {string.Join(", ", Timeframe.Usual)}." };
    private static readonly Option<BybitCategory> Category = ExchangeArguments.Category();
    private static readonly Option<string> Exchange = ExchangeArguments.Exchange();
    private static readonly Option<string> Store = DataArguments.Store();
    private static readonly Option<int?> Keep = new("--keep") { Description = "How many of the newest candles of each series the store keeps; all by default.", HelpName = "candles" };
    private static readonly Option<int?> Candles = new("--candles") { Description = "Stop after this many closed candles; never by default.", HelpName = "number" };

    public static Command Create()
    {
        var command = new Command(
            "stream",
            "Write live candles into the store as they close. Candles since the last stored one are fetched first, so that there is no gap. " +
            "While the exchange has banned the address, it waits, and reports once why and until when. " +
            "Exit code: 0 --candles were received, 2 wrong usage, or the exchange refused or cannot be reached, 130 stopped.")
        {
            Symbols, Timeframes, Category, Exchange, Store, Keep, Candles,
        };
        command.SetAction(StreamAsync);
        return command;
    }

    private static async Task<int> StreamAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        string[] symbols = ExchangeArguments.Words(parsed.GetRequiredValue(Symbols));
        Timeframe[] timeframes = ExchangeArguments.Timeframes(parsed.GetRequiredValue(Timeframes));
        CandleStore store = CandleStore.Open(parsed.GetRequiredValue(Store), new CandleStoreOptions { KeepLast = parsed.GetValue(Keep) });
        BybitExchange exchange = Bybit.At(parsed.GetRequiredValue(Exchange));
        BybitCandleStream stream = exchange.Market(parsed.GetRequiredValue(Category)).Stream();

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var closed = new ClosedCandles(new DataPrinter(parsed.InvocationConfiguration.Output), parsed.GetValue(Candles), stop);
        var recorder = new CandleRecorder(store);
        var notices = new StreamNotices(parsed.InvocationConfiguration.Error);
        exchange.Noticed += notices.Tell; // before a recording begins, which may have to wait at once
        Task[] recordings = [.. timeframes.Select(timeframe => recorder.RecordAsync(stream.SubscribeAsync(symbols, timeframe, Since(store, symbols, timeframe), stop.Token), closed, stop.Token))];
        try
        {
            await await Task.WhenAny(recordings); // a failure of one ends all
        }
        catch (OperationCanceledException) when (closed.IsEnough)
        {
            return ExitCode.Success;
        }
        finally
        {
            await stop.CancelAsync();
            await ((Task)Task.WhenAll(recordings)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // the first failure is thrown above
            exchange.Noticed -= notices.Tell;
        }

        return ExitCode.Success;
    }

    /// <summary>Where each series goes on: after the last candle held, or with the one that is open now.</summary>
    private static DateTime?[] Since(CandleStore store, string[] symbols, Timeframe timeframe) =>
        [.. symbols.Select(symbol => store.TryLoad(symbol, timeframe, out CandleSeries? held) && held.Count > 0 ? held.CloseTimeAt(held.Count - 1) : (DateTime?)null)];

    /// <summary>Says each thing once: a wait by its reason, which of a ban names the end, and a field that cannot be read by its name and topic.</summary>
    private sealed class StreamNotices(TextWriter error)
    {
        private readonly HashSet<(BybitNoticeKind Kind, string? Topic, string? Field, string? Reason)> _told = [];
        private readonly Lock _gate = new();

        public void Tell(object? sender, BybitNoticeEventArgs notice)
        {
            lock (_gate)
            {
                if (!_told.Add((notice.Kind, notice.Topic, notice.Field, notice.Kind == BybitNoticeKind.Waiting ? notice.Reason : null)))
                    return;
                error.WriteLine($"tradebot: {notice.Message}");
                error.Flush();
            }
        }
    }

    /// <summary>Prints each closed candle, and stops when there are enough.</summary>
    private sealed class ClosedCandles(DataPrinter printer, int? enough, CancellationTokenSource stop) : IProgress<CandleUpdate>
    {
        private readonly Lock _gate = new();
        private int _count;

        public bool IsEnough { get; private set; }

        public void Report(CandleUpdate value)
        {
            if (!value.IsClosed)
                return;
            lock (_gate)
            {
                if (IsEnough)
                    return;
                Candle candle = value.Candle;
                printer.Line(string.Create(
                    CultureInfo.InvariantCulture, $"{candle.OpenTime:yyyy-MM-dd HH:mm} {value.Symbol} {value.Timeframe}: {candle.Open} {candle.High} {candle.Low} {candle.Close}, volume {candle.Volume}"));
                IsEnough = ++_count >= enough;
            }

            if (IsEnough)
                stop.Cancel();
        }
    }
}
