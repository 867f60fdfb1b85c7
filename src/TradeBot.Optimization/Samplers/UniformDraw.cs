using TradeBot.Statistics;

namespace TradeBot.Optimization;

/// <summary>A uniform draw from a space.</summary>
internal static class UniformDraw
{
    private const int MaxDraws = 10_000;

    /// <summary>Draws until the space accepts the set.</summary>
    public static ParameterSet From(ParameterSpace space, ref SplitMix64 random)
    {
        double[] fractions = new double[space.Parameters.Count];
        for (int draw = 0; draw < MaxDraws; draw++)
        {
            for (int i = 0; i < fractions.Length; i++)
                fractions[i] = random.NextDouble();

            ParameterSet candidate = space.AtFractions(fractions);
            if (space.Accepts(candidate))
                return candidate;
        }

        throw new InvalidOperationException($"None of {MaxDraws} draws from '{space}' meets the constraints: loosen them or narrow the ranges.");
    }
}
