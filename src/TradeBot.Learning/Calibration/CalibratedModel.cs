namespace TradeBot.Learning;

/// <summary>A model with calibrated probabilities.</summary>
public sealed class CalibratedModel : IModel, IBatchModel
{
    internal CalibratedModel(string name, IModel inner, ICalibrator calibrator) => (Name, Inner, Calibrator) = (name, inner, calibrator);

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Features => Inner.Features;

    /// <summary>The uncalibrated model.</summary>
    public IModel Inner { get; }

    /// <summary>The fitted calibration.</summary>
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

    internal void Write(ModelWriter writer)
    {
        writer.WriteModel(Inner);
        writer.Write((byte)(Calibrator is PlattCalibrator ? CalibrationMethod.Platt : CalibrationMethod.Isotonic));
        if (Calibrator is PlattCalibrator platt)
            platt.Write(writer);
        else
            ((IsotonicCalibrator)Calibrator).Write(writer);
    }

    internal static CalibratedModel Read(ModelReader reader)
    {
        IModel inner = reader.ReadMembers(1)[0];
        bool isPlatt = reader.ReadEnum<CalibrationMethod>("calibration") == CalibrationMethod.Platt;
        return new CalibratedModel(reader.Name, inner, isPlatt ? PlattCalibrator.Read(reader) : IsotonicCalibrator.Read(reader));
    }
}
