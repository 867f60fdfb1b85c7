using TradeBot.MarketData;

namespace TradeBot.Strategies.Tests;

/// <summary>Strategies that know more than they may.</summary>
internal static class Cheats
{
    /// <summary>A strategy whose sessions are functions from the latest candle to the wanted exposure.</summary>
    internal abstract class Cheat : IStrategy
    {
        public string Name => GetType().Name;

        public IReadOnlyList<CandleFeed> Feeds => [];

        public abstract IStrategySession Start(IReadOnlyList<CandleFeed> feeds);
    }

    internal sealed class Session(Func<Candle, double> decide) : IStrategySession
    {
        private Candle _candle;

        public void OnCandle(int feed, in Candle candle)
        {
            if (feed == 0)
                _candle = candle;
        }

        public void Decide(TargetExposures targets) => targets[0] = decide(_candle);
    }

    /// <summary>Looks up the next candle in the series that it was given at construction.</summary>
    internal sealed class PeeksAtTheNextCandle(CandleSeries candles) : Cheat
    {
        public override IStrategySession Start(IReadOnlyList<CandleFeed> feeds) => new Session(candle =>
        {
            int next = candles.OpenTimes.BinarySearch(UnixTime.FromDateTime(candle.OpenTime)) + 1;
            return next < candles.Count && candles.Close[next] > candle.Close ? 1 : 0;
        });
    }

    /// <summary>Made a table of future returns at construction, and keeps no candle.</summary>
    internal sealed class KeepsATableOfTheFuture : Cheat
    {
        private readonly Dictionary<DateTime, bool> _rises = [];

        public KeepsATableOfTheFuture(CandleSeries candles)
        {
            for (int i = 0; i + 1 < candles.Count; i++)
                _rises[candles.OpenTimeAt(i)] = candles.Close[i + 1] > candles.Close[i];
        }

        public override IStrategySession Start(IReadOnlyList<CandleFeed> feeds) =>
            new Session(candle => _rises.GetValueOrDefault(candle.OpenTime) ? 1 : 0);
    }

    /// <summary>Scales by the extremes of the whole series.</summary>
    internal sealed class ScalesByTheWholeSeries(CandleSeries candles) : Cheat
    {
        private readonly double _highest = candles.Close.ToArray().Max();

        public override IStrategySession Start(IReadOnlyList<CandleFeed> feeds) => new Session(candle => candle.Close / _highest / 2);
    }

    /// <summary>Reads the hour in progress in hourly candles made beforehand.</summary>
    internal sealed class ReadsTheHourInProgress(CandleSeries minutes) : Cheat
    {
        private readonly CandleSeries _hours = minutes.Resample(Timeframe.OneHour);

        public override IStrategySession Start(IReadOnlyList<CandleFeed> feeds) => new Session(candle =>
        {
            int hour = _hours.OpenTimes.BinarySearch(Timeframe.OneHour.OpenOf(UnixTime.FromDateTime(candle.OpenTime)));
            return hour >= 0 && _hours.Close[hour] > candle.Close ? 1 : 0;
        });
    }

    /// <summary>Sessions share what they saw in a static field.</summary>
    internal sealed class SharesStateBetweenSessions : Cheat
    {
        private static double s_highest;

        public override IStrategySession Start(IReadOnlyList<CandleFeed> feeds) => new Session(candle =>
        {
            s_highest = Math.Max(s_highest, candle.Close);
            return candle.Close >= s_highest ? 1 : 0;
        });
    }

    /// <summary>Each session clears what the sessions share, so that one run after another does no harm.</summary>
    internal sealed class SharesStateWhileRunning : Cheat
    {
        private double _last;

        public override IStrategySession Start(IReadOnlyList<CandleFeed> feeds)
        {
            _last = 0;
            return new Session(candle =>
            {
                bool rose = candle.Close > _last;
                _last = candle.Close;
                return rose ? 1 : 0;
            });
        }
    }

    /// <summary>Remembers the candles of an earlier run and looks the next one up.</summary>
    internal sealed class RemembersAnEarlierRun : Cheat
    {
        private readonly SortedList<DateTime, double> _memory = [];

        public override IStrategySession Start(IReadOnlyList<CandleFeed> feeds) => new Session(candle =>
        {
            _memory[candle.OpenTime] = candle.Close;
            return _memory.TryGetValue(candle.OpenTime.AddMinutes(1), out double next) && next > candle.Close ? 1 : 0;
        });
    }

    internal sealed class ReadsTheClock : Cheat
    {
        public override IStrategySession Start(IReadOnlyList<CandleFeed> feeds) =>
            new Session(candle => TimeProvider.System.GetUtcNow().UtcDateTime - candle.OpenTime < TimeSpan.FromHours(1) ? 1 : 0);
    }

    internal sealed class RollsDice : Cheat
    {
        private readonly Random _random = new(5);

        public override IStrategySession Start(IReadOnlyList<CandleFeed> feeds) => new Session(_ => _random.NextDouble());
    }

    internal sealed class ReadsAFile : Cheat
    {
        public override IStrategySession Start(IReadOnlyList<CandleFeed> feeds) =>
            new Session(_ => File.Exists("tomorrow.csv") ? 1 : 0);
    }

    /// <summary>States a stop by the next candle's low, and otherwise decides fairly.</summary>
    internal sealed class StopsByTheNextLow(CandleSeries candles) : Cheat, IStrategySession
    {
        private int _index = -1;

        public override IStrategySession Start(IReadOnlyList<CandleFeed> feeds) => new StopsByTheNextLow(candles);

        public void OnCandle(int feed, in Candle candle) => _index++;

        public void Decide(TargetExposures targets)
        {
            targets[0] = 1;
            targets.Protect(0, new ProtectiveLevels(Stop: ProtectiveLevel.Price(candles.Low[Math.Min(_index + 1, candles.Count - 1)])));
        }
    }

    /// <summary>Fails where the future is missing.</summary>
    internal sealed class NeedsTheFuture(CandleSeries candles) : Cheat
    {
        public override IStrategySession Start(IReadOnlyList<CandleFeed> feeds)
        {
            int index = 0;
            int last = 199;
            return new Session(_ => candles.Close[Math.Min(++index, last)] > 0 ? 1 : 0);
        }
    }
}
