namespace TradeBot.Learning;

/// <summary>A fitted logistic regression.</summary>
public sealed class LogisticModel : IModel
{
    private readonly LinearScore _score;

    internal LogisticModel(string name, IReadOnlyList<string> features, LinearScore score) => (Name, Features, _score) = (name, features, score);

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; }

    /// <summary>The log odds at the mean of the training rows.</summary>
    public double Intercept => _score.Intercept;

    /// <summary>The change of the log odds per standard deviation of each feature.</summary>
    public IReadOnlyList<double> Coefficients => _score.Coefficients;

    /// <summary>The mean of each feature in the training rows.</summary>
    public IReadOnlyList<double> Means => _score.Standardizer.Means;

    /// <summary>The standard deviation of each feature in the training rows, dividing by n.</summary>
    public IReadOnlyList<double> Deviations => _score.Standardizer.Deviations;

    /// <inheritdoc/>
    public double Predict(ReadOnlySpan<double> row) => 1 / (1 + Math.Exp(-_score.Of(row)));

    /// <summary>Intercept and coefficients in one line.</summary>
    public override string ToString() => $"{Name}: {_score.Describe(Features)}";

    internal void Write(ModelWriter writer) => _score.Write(writer);

    internal static LogisticModel Read(ModelReader reader) => new(reader.Name, reader.Features, LinearScore.Read(reader));
}
