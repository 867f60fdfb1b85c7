using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>A run of a rotation.</summary>
internal sealed class RotationSession : IStrategySession
{
    private readonly SessionFeeds _feeds;
    private readonly FeedState _first;
    private readonly Node? _when;
    private readonly Node[] _scores;
    private readonly Node?[] _filters;
    private readonly double[] _eligible;
    private readonly Ranking _ranking;

    public RotationSession(RotationDefinition rotation, string name, IReadOnlyList<CandleFeed> feeds)
    {
        string[] symbols = [.. feeds.Select(f => f.Symbol).Distinct()];
        IReadOnlyList<CandleFeed> own = rotation.On.Choose(name, feeds);
        _feeds = new SessionFeeds(feeds);
        var compiler = new ExpressionCompiler(_feeds);
        FeedState[] states = [.. own.Select(_feeds.Get)];
        _first = states[0];
        _when = rotation.When is null ? null : compiler.Compile(rotation.When, _first);
        _scores = [.. states.Select(s => compiler.Compile(rotation.Score, s))];
        _filters = [.. states.Select(s => rotation.Filter is null ? null : compiler.Compile(rotation.Filter, s))];
        _eligible = new double[states.Length];
        _ranking = new Ranking([.. own.Select(f => Array.IndexOf(symbols, f.Symbol))], rotation.Top, rotation.Bottom);
        _feeds.Seal();
    }

    public void OnCandle(int feed, in Candle candle) => _feeds.OnCandle(feed, candle);

    public void Decide(TargetExposures targets)
    {
        _feeds.StepMixed();
        if (_first.IsFresh && (_when is null or { Value: 1 }))
            Rank(targets);
        _feeds.EndMoment();
    }

    private void Rank(TargetExposures targets)
    {
        for (int i = 0; i < _eligible.Length; i++)
            _eligible[i] = _filters[i] is null or { Value: 1 } ? _scores[i].Value : double.NaN;
        _ranking.Apply(_eligible, targets);
    }
}
