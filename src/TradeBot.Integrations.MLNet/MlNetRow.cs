namespace TradeBot.Integrations.MLNet;

/// <summary>A row as ML.NET reads it; the type of the label depends on the task.</summary>
internal class MlNetRow
{
    public float[] Features { get; set; } = [];

    public float Weight { get; set; } = 1;
}

/// <summary>A row of two classes.</summary>
internal sealed class MlNetBinaryRow : MlNetRow
{
    public bool Label { get; set; }
}

/// <summary>A row whose target is a number.</summary>
internal sealed class MlNetNumberRow : MlNetRow
{
    public float Label { get; set; }
}

/// <summary>A row of several classes.</summary>
internal sealed class MlNetClassRow : MlNetRow
{
    /// <summary>Beyond every key, which ML.NET reads as a missing label.</summary>
    public const uint Unknown = uint.MaxValue;

    /// <summary>The class's place in ascending order, from 0: rows of a user's type count keys from 0, though a view counts them from 1.</summary>
    public uint Label { get; set; }
}
