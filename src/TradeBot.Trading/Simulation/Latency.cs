namespace TradeBot.Trading;

/// <summary>The time from a decision until its order can trade.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>latency</term><description>rule</description></listheader>
/// <item><term>none</term><description>the order can trade at the open that follows its decision</description></item>
/// <item><term>any other</term><description>it can trade in the first candle that opens at or after its arrival: prices inside a candle have no known time</description></item>
/// <item><term>uniform</term><description>drawn per order from a generator seeded by the run, in order of submission</description></item>
/// </list>
/// </remarks>
public sealed record Latency
{
    private Latency(TimeSpan min, TimeSpan max, int seed) => (Min, Max, Seed) = (min, max, seed);

    /// <summary>No latency.</summary>
    public static Latency None { get; } = new(TimeSpan.Zero, TimeSpan.Zero, 0);

    /// <summary>Shortest time.</summary>
    public TimeSpan Min { get; }

    /// <summary>Longest time.</summary>
    public TimeSpan Max { get; }

    /// <summary>Seed of the draws.</summary>
    public int Seed { get; }

    /// <summary>A constant time.</summary>
    /// <param name="time">Not negative.</param>
    public static Latency Fixed(TimeSpan time) => Uniform(time, time, seed: 0);

    /// <summary>Uniformly distributed between two times.</summary>
    /// <param name="min">Not negative.</param>
    /// <param name="max">Not below <paramref name="min"/>.</param>
    /// <param name="seed">Same seed, same draws.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time is out of range.</exception>
    public static Latency Uniform(TimeSpan min, TimeSpan max, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(min, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(max, min);
        return new Latency(min, max, seed);
    }

    /// <inheritdoc/>
    public override string ToString() => Max == Min
        ? FormattableString.Invariant($"{Min.TotalMilliseconds:0} ms")
        : FormattableString.Invariant($"{Min.TotalMilliseconds:0} to {Max.TotalMilliseconds:0} ms, seed {Seed}");

    internal long Draw(Random random) =>
        (long)Math.Ceiling(Min.TotalMilliseconds + (Max == Min ? 0 : random.NextDouble() * (Max - Min).TotalMilliseconds));
}
