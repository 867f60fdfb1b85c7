using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <summary>Adds to a strategy or order algorithm of other code the settings that it was created with, for its name and the manifest of a run.</summary>
internal static class Bound
{
    /// <summary>The same strategy or algorithm, which reports the settings that its class does not report itself.</summary>
    public static object Of(object made, IReadOnlyDictionary<string, double> settings)
    {
        IReadOnlyList<KeyValuePair<string, double>> told = made is IOrderAlgorithm a ? a.Parameters : ((IStrategy)made).Parameters;
        KeyValuePair<string, double>[] untold = [.. settings.Where(s => told.All(t => t.Key != s.Key))];
        return made switch
        {
            _ when untold.Length == 0 => made,
            IStrategy strategy => new BoundStrategy(strategy, untold),
            _ => new BoundAlgorithm((IOrderAlgorithm)made, untold),
        };
    }

    private static string NameOf(string name, IEnumerable<KeyValuePair<string, double>> settings) =>
        $"{name} ({string.Join(", ", settings.Select(s => FormattableString.Invariant($"{s.Key}={s.Value:R}")))})";

    private sealed class BoundStrategy(IStrategy strategy, KeyValuePair<string, double>[] settings) : IStrategy
    {
        public string Name { get; } = NameOf(strategy.Name, settings);

        public IReadOnlyList<KeyValuePair<string, double>> Parameters { get; } = [.. strategy.Parameters, .. settings];

        public IReadOnlyList<CandleFeed> Feeds => strategy.Feeds;

        public IStrategySession Start(IReadOnlyList<CandleFeed> feeds) => strategy.Start(feeds);
    }

    private sealed class BoundAlgorithm(IOrderAlgorithm algorithm, KeyValuePair<string, double>[] settings) : IOrderAlgorithm
    {
        public string Name { get; } = NameOf(algorithm.Name, settings);

        public IReadOnlyList<KeyValuePair<string, double>> Parameters { get; } = [.. algorithm.Parameters, .. settings];

        public IOrderAlgorithmSession Start(IReadOnlyList<CandleFeed> feeds) => algorithm.Start(feeds);
    }
}
