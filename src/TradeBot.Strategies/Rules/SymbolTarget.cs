namespace TradeBot.Strategies;

/// <summary>The state of a target rule on one symbol: follows an exposure.</summary>
internal sealed class SymbolTarget
{
    private readonly FeedState _feed;
    private readonly int _symbol;
    private readonly double _share;
    private readonly double _tolerance;
    private readonly Node _exposure;
    private readonly Node? _when;

    public SymbolTarget(TargetRule target, FeedState feed, int symbol, double share, ExpressionCompiler compiler)
    {
        (_feed, _symbol, _share, _tolerance) = (feed, symbol, share, target.Tolerance * share);
        _exposure = compiler.Compile(target.Exposure, feed);
        _when = target.When is null ? null : compiler.Compile(target.When, feed);
    }

    public void Decide(TargetExposures targets)
    {
        if (!_feed.IsFresh || double.IsNaN(_exposure.Value) || _when is { Value: not 1 })
            return;

        double held = targets[_symbol];
        double wanted = Math.Clamp(_exposure.Value, -1, 1) * _share;
        if (wanted * held <= 0 || Math.Abs(wanted - held) > _tolerance)
            targets[_symbol] = wanted;
    }
}
