namespace TradeBot.Strategies;

/// <summary>An output of an indicator that is not its first.</summary>
internal sealed class OutputNode(double[] outputs, int index) : Node
{
    public override void Step() => Value = outputs[index];
}
