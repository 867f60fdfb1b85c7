using TradeBot.Strategies;

namespace TradeBot.Learning;

/// <summary>An element of a pipeline: one or more columns, each computed from closed candles.</summary>
/// <remarks>A feature is an immutable description; each run over candles has its own state.</remarks>
public abstract class Feature
{
    private protected Feature()
    {
    }

    /// <summary>The columns, at least one.</summary>
    public abstract IReadOnlyList<ScalarFeature> Columns { get; }

    /// <summary>A number at each candle, or a condition (1 true, 0 false, NaN unknown), in the expression language of rules.</summary>
    /// <exception cref="ArgumentException">Its text means something different as a feature name: <c>rank(x, n)</c> is <c>RANK(x, n)</c> there.</exception>
    public static implicit operator Feature(Expression expression)
    {
        var feature = new ScalarFeature(expression);
        return Features.PresentName(feature.Name) is var read && read == feature.Name
            ? feature
            : throw new ArgumentException($"'{feature.Name}' means {read} as a feature name: write the indicator's name in capitals, or the number first.", nameof(expression));
    }
}

/// <summary>Several columns that belong together.</summary>
internal sealed class FeatureGroup(IReadOnlyList<ScalarFeature> columns) : Feature
{
    public override IReadOnlyList<ScalarFeature> Columns => columns;
}
