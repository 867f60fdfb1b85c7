namespace TradeBot.Learning;

/// <summary>A fitted logistic regression.</summary>
public sealed class LogisticModel : IModel
{
    private readonly Standardizer _standardizer;
    private readonly double[] _coefficients;

    internal LogisticModel(string name, IReadOnlyList<string> features, Standardizer standardizer, double intercept, double[] coefficients) =>
        (Name, Features, _standardizer, Intercept, _coefficients) = (name, features, standardizer, intercept, coefficients);

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; }

    /// <summary>The log odds at the mean of the training rows.</summary>
    public double Intercept { get; }

    /// <summary>The change of the log odds per standard deviation of each feature.</summary>
    public IReadOnlyList<double> Coefficients => _coefficients;

    /// <summary>The mean of each feature in the training rows.</summary>
    public IReadOnlyList<double> Means => _standardizer.Means;

    /// <summary>The standard deviation of each feature in the training rows, dividing by n.</summary>
    public IReadOnlyList<double> Deviations => _standardizer.Deviations;

    /// <inheritdoc/>
    public double Predict(ReadOnlySpan<double> row)
    {
        if (row.Length != _coefficients.Length)
            throw new ArgumentException($"Expected {_coefficients.Length} features, got {row.Length}.", nameof(row));

        double score = Intercept;
        for (int i = 0; i < row.Length; i++)
            score += _coefficients[i] * _standardizer.Transform(i, row[i]);
        return 1 / (1 + Math.Exp(-score));
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

    internal static LogisticModel Read(ModelReader reader) =>
        new(reader.Name, reader.Features, Standardizer.Read(reader), reader.ReadDouble(), reader.ReadNumbers(reader.Features.Count));
}
