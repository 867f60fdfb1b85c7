using TradeBot.Strategies;

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

    /// <summary>A number at each candle, or a condition (1 where true, 0 where false, NaN where unknown), as rules write them.</summary>
    public static implicit operator Feature(Expression expression) => new ScalarFeature(expression);
}

/// <summary>Several columns that were made together.</summary>
internal sealed class FeatureGroup(IReadOnlyList<ScalarFeature> columns) : Feature
{
    public override IReadOnlyList<ScalarFeature> Columns => columns;
}
