using TradeBot.Indicators;

namespace TradeBot.Strategies;

/// <summary>An indicator node; its value is the first output.</summary>
internal abstract class IndicatorNode : Node
{
    protected IndicatorNode(Indicator indicator)
    {
        Outputs = new double[indicator.Definition.Outputs.Count];
        Array.Fill(Outputs, double.NaN);
    }

    /// <summary>Every output after the latest step; NaN before the first.</summary>
    public double[] Outputs { get; }
}

/// <summary>An indicator on candles.</summary>
internal sealed class CandleIndicatorNode(Indicator indicator, FeedState feed) : IndicatorNode(indicator)
{
    private readonly IIndicatorStream _stream = indicator.Open();

    public override void Step()
    {
        _stream.Update(feed.Candle, Outputs);
        Value = Outputs[0];
    }
}

/// <summary>An indicator on another value; starts with the first known value.</summary>
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

/// <summary>An indicator on two other values; starts when both are known.</summary>
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

/// <summary>An output of an indicator that is not its first.</summary>
internal sealed class OutputNode(double[] outputs, int index) : Node
{
    public override void Step() => Value = outputs[index];
}
