namespace TradeBot.Learning;

/// <summary>A fitted line: intercept and coefficients of the standardised features.</summary>
public sealed class LinearModel : IModel
{
    private readonly Standardizer _standardizer;
    private readonly double[] _coefficients;

    internal LinearModel(string name, IReadOnlyList<string> features, Standardizer standardizer, double intercept, double[] coefficients) =>
        (Name, Features, _standardizer, Intercept, _coefficients) = (name, features, standardizer, intercept, coefficients);

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; }

    /// <summary>The target at the mean of the training rows.</summary>
    public double Intercept { get; }

    /// <summary>The change of the target per standard deviation of each feature.</summary>
    public IReadOnlyList<double> Coefficients => _coefficients;

    /// <inheritdoc/>
    public double Predict(ReadOnlySpan<double> row)
    {
        if (row.Length != _coefficients.Length)
            throw new ArgumentException($"Expected {_coefficients.Length} features, got {row.Length}.", nameof(row));

        double value = Intercept;
        for (int i = 0; i < row.Length; i++)
            value += _coefficients[i] * _standardizer.Transform(i, row[i]);
        return value;
    }

    /// <summary>Intercept and coefficients in one line.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Name}: {Intercept:G4}{string.Concat(Features.Select((feature, i) => FormattableString.Invariant($" {(_coefficients[i] < 0 ? '-' : '+')} {Math.Abs(_coefficients[i]):G4}·{feature}")))}");

    internal void Write(ModelWriter writer)
    {
        _standardizer.Write(writer);
        writer.Write(Intercept);
        writer.WriteArray(_coefficients);
    }

    internal static LinearModel Read(ModelReader reader) =>
        new(reader.Name, reader.Features, Standardizer.Read(reader), reader.ReadDouble(), reader.ReadNumbers(reader.Features.Count));
}
