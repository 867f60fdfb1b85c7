using TradeBot.Indicators;

namespace TradeBot.Strategies;

/// <summary>An indicator over two other values; it begins when both are known.</summary>
internal sealed class PairIndicatorNode(Indicator indicator, Node first, Node second) : IndicatorNode(indicator)
{
    private readonly IPairStream _stream = indicator.OpenOnPairs();
    private bool _started;

    public override void Step()
    {
        var pair = new Pair(first.Value, second.Value);
        if (!_started && double.IsNaN(pair.First + pair.Second))
            return;
        _started = true;
        _stream.Update(pair, Outputs);
        Value = Outputs[0];
    }
}
