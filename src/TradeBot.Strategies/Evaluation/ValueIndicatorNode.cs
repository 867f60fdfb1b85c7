using TradeBot.Indicators;

namespace TradeBot.Strategies;

/// <summary>An indicator over another value; it begins with the first value that is known.</summary>
internal sealed class ValueIndicatorNode(Indicator indicator, Node source) : IndicatorNode(indicator)
{
    private readonly IValueStream _stream = indicator.OpenOnValues();
    private bool _started;

    public override void Step()
    {
        if (!_started && double.IsNaN(source.Value))
            return;
        _started = true;
        _stream.Update(source.Value, Outputs);
        Value = Outputs[0];
    }
}
