using TradeBot.Statistics;

namespace TradeBot.Optimization;

/// <summary>Independent draws, each parameter uniform on its own scale, among the combinations that the space accepts.</summary>
/// <remarks>The draw of a trial depends only on the study's seed and the trial's number. In a small space draws repeat.</remarks>
public sealed class RandomSampler : ISampler
{
    private const ulong Purpose = 0x52414E444F4D; // makes the draw independent of the evaluation's use of the trial's seed

    /// <inheritdoc/>
    public string Name => "random";

    /// <inheritdoc/>
    public int BatchSize => int.MaxValue;

    /// <inheritdoc/>
    public int MaxObjectives => int.MaxValue;

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
            return UniformDraw.From(space, ref random);
        }

        public void Tell(int number, ParameterSet parameters, ReadOnlySpan<double> losses)
        {
            // Draws are independent of outcomes.
        }
    }
}
