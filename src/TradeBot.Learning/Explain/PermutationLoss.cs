using TradeBot.Statistics;

namespace TradeBot.Learning;

/// <summary>Increase of each row's loss when features are permuted.</summary>
internal sealed class PermutationLoss
{
    private const double Smallest = 1.0 / (1L << 52);

    private readonly Dataset _data;
    private readonly ReadOnlyMemory<int> _rows;
    private readonly PermutedFeatures _permuted;
    private readonly double[] _losses;

    public PermutationLoss(IModel model, Dataset data, ReadOnlyMemory<int> rows)
    {
        (_data, _rows, _permuted) = (data, rows, new PermutedFeatures(model, data, rows));
        _losses = Losses(data, rows.Span, _permuted.Predict([], []));
    }

    /// <summary>The mean over the repeats, one per row.</summary>
    public double[] Of(IReadOnlyList<string> features, int repeats, int seed)
    {
        double[] rises = new double[_rows.Length];
        for (int repeat = 0; repeat < repeats; repeat++)
        {
            int[] permutation = PermutedFeatures.Permutation(_rows.Length, TrialSeed.Derive(seed, repeat));
            double[] permuted = Losses(_data, _rows.Span, _permuted.Predict(features, permutation));
            for (int i = 0; i < rises.Length; i++)
                rises[i] += (permuted[i] - _losses[i]) / repeats;
        }

        return rises;
    }

    /// <summary>The loss of each prediction: log loss for classes, squared error for numbers.</summary>
    public static double[] Losses(Dataset data, ReadOnlySpan<int> rows, ReadOnlySpan<double> predictions)
    {
        double[] losses = new double[rows.Length];
        for (int i = 0; i < losses.Length; i++)
        {
            double target = data.Target[rows[i]], distance = predictions[i] - target;
            losses[i] = data.IsBinary
                ? -Math.Log(Math.Clamp(target == 1 ? predictions[i] : 1 - predictions[i], Smallest, 1 - Smallest))
                : distance * distance;
        }

        return losses;
    }
}
