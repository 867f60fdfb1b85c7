namespace TradeBot.Learning;

/// <summary>Random numbers that depend on what they are for, not on what was drawn before.</summary>
/// <remarks>Source of the mixing: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.</remarks>
internal static class Draws
{
    public static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    public static ulong Mix(ulong first, ulong second) => Mix(Mix(first) ^ second);

    /// <summary>Uniform in [0, 1).</summary>
    public static double Uniform(ulong first, ulong second) => (Mix(first, second) >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number for a name: a feature is drawn by its name, wherever its column stands.</summary>
    public static ulong Of(string name)
    {
        ulong hash = 0xCBF29CE484222325;
        foreach (char letter in name)
            hash = Mix(hash, letter);
        return hash;
    }
}
