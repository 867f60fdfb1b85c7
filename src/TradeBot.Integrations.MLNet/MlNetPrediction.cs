namespace TradeBot.Integrations.MLNet;

/// <summary>What ML.NET says of a row.</summary>
internal sealed class MlNetPrediction
{
    public float Probability { get; set; }
}
