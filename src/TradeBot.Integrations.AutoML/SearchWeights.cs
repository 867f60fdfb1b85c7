using TradeBot.Learning;

namespace TradeBot.Integrations.AutoML;

/// <summary>Refuses rows of different weights before the first trial: AutoML's pipelines read none.</summary>
internal static class SearchWeights
{
    public const string Reason = "AutoML's pipelines have no column of weights";

    /// <summary>Refuses rows whose weights differ.</summary>
    /// <exception cref="ArgumentException">Two rows have different weights.</exception>
    public static void Require(Dataset data)
    {
        ReadOnlySpan<double> weights = data.Weights;
        double first = double.NaN;
        for (int row = 0; row < weights.Length; row++)
        {
            if (weights[row] <= 0)
                continue; // a row of weight 0 does not count
            if (double.IsNaN(first))
                first = weights[row];
            if (weights[row] != first)
                throw new ArgumentException(FormattableString.Invariant($"The search takes no weights, because {Reason}; row {row} has {weights[row]:R} and others {first:R}, accepted are rows of one weight."), nameof(data));
        }
    }
}
