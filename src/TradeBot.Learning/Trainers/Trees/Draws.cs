using TradeBot.Statistics;

namespace TradeBot.Learning;

/// <summary>Random numbers keyed by purpose, independent of what was drawn before.</summary>
internal static class Draws
{
    public static ulong Mix(ulong value) => new SplitMix64(value).Next();

    public static ulong Mix(ulong first, ulong second) => Mix(Mix(first) ^ second);

    /// <summary>Uniform in [0, 1).</summary>
    public static double Uniform(ulong first, ulong second) => new SplitMix64(Mix(first) ^ second).NextDouble();

    /// <summary>A number for a name: a feature is drawn by name, whatever its column.</summary>
    public static ulong Of(string name)
    {
        ulong hash = 0xCBF29CE484222325;
        foreach (char letter in name)
            hash = Mix(hash, letter);
        return hash;
    }
}
