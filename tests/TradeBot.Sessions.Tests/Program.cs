using System.Runtime.CompilerServices;
using TradeBot.MarketData;
using TradeBot.Trading.Tests;

namespace TradeBot.Sessions.Tests;

/// <summary>What the tests start as another process: <c>run FOLDER SEED MILLISECONDS</c> trades candles of a seed, one in so many milliseconds.</summary>
internal static class Program
{
    public const int LeaseLost = 3, Held = 4;

    public static async Task<int> Main(string[] args)
    {
        string folder = args[1];
        CandleSeries candles = TestSessions.Candles(int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture));
        int pause = int.Parse(args[3], System.Globalization.CultureInfo.InvariantCulture);
        try
        {
            await using var session = Session.Open(TestSessions.Rule(), TestSessions.Options(folder));
            if (session.Summary.State == TradingState.Disabled)
                session.Allow("test", "It begins.");
            await Console.Out.WriteLineAsync("started");
            SessionResult result = await session.RunAsync(new Paced(candles, session.Summary.Moment, pause));
            await Console.Out.WriteLineAsync($"ended {result.End}");
            return 0;
        }
        catch (LeaseLostException lost)
        {
            await Console.Error.WriteLineAsync(lost.Message);
            return LeaseLost;
        }
        catch (InvalidOperationException held)
        {
            await Console.Error.WriteLineAsync(held.Message);
            return Held;
        }
    }

    /// <summary>Candles that were seen come at once, the others one at a time.</summary>
    private sealed class Paced(CandleSeries candles, DateTime? seen, int pause) : ICandleStream
    {
        public string Name => "paced";

        public async IAsyncEnumerable<CandleUpdate> SubscribeAsync(IReadOnlyList<string> symbols, Timeframe timeframe, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            for (int i = 0; i < candles.Count; i++)
            {
                if (candles.CloseTimeAt(i) > (seen ?? DateTime.MinValue) && pause > 0)
                    await Task.Delay(pause, cancellationToken);
                yield return new CandleUpdate(candles.Symbol, candles.Timeframe, candles[i], IsClosed: true);
            }
        }
    }
}
