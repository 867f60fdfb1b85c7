namespace TradeBot.Learning;

/// <summary>Isotonic calibration: a non-decreasing step function with linear interpolation between the steps.</summary>
/// <remarks>
/// Adjacent violators are pooled, which gives the non-decreasing sequence of least squared error. Beyond the probabilities seen, the outermost
/// step continues. A step with only one class is 0 or 1, which log loss penalises without bound when wrong. Source: Zadrozny and Elkan, "Transforming classifier scores into accurate multiclass probability estimates", KDD 2002; Ayer et al., 1955.
/// </remarks>
public sealed class IsotonicCalibrator : ICalibrator
{
    private readonly double[] _probabilities, _values;

    internal IsotonicCalibrator(double[] probabilities, double[] values) => (_probabilities, _values) = (probabilities, values);

    /// <summary>The knots of the interpolation, ascending.</summary>
    public IReadOnlyList<double> Probabilities => _probabilities;

    /// <summary>The calibrated probability at each of <see cref="Probabilities"/>, non-decreasing.</summary>
    public IReadOnlyList<double> Values => _values;

    /// <summary>Fits the calibration.</summary>
    /// <param name="probabilities">In [0, 1], out of sample: of rows that the model was not trained on.</param>
    /// <param name="targets">0 or 1, both present, one per probability.</param>
    /// <param name="weights">One per probability; empty for equal weights.</param>
    /// <exception cref="ArgumentException">An argument is not as described.</exception>
    public static IsotonicCalibrator Fit(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> targets, ReadOnlySpan<double> weights = default)
    {
        CalibrationRows.Require(probabilities, targets, weights);
        int[] order = new int[probabilities.Length];
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(probabilities.ToArray(), order);

        Stack<Step> steps = new();
        for (int i = 0; i < order.Length;)
        {
            double probability = probabilities[order[i]], weight = 0, sum = 0;
            for (; i < order.Length && probabilities[order[i]] == probability; i++)
            {
                double counts = weights.IsEmpty ? 1 : weights[order[i]];
                (weight, sum) = (weight + counts, sum + counts * targets[order[i]]);
            }

            if (weight == 0)
                continue;
            var step = new Step(probability, probability, weight, sum);
            while (steps.TryPeek(out Step last) && last.Mean >= step.Mean)
                step = steps.Pop().With(step);
            steps.Push(step);
        }

        List<double> at = [], values = [];
        foreach (Step step in steps.Reverse())
        {
            at.Add(step.Low);
            values.Add(step.Mean);
            if (step.High > step.Low)
            {
                at.Add(step.High);
                values.Add(step.Mean);
            }
        }

        return new IsotonicCalibrator([.. at], [.. values]);
    }

    /// <inheritdoc/>
    public double Calibrate(double probability)
    {
        if (double.IsNaN(probability))
            return double.NaN;

        int position = Array.BinarySearch(_probabilities, probability);
        if (position >= 0)
            return _values[position];

        int above = ~position;
        if (above == 0)
            return _values[0];
        if (above == _values.Length)
            return _values[^1];
        double share = (probability - _probabilities[above - 1]) / (_probabilities[above] - _probabilities[above - 1]);
        return _values[above - 1] + share * (_values[above] - _values[above - 1]);
    }

    internal void Write(ModelWriter writer)
    {
        writer.WriteArray(_probabilities);
        writer.WriteArray(_values);
    }

    internal static IsotonicCalibrator Read(ModelReader reader)
    {
        double[] at = reader.ReadArray<double>(), values = reader.ReadArray<double>();
        bool rises = at.Length > 0 && values.Length == at.Length && Enumerable.Range(1, at.Length - 1).All(i => at[i] > at[i - 1] && values[i] >= values[i - 1]);
        ModelReader.Require(rises, $"{at.Length} steps with {values.Length} values");
        return new IsotonicCalibrator(at, values);
    }

    private readonly record struct Step(double Low, double High, double Weight, double Sum)
    {
        public double Mean => Sum / Weight;

        public Step With(Step next) => new(Low, next.High, Weight + next.Weight, Sum + next.Sum);
    }
}
