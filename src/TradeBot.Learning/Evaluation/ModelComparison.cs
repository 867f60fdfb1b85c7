using System.Collections;

namespace TradeBot.Learning;

/// <summary>Several trainers evaluated on the same folds: one evaluation each, in the order in which they were given.</summary>
/// <remarks>A separate type and not an array, so that every notebook kernel shows it as one table and chart.</remarks>
[TypeFormatterSource]
public sealed class ModelComparison : IReadOnlyList<Evaluation>
{
    private readonly Evaluation[] _evaluations;

    /// <param name="evaluations">At least one, of the same data set and split.</param>
    /// <exception cref="ArgumentException">There is none, or they are of different data sets or splits, whose scores do not compare.</exception>
    public ModelComparison(IEnumerable<Evaluation> evaluations)
    {
        ArgumentNullException.ThrowIfNull(evaluations);
        _evaluations = [.. evaluations];
        if (_evaluations.Length == 0)
            throw new ArgumentException("A comparison needs at least one evaluation.", nameof(evaluations));
        if (Array.Find(_evaluations, e => e.DataHash != _evaluations[0].DataHash || e.Split != _evaluations[0].Split) is { } other)
            throw new ArgumentException($"'{other.Trainer}' was evaluated on other rows than '{_evaluations[0].Trainer}' (another data set or split): their scores do not compare.", nameof(evaluations));
    }

    /// <summary>How many trainers were compared.</summary>
    public int Count => _evaluations.Length;

    /// <summary>The evaluation of one trainer, by its place from 0.</summary>
    public Evaluation this[int index] => _evaluations[index];

    /// <inheritdoc/>
    public IEnumerator<Evaluation> GetEnumerator() => ((IEnumerable<Evaluation>)_evaluations).GetEnumerator();

    /// <summary>A line for each trainer.</summary>
    public override string ToString() => string.Join('\n', _evaluations.Select(evaluation => evaluation.ToString()));

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
