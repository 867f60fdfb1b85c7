using System.Buffers;

namespace TradeBot.MarketData;

/// <summary>Determines the decimal separator of a file from all of its numbers.</summary>
internal sealed class NumberSurvey
{
    private const int FewestFor = 20; // required ratio of evidence for to evidence against; the rest are damaged rows

    private static readonly SearchValues<char> s_characters = SearchValues.Create("0123456789.,+-eE");

    private readonly FieldTable _fields;
    private readonly Evidence _point = new(), _comma = new(), _eitherPoint = new(), _eitherComma = new();

    private NumberSurvey(FieldTable fields) => _fields = fields;

    /// <summary>The decimal separator of the numbers in these columns.</summary>
    /// <param name="fields">The file.</param>
    /// <param name="firstRow">First row of data.</param>
    /// <param name="columns">Columns of numbers.</param>
    /// <param name="hasDottedDates">True when dates are written 31.01.2024, as in countries with a decimal comma.</param>
    /// <exception cref="CandleDataException">The numbers are ambiguous or contradict each other.</exception>
    public static char Find(FieldTable fields, int firstRow, IReadOnlyList<int> columns, bool hasDottedDates)
    {
        var survey = new NumberSurvey(fields);
        for (int row = firstRow; row < fields.RowCount; row++)
        {
            foreach (int column in columns)
                survey.Look(row, column);
        }

        return survey.Decide(hasDottedDates);
    }

    private void Look(int row, int column)
    {
        ReadOnlySpan<byte> text = _fields[row, column];
        int commas = text.Count((byte)','), points = text.Count((byte)'.');
        if (commas + points == 0)
            return;

        string bare = ImportNumber.Bare(_fields.Text(row, column), out _);
        if (bare.AsSpan().ContainsAnyExcept(s_characters))
            return;

        if (commas > 0 && points > 0)
            (bare.LastIndexOf(',') > bare.LastIndexOf('.') ? _comma : _point).Add(row, column);
        else if (commas > 0)
            Of(bare, ',', commas).Add(row, column);
        else
            Of(bare, '.', points).Add(row, column);
    }

    // With one kind of sign: several are grouping, one before three digits may be either, anything else is a decimal separator.
    private Evidence Of(string bare, char sign, int count)
    {
        bool isGrouped = ImportNumber.IsGrouped(bare, sign);
        if (count > 1)
            return sign == ',' ? _point : _comma;
        if (isGrouped && bare.TrimStart('+', '-')[0] != '0')
            return sign == ',' ? _eitherComma : _eitherPoint;
        return sign == ',' ? _comma : _point;
    }

    private char Decide(bool hasDottedDates)
    {
        int unclear = Math.Max(_eitherPoint.Count, _eitherComma.Count);
        if (IsDecided(_point, _comma, unclear))
            return '.';
        if (IsDecided(_comma, _point, unclear))
            return ',';
        if (_comma.Count > 0 && _point.Count > 0)
            throw Fault(_comma, FormattableString.Invariant($"one decimal separator in all rows; line {_fields.LineOf(_point.Row)} has '{_fields.Text(_point.Row, _point.Column)}'"));

        // Only 1.234 or 1,234: a comma-separated file uses decimal points, others may use either.
        bool isPlain = _fields.Separator == ',' && !hasDottedDates;
        if (_eitherComma.Count > 0)
        {
            return isPlain && _eitherPoint.Count == 0
                ? '.'
                : throw Fault(_eitherComma, "a number that shows whether ',' or '.' is the decimal separator: give DecimalSeparator (--decimal)");
        }

        if (_eitherPoint.Count > 0 && hasDottedDates && _fields.Separator != ',')
            throw Fault(_eitherPoint, "a number that shows whether ',' or '.' is the decimal separator: give DecimalSeparator (--decimal)");
        return '.';
    }

    // A single damaged row decides nothing.
    private static bool IsDecided(Evidence one, Evidence other, int unclear) =>
        one.Count > 0 && one.Count >= FewestFor * other.Count && one.Count * FewestFor >= unclear;

    private CandleDataException Fault(Evidence evidence, string expectation) => new(
        _fields.Source, _fields.LineOf(evidence.Row), "", _fields.Text(evidence.Row, evidence.Column), expectation);

    private sealed class Evidence
    {
        public int Count { get; private set; }

        public int Row { get; private set; }

        public int Column { get; private set; }

        public void Add(int row, int column)
        {
            if (Count++ == 0)
                (Row, Column) = (row, column);
        }
    }
}
