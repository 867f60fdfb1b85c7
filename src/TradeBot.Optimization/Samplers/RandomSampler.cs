namespace TradeBot.Optimization;

/// <summary>Independent draws, each parameter uniform on its own scale, among the combinations that the space accepts.</summary>
/// <remarks>The draw of a trial depends on the study's seed and the trial's number alone. A small space repeats itself.</remarks>
public sealed class RandomSampler : ISampler
{
    private const int MaxDraws = 10_000;
    private const ulong Purpose = 0x52414E444F4D; // keeps the draw apart from what the evaluation makes of the trial's seed

    /// <inheritdoc/>
    public string Name => "random";

    /// <inheritdoc/>
    public int BatchSize => int.MaxValue;

    /// <inheritdoc/>
    public ISamplerSession Start(ParameterSpace space, int seed)
    {
        ArgumentNullException.ThrowIfNull(space);
        return new Session(space, seed);
    }

    private sealed class Session(ParameterSpace space, int seed) : ISamplerSession
    {
        public ParameterSet? Ask(int number)
        {
            var random = new SplitMix64(TrialSeed.State(seed, number) ^ Purpose);
            var values = new ParameterValue[space.Parameters.Count];
            for (int draw = 0; draw < MaxDraws; draw++)
            {
                for (int i = 0; i < values.Length; i++)
                    values[i] = space.Parameters[i].AtFraction(random.NextDouble());

                ParameterSet candidate = space.SetOf(values);
                if (space.Accepts(candidate))
                    return candidate;
            }

            throw new InvalidOperationException($"None of {MaxDraws} draws from '{space}' meets the constraints: loosen them or narrow the ranges.");
        }

        public void Tell(int number, ParameterSet parameters, double loss)
        {
            // Draws are independent of outcomes.
        }
    }
}
