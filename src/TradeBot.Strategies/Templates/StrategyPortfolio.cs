using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>A portfolio of strategies: each decides on its own, and their exposures add up by weight.</summary>
internal sealed class StrategyPortfolio : IStrategy
{
    private readonly (IStrategy Strategy, double Weight)[] _parts;

    public StrategyPortfolio(string name, (IStrategy Strategy, double Weight)[] parts)
    {
        if (parts.Length == 0)
            throw new ArgumentException("A portfolio needs at least one strategy.", nameof(parts));
        foreach ((IStrategy strategy, double weight) in parts)
        {
            ArgumentNullException.ThrowIfNull(strategy);
            if (!(weight > 0 && weight <= 1))
                throw new ArgumentOutOfRangeException(nameof(parts), weight, $"The weight of {strategy.Name} must be in (0, 1].");
        }

        (Name, _parts) = (name, parts);
    }

    public string Name { get; }

    /// <summary>The weight and the parameters of each part, prefixed with the part's number.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Parameters =>
    [
        .. _parts.SelectMany((part, i) => part.Strategy.Parameters.Prepend(new("weight", part.Weight))
            .Select(p => KeyValuePair.Create(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{i + 1}.{p.Key}"), p.Value))),
    ];

    public IReadOnlyList<CandleFeed> Feeds => [.. _parts.SelectMany(p => p.Strategy.Feeds).Distinct()];

    public IStrategySession Start(IReadOnlyList<CandleFeed> feeds)
    {
        ArgumentNullException.ThrowIfNull(feeds);
        string[] symbols = [.. feeds.Select(f => f.Symbol).Distinct()];
        return new Session([.. _parts.Select(p => new Part(p.Strategy, p.Weight, feeds, symbols))], symbols);
    }

    private sealed class Session(Part[] parts, string[] symbols) : IStrategySession
    {
        public void OnCandle(int feed, in Candle candle)
        {
            foreach (Part part in parts)
                part.OnCandle(feed, candle);
        }

        public void Decide(TargetExposures targets)
        {
            foreach (Part part in parts)
                part.Decide(targets);
            for (int symbol = 0; symbol < symbols.Length; symbol++)
            {
                double sum = 0;
                foreach (Part part in parts)
                    sum += part.Exposure(symbol);
                if (sum == 0 && parts.Any(part => part.ClosedByTimeStop(symbol)))
                    targets.CloseByTimeStop(symbol);
                else
                    targets[symbol] = Math.Clamp(sum, -1, 1);
                if (sum != 0)
                    Protect(symbol, targets);
            }
        }

        private void Protect(int symbol, TargetExposures targets)
        {
            Part? guarded = null;
            int holders = 0;
            foreach (Part part in parts)
            {
                if (part.Exposure(symbol) == 0)
                    continue;
                holders++;
                if (!part.Levels(symbol).IsEmpty)
                    guarded = part;
            }

            if (guarded is not null && holders > 1)
                throw new InvalidOperationException($"{guarded.Name} sets levels for {symbols[symbol]}, which another strategy of the portfolio also holds.");
            targets.Protect(symbol, guarded is null ? default : guarded.Levels(symbol));
        }
    }

    private sealed class Part
    {
        private readonly IStrategySession _session;
        private readonly DrivenTargets _targets;
        private readonly int[] _feedOf;
        private readonly int[] _symbolOf;
        private readonly double _weight;
        private readonly double[] _before, _kept;

        public Part(IStrategy strategy, double weight, IReadOnlyList<CandleFeed> feeds, string[] symbols)
        {
            CandleFeed[] own = [.. feeds.Where(f => strategy.Feeds.Count == 0 || strategy.Feeds.Any(s => s.Symbol == f.Symbol))];
            string[] ownSymbols = [.. own.Select(f => f.Symbol).Distinct()];
            _feedOf = [.. feeds.Select(f => Array.IndexOf(own, f))];
            _symbolOf = [.. symbols.Select(s => Array.IndexOf(ownSymbols, s))];
            _targets = new DrivenTargets(ownSymbols);
            _weight = weight;
            _before = new double[ownSymbols.Length];
            _kept = new double[ownSymbols.Length];
            Array.Fill(_kept, 1);
            Name = strategy.Name;
            _session = strategy.Start(own);
        }

        public string Name { get; }

        public void OnCandle(int feed, in Candle candle)
        {
            if (_feedOf[feed] >= 0)
                _session.OnCandle(_feedOf[feed], candle);
        }

        public void Decide(TargetExposures whole)
        {
            for (int symbol = 0; symbol < _symbolOf.Length; symbol++)
            {
                int own = _symbolOf[symbol];
                if (own < 0)
                    continue;
                if (whole.ExitOf(symbol) != ProtectiveExit.None && Exposure(symbol) != 0)
                    _targets.Close(own, whole.ExitOf(symbol));
                if (whole.RemainingFractionOf(symbol) < _kept[own] && Exposure(symbol) != 0)
                    _targets.Shrink(own, whole.RemainingFractionOf(symbol) / _kept[own]);
                _kept[own] = whole.RemainingFractionOf(symbol);
                if (whole.RefusalOf(symbol) is { } reason)
                    _targets.Refuse(own, whole[symbol] == 0 ? 0 : _before[own], reason);
                _before[own] = _targets[own];
            }

            _session.Decide(_targets);
        }

        public double Exposure(int symbol) => _symbolOf[symbol] < 0 ? 0 : _weight * _targets[_symbolOf[symbol]];

        public bool ClosedByTimeStop(int symbol) => _symbolOf[symbol] >= 0 && _targets.ClosedByTimeStop(_symbolOf[symbol]);

        public ProtectiveLevels Levels(int symbol) => _symbolOf[symbol] < 0 ? default : _targets.LevelsOf(_symbolOf[symbol]);
    }
}
