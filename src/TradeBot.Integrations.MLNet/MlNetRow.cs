namespace TradeBot.Integrations.MLNet;

/// <summary>A row as ML.NET reads it.</summary>
internal sealed class MlNetRow
{
    public bool Label { get; set; }

    public float[] Features { get; set; } = [];

    public float Weight { get; set; } = 1;
}
