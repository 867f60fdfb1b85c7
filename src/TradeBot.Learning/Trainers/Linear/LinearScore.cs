namespace TradeBot.Learning;

/// <summary>An intercept and a weighted sum of the standardised features.</summary>
internal sealed record LinearScore(Standardizer Standardizer, double Intercept, double[] Coefficients)
{
    public double Of(ReadOnlySpan<double> row)
    {
        double[] coefficients = Coefficients;
        if (row.Length != coefficients.Length)
            throw new ArgumentException($"Expected {coefficients.Length} features, got {row.Length}.", nameof(row));

        double score = Intercept;
        for (int i = 0; i < row.Length; i++)
            score += coefficients[i] * Standardizer.Transform(i, row[i]);
        return score;
    }

    public string Describe(IReadOnlyList<string> features) => FormattableString.Invariant(
        $"{Intercept:G4}{string.Concat(features.Select((feature, i) => FormattableString.Invariant($" {(Coefficients[i] < 0 ? '-' : '+')} {Math.Abs(Coefficients[i]):G4}·{feature}")))}");

    public void Write(ModelWriter writer)
    {
        Standardizer.Write(writer);
        writer.Write(Intercept);
        writer.WriteArray(Coefficients);
    }

    public static LinearScore Read(ModelReader reader) => new(Standardizer.Read(reader), reader.ReadDouble(), reader.ReadNumbers(reader.Features.Count));
}

/// <summary>The logarithm of p / (1 − p).</summary>
internal static class LogOdds
{
    private const double Edge = 1.0 / (1 << 20);

    /// <summary>Of a probability, clamped to 2⁻²⁰ from 0 and 1.</summary>
    public static double Of(double probability)
    {
        double held = Math.Clamp(probability, Edge, 1 - Edge);
        return Math.Log(held / (1 - held));
    }
}
