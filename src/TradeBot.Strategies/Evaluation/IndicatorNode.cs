using TradeBot.Indicators;

namespace TradeBot.Strategies;

/// <summary>An indicator at work; its value is the first output.</summary>
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
