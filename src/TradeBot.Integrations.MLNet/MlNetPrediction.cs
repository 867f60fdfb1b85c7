using Microsoft.ML.Data;

namespace TradeBot.Integrations.MLNet;

/// <summary>ML.NET's prediction for a row of two classes.</summary>
internal sealed class MlNetProbability
{
    public float Probability { get; set; }
}

/// <summary>ML.NET's prediction of a number.</summary>
internal sealed class MlNetNumber
{
    public float Score { get; set; }
}

/// <summary>ML.NET's prediction for a row of several classes: a probability each.</summary>
internal sealed class MlNetClasses
{
    public VBuffer<float> Score { get; set; }
}
