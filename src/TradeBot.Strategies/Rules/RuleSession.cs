using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>A run of a rule strategy.</summary>
internal sealed class RuleSession : IStrategySession
{
    private readonly SessionFeeds _feeds;
    private readonly SymbolRule[] _rules = [];
    private readonly SymbolTarget[] _targets = [];
    private readonly int _symbol;
    private readonly int _hedge = -1;

    public RuleSession(RuleDefinition rule, string name, IReadOnlyList<CandleFeed> feeds)
    {
        string[] symbols = [.. feeds.Select(f => f.Symbol).Distinct()];
        IReadOnlyList<CandleFeed> own = rule.On.Choose(name, feeds);
        double share = 1.0 / own.Count;
        _feeds = new SessionFeeds(feeds);
        var compiler = new ExpressionCompiler(_feeds);
        if (rule.Target is { } target)
            _targets = [.. own.Select(f => new SymbolTarget(target, _feeds.Get(f), Array.IndexOf(symbols, f.Symbol), share, compiler))];
        else
            _rules = [.. own.Select(f => new SymbolRule(rule, _feeds.Get(f), Array.IndexOf(symbols, f.Symbol), share, compiler))];
        _feeds.Seal();
        if (rule.Hedge is not { } hedge)
            return;

        _symbol = Array.IndexOf(symbols, own[0].Symbol);
        _hedge = Array.IndexOf(symbols, hedge);
        if (_hedge < 0)
            throw new ArgumentException($"{name} hedges with {hedge}; the run has {string.Join(", ", symbols)}.", nameof(feeds));
    }

    public void OnCandle(int feed, in Candle candle) => _feeds.OnCandle(feed, candle);

    public void Decide(TargetExposures targets)
    {
        _feeds.StepMixed();
        foreach (SymbolRule rule in _rules)
            rule.Decide(targets);
        foreach (SymbolTarget target in _targets)
            target.Decide(targets);
        if (_hedge >= 0 && targets.ClosedByTimeStop(_symbol))
            targets.CloseByTimeStop(_hedge);
        else if (_hedge >= 0)
            targets[_hedge] = -targets[_symbol];
        _feeds.EndMoment();
    }
}
