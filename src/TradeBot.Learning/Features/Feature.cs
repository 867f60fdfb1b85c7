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
    /// <exception cref="ArgumentException">Its text means something else as a feature's name: <c>rank(x, n)</c> is <c>RANK(x, n)</c> there.</exception>
    public static implicit operator Feature(Expression expression)
    {
        var feature = new ScalarFeature(expression);
        return Features.PresentName(feature.Name) is var read && read == feature.Name
            ? feature
            : throw new ArgumentException($"'{feature.Name}' as the name of a feature means {read}: write the name of the indicator in capitals, or the number first.", nameof(expression));
    }
}

/// <summary>Several columns that were made together.</summary>
internal sealed class FeatureGroup(IReadOnlyList<ScalarFeature> columns) : Feature
{
    public override IReadOnlyList<ScalarFeature> Columns => columns;
}
