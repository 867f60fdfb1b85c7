namespace TradeBot.Learning;

/// <summary>Refuses features other than those that a model learned from.</summary>
internal static class ModelFeatures
{
    /// <exception cref="ArgumentException">A feature is missing; the message names it.</exception>
    public static void RequireAmong(IReadOnlyList<string> learned, IReadOnlyList<string> given) => Require(learned, [.. learned.Where(name => given.Contains(name) || given.Contains(Features.PresentName(name)))]);

    /// <exception cref="ArgumentException">Names or order differ; the message says in what.</exception>
    public static void Require(IReadOnlyList<string> learned, IReadOnlyList<string> given)
    {
        if (learned.SequenceEqual(given))
            return;
        (learned, given) = ([.. learned.Select(Features.PresentName)], [.. given.Select(Features.PresentName)]); // a card may have earlier spellings
        if (learned.SequenceEqual(given))
            return;

        string[] absent = [.. learned.Except(given)], foreign = [.. given.Except(learned)];
        string difference = (absent.Length, foreign.Length) switch
        {
            (0, 0) => $"the order is another: {string.Join(", ", given)} instead of {string.Join(", ", learned)}",
            (_, 0) => $"{string.Join(", ", absent)} {(absent.Length == 1 ? "is" : "are")} missing",
            (0, _) => $"{string.Join(", ", foreign)} {(foreign.Length == 1 ? "is" : "are")} not among those that the model learned from",
            _ => $"{string.Join(", ", absent)} {(absent.Length == 1 ? "is" : "are")} missing, {string.Join(", ", foreign)} not among those that the model learned from",
        };
        throw new ArgumentException($"The features are not those of the model: {difference}.", nameof(given));
    }
}
