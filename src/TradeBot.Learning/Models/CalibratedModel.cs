namespace TradeBot.Learning;

/// <summary>A model whose probabilities are corrected.</summary>
public sealed class CalibratedModel : IModel, IBatchModel
{
    internal CalibratedModel(string name, IModel inner, ICalibrator calibrator) => (Name, Inner, Calibrator) = (name, inner, calibrator);

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Features => Inner.Features;

    /// <summary>The model as it learned.</summary>
    public IModel Inner { get; }

    /// <summary>What corrects it.</summary>
    public ICalibrator Calibrator { get; }

    /// <inheritdoc/>
    public double Predict(ReadOnlySpan<double> row) => Calibrator.Calibrate(Inner.Predict(row));

    void IBatchModel.Predict(Dataset data, int[] rows, Span<double> destination)
    {
        Inner.Predict(data, rows, destination);
        foreach (ref double value in destination)
            value = Calibrator.Calibrate(value);
    }

    /// <summary>The method in one line.</summary>
    public override string ToString() => Name;
}
