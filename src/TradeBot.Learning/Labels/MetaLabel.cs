using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>Meta-label: 1 when the position that a signal calls for earned more than 0, otherwise 0.</summary>
/// <remarks>
/// Trains a model to decide when to trust a rule that gives the side. The side is the sign of a feature, known at the decision; where it is 0 or unknown there is no row.
/// Outcome and span are those of another label, mirrored for a short position.
/// Source: López de Prado, <i>Advances in Financial Machine Learning</i>, 2018, chapter 3.
/// </remarks>
public sealed class MetaLabel : Label
{
    private readonly ScalarFeature _side;
    private readonly Label _outcome;

    internal MetaLabel(ScalarFeature side, Label outcome) => (_side, _outcome) = (side, outcome);

    /// <inheritdoc/>
    public override string Name => $"meta({_side.Name}, {_outcome.Name})";

    /// <inheritdoc/>
    public override bool IsBinary => true;

    /// <inheritdoc/>
    public override LabelColumn Compute(CandleSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        double[] sides = FeaturePipeline.Compute(_side, series);
        for (int t = 0; t < sides.Length; t++)
            sides[t] = double.IsNaN(sides[t]) ? 0 : Math.Sign(sides[t]);

        LabelColumn followed = _outcome.Follow(series, sides);
        for (int t = 0; t < sides.Length; t++)
        {
            if (sides[t] == 0)
                (followed.Returns[t], followed.Ends[t]) = (double.NaN, followed.Starts[t]);
            followed.Values[t] = double.IsNaN(followed.Returns[t]) ? double.NaN : followed.Returns[t] > 0 ? 1 : 0;
        }

        return followed;
    }
}
