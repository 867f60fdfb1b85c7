namespace TradeBot.Strategies;

/// <summary>The parts of a position that are closed on the way; two are equal when their parts are.</summary>
public sealed class PartialTargets : IEquatable<PartialTargets>
{
    /// <summary>How many parts there can be.</summary>
    public const int Most = 32;

    private readonly PartialTarget[] _parts;

    /// <param name="parts">One to <see cref="Most"/>; their fractions are at most 1 together.</param>
    /// <exception cref="ArgumentException">There are none or too many, a level is missing or a price, or a fraction is out of range.</exception>
    public PartialTargets(IEnumerable<PartialTarget> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        _parts = [.. parts];
        if (_parts.Length is 0 or > Most)
            throw new ArgumentException($"There are {_parts.Length} partial targets; accepted are 1 to {Most}.", nameof(parts));
        if (_parts.Any(p => p.Level.Unit is not (LevelUnit.Distance or LevelUnit.Fraction)))
            throw new ArgumentException("A partial target is a distance or a fraction.", nameof(parts));
        if (_parts.Any(p => !(p.Fraction > 0 && p.Fraction <= 1)) || Sum > 1 + Tolerance)
            throw new ArgumentException($"Partial targets close fractions in (0, 1], at most 1 together, got {string.Join(", ", _parts.Select(p => FormattableString.Invariant($"{p.Fraction}")))}.", nameof(parts));
    }

    private const double Tolerance = 1e-9;

    /// <summary>The parts, as they were stated.</summary>
    public IReadOnlyList<PartialTarget> Parts => _parts;

    /// <summary>Whether nothing is left once all of them were met.</summary>
    public bool CloseAll => Sum >= 1 - Tolerance;

    private double Sum => _parts.Sum(p => p.Fraction);

    /// <inheritdoc/>
    public bool Equals(PartialTargets? other) => other is not null && _parts.AsSpan().SequenceEqual(other._parts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PartialTargets);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (PartialTarget part in _parts)
            hash.Add(part);
        return hash.ToHashCode();
    }

    /// <summary>Such as <c>0.5 at 2%, 0.25 at 4%</c>.</summary>
    public override string ToString() => string.Join(", ", _parts.Select(p => FormattableString.Invariant($"{p.Fraction} at {p.Level}")));
}

/// <summary>A part of a position that is closed on the way.</summary>
/// <param name="Level">In favour of the position, from its entry price; a distance or a fraction.</param>
/// <param name="Fraction">The share of the position at its largest, in (0, 1].</param>
public readonly record struct PartialTarget(ProtectiveLevel Level, double Fraction);
