namespace TradeBot.Learning;

/// <summary>Checks features against those that a model was trained on.</summary>
internal static class ModelFeatures
{
    /// <exception cref="ArgumentException">A feature is missing; the message names it.</exception>
    public static void RequireAmong(IReadOnlyList<string> trained, IReadOnlyList<string> given) => Require(trained, [.. trained.Where(name => given.Contains(name) || given.Contains(Features.PresentName(name)))]);

    /// <exception cref="ArgumentException">Names or order differ; the message says how.</exception>
    public static void Require(IReadOnlyList<string> trained, IReadOnlyList<string> given)
    {
        if (trained.SequenceEqual(given))
            return;
        (trained, given) = ([.. trained.Select(Features.PresentName)], [.. given.Select(Features.PresentName)]); // a card may have names in legacy syntax
        if (trained.SequenceEqual(given))
            return;

        string[] absent = [.. trained.Except(given)], foreign = [.. given.Except(trained)];
        string difference = (absent.Length, foreign.Length) switch
        {
            (0, 0) => $"the order differs: {string.Join(", ", given)} instead of {string.Join(", ", trained)}",
            (_, 0) => $"{string.Join(", ", absent)} {(absent.Length == 1 ? "is" : "are")} missing",
            (0, _) => $"{string.Join(", ", foreign)} {(foreign.Length == 1 ? "is" : "are")} not among those that the model was trained on",
            _ => $"{string.Join(", ", absent)} {(absent.Length == 1 ? "is" : "are")} missing, {string.Join(", ", foreign)} not among those that the model was trained on",
        };
        throw new ArgumentException($"The features are not those of the model: {difference}.", nameof(given));
    }
}
