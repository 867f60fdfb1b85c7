namespace TradeBot.Statistics;

/// <summary>Derives a trial's seed from the study's.</summary>
public static class TrialSeed
{
    /// <summary>The seed of one trial.</summary>
    /// <param name="studySeed">The study's seed.</param>
    /// <param name="number">The trial's number, from 0.</param>
    /// <returns>In [0, 2³¹): fit for <c>new Random(seed)</c>.</returns>
    /// <remarks>
    /// The upper 31 bits of the SplitMix64 output function applied twice to <c>studySeed · 2³² + number</c>, both as
    /// unsigned 32-bit numbers: it depends only on these two, not on threads or other trials.
    /// </remarks>
    public static int Derive(int studySeed, int number) => (int)(State(studySeed, number) >> 33);

    /// <summary>The 64-bit state from which a trial's seed is taken.</summary>
    /// <param name="studySeed">The study's seed.</param>
    /// <param name="number">The trial's number, from 0.</param>
    public static ulong State(int studySeed, int number) => new SplitMix64(SplitMix64.Mix(((ulong)(uint)studySeed << 32) | (uint)number)).Next();
}
