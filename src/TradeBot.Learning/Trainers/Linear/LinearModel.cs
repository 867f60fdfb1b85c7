namespace TradeBot.Learning;

/// <summary>A fitted linear model: intercept and coefficients of the standardised features.</summary>
public sealed class LinearModel : IModel
{
    private readonly LinearScore _score;

    internal LinearModel(string name, IReadOnlyList<string> features, LinearScore score) => (Name, Features, _score) = (name, features, score);

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; }

    /// <summary>The prediction at the mean of the training rows.</summary>
    public double Intercept => _score.Intercept;

    /// <summary>The change of the target per standard deviation of each feature.</summary>
    public IReadOnlyList<double> Coefficients => _score.Coefficients;

    /// <inheritdoc/>
    public double Predict(ReadOnlySpan<double> row) => _score.Of(row);

    /// <summary>Intercept and coefficients in one line.</summary>
    public override string ToString() => $"{Name}: {_score.Describe(Features)}";

    internal void Write(ModelWriter writer) => _score.Write(writer);

    internal static LinearModel Read(ModelReader reader) => new(reader.Name, reader.Features, LinearScore.Read(reader));
}
