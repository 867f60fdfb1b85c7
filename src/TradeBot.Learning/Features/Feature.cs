namespace TradeBot.Learning;

/// <summary>What a pipeline lists: one or more columns, each computed from closed candles.</summary>
/// <remarks>A feature is immutable and describes; each run over candles starts a state of its own.</remarks>
public abstract class Feature
{
    private protected Feature()
    {
    }

    /// <summary>The columns, at least one.</summary>
    public abstract IReadOnlyList<ScalarFeature> Columns { get; }
}
