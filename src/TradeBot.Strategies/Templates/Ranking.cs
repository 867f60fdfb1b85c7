namespace TradeBot.Strategies;

/// <summary>Turns scores into equal-weight exposures: long the highest, short the lowest.</summary>
internal sealed class Ranking
{
    private readonly int[] _symbols;
    private readonly int[] _order;
    private readonly int _top;
    private readonly int _bottom;
    private readonly double _share;

    /// <param name="symbols">Index of each scored symbol in the run.</param>
    /// <param name="top">How many to hold long.</param>
    /// <param name="bottom">How many to hold short.</param>
    public Ranking(int[] symbols, int top, int bottom)
    {
        (_symbols, _top, _bottom) = (symbols, top, bottom);
        _order = new int[symbols.Length];
        _share = 1.0 / (top + bottom);
    }

    /// <summary>Sets the target of each symbol.</summary>
    /// <param name="scores">One per symbol; NaN for those that are not eligible.</param>
    /// <param name="targets">Receives the new targets.</param>
    public void Apply(ReadOnlySpan<double> scores, TargetExposures targets)
    {
        int known = Sort(scores);
        int longs = Math.Min(_top, known), shorts = Math.Min(_bottom, known - longs);
        for (int rank = 0; rank < _order.Length; rank++)
        {
            int side = rank < longs ? 1 : rank >= known - shorts && rank < known ? -1 : 0;
            targets[_symbols[_order[rank]]] = side * _share;
        }
    }

    /// <summary>Orders the symbols from the highest score to the lowest, unknown ones last; stable, without allocation.</summary>
    /// <returns>Number of known scores.</returns>
    private int Sort(ReadOnlySpan<double> scores)
    {
        int known = 0;
        for (int i = 0; i < _order.Length; i++)
        {
            double score = scores[i];
            int at = i;
            while (at > 0 && IsBefore(score, scores[_order[at - 1]]))
            {
                _order[at] = _order[at - 1];
                at--;
            }

            _order[at] = i;
            known += double.IsNaN(score) ? 0 : 1;
        }

        return known;
    }

    private static bool IsBefore(double score, double other) => score > other || (double.IsNaN(other) && !double.IsNaN(score));
}
