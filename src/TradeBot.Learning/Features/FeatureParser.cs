using System.Globalization;
using TradeBot.Indicators;
using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>Reads features from the names that their columns bear.</summary>
/// <remarks>
/// <c>columns = expression {, expression}; expression = term {+|- term}; term = factor {*|/ factor}; factor = number | - factor | ( expression ) | timeframe : expression | name [( arguments )] [. output]</c>.
/// After a timeframe the expression reaches as far as it can.
/// </remarks>
internal sealed class FeatureParser(string text)
{
    private static readonly FeatureBuilder Words = new();
    private int _place;

    public IReadOnlyList<Feature> ReadAll()
    {
        List<Feature> features = [ReadExpression()];
        while (Take(','))
            features.Add(ReadExpression());
        return Peek() == '\0' ? features : throw Malformed("expected a comma or the end");
    }

    private ScalarFeature ReadExpression()
    {
        ScalarFeature left = ReadTerm();
        while (true)
        {
            if (Take('+'))
                left += ReadTerm();
            else if (Take('-'))
                left -= ReadTerm();
            else
                return left;
        }
    }

    private ScalarFeature ReadTerm()
    {
        ScalarFeature left = ReadFactor();
        while (true)
        {
            if (Take('*'))
                left *= ReadFactor();
            else if (Take('/'))
                left /= ReadFactor();
            else
                return left;
        }
    }

    private ScalarFeature ReadFactor()
    {
        if (Take('('))
        {
            ScalarFeature inside = ReadExpression();
            Require(')');
            return inside;
        }

        if (Take('-'))
            return Peek() is >= '0' and <= '9' or '.' && TryReadNumber(out double negative) ? -negative : -1 * ReadFactor();
        if (TryReadTimeframe(out Timeframe timeframe))
            return new LongerFeature(timeframe, ReadExpression());
        return TryReadNumber(out double number) ? number : ReadNamed();
    }

    private ScalarFeature ReadNamed()
    {
        int start = _place;
        string name = ReadWord();
        List<ScalarFeature> arguments = [];
        if (Take('('))
        {
            do
                arguments.Add(ReadExpression());
            while (Take(','));
            Require(')');
        }

        string? output = Take('.') ? ReadWord() : null;
        ScalarFeature? input = arguments.Count > 0 && arguments[0] is not ConstantFeature ? arguments[0] : null;
        double[] numbers = [.. arguments.Skip(input is null ? 0 : 1).Select(argument => argument is ConstantFeature constant ? constant.Value : double.NaN)];
        if (Array.Exists(numbers, double.IsNaN))
            throw Malformed($"'{name}' takes one feature, and then numbers", start);
        return (output is null ? Known(name, input, numbers) : null)
            ?? Catalogued(name, input, numbers, output)
            ?? throw Malformed($"there is no feature '{name}' of these arguments", start);
    }

    private static ScalarFeature? Known(string name, ScalarFeature? input, double[] numbers) => (input, numbers) switch
    {
        (null, []) => Plain(name),
        (null, [double n]) => OfClose(name, n),
        ({ }, []) => OfOne(name, input),
        ({ }, [double n]) => OfWindow(name, input, n),
        ({ }, [double order, double width]) when name == "fracdiff" => input.FractionalDifference(order, Whole(width)),
        _ => null,
    };

    private static ScalarFeature? Plain(string name) => name switch
    {
        "open" => Words.Open,
        "high" => Words.High,
        "low" => Words.Low,
        "close" => Words.Close,
        "volume" => Words.Volume,
        "turnover" => Words.Turnover,
        "hour" => Words.HourOfDay(),
        "weekday" => Words.DayOfWeek(),
        "monthday" => Words.DayOfMonth(),
        "month" => Words.MonthOfYear(),
        "fundinghour" => Words.HourOfFunding(),
        _ => null,
    };

    private static ScalarFeature? OfClose(string name, double n) => name switch
    {
        "return" => Words.Return(Whole(n)),
        "rsi" => Words.Rsi(Whole(n)),
        "ema" => Words.Ema(Whole(n)),
        "atr" => Words.Atr(Whole(n)),
        "volatility" => Words.Volatility(Whole(n)),
        _ => null,
    };

    private static ScalarFeature? OfOne(string name, ScalarFeature input) => name switch
    {
        "log" => input.Log(),
        "abs" => input.Abs(),
        "sign" => input.Sign(),
        "zscore" => input.ExpandingZScore(),
        "sin" when input is PeriodicFeature cycle => cycle.Cyclic().Columns[0],
        "cos" when input is PeriodicFeature cycle => cycle.Cyclic().Columns[1],
        _ => null,
    };

    private static ScalarFeature? OfWindow(string name, ScalarFeature input, double n) => name switch
    {
        "lag" => input.Lag(Whole(n)),
        "change" => input.Change(Whole(n)),
        "return" => input.Return(Whole(n)),
        "zscore" => input.ZScore(Whole(n)),
        "stddev" => input.StandardDeviation(Whole(n)),
        "sma" => input.Sma(Whole(n)),
        "ema" => input.Ema(Whole(n)),
        "rsi" => input.Rsi(Whole(n)),
        "rank" => input.Rank(Whole(n)),
        _ => null,
    };

    private static ScalarFeature? Catalogued(string name, ScalarFeature? input, double[] numbers, string? output)
    {
        if (IndicatorCatalog.TryFind(name) is null)
            return null;

        string call = $"{name}({string.Join(',', numbers.Select(number => FormattableString.Invariant($"{number:R}")))})";
        return input is null ? Words.Catalog(call, output) : input.Catalog(call, output);
    }

    private static int Whole(double number) => number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue
        ? (int)number
        : throw new ArgumentOutOfRangeException(nameof(number), number, "A number of candles must be whole.");

    private bool TryReadTimeframe(out Timeframe timeframe)
    {
        int end = _place;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
            end++;
        timeframe = default;
        if (end >= text.Length || text[end] != ':' || end == _place)
            return false;
        if (!Timeframe.TryParse(text[_place..end], out timeframe))
            throw Malformed($"'{text[_place..end]}' is no timeframe, accepted is {Timeframe.Accepted},");
        _place = end + 1;
        return true;
    }

    private bool TryReadNumber(out double number)
    {
        int end = _place;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.' || (end > _place && text[end] is 'E' or 'e') || (text[end] is '+' or '-' && end > _place && text[end - 1] is 'E' or 'e')))
            end++;
        bool isNumber = double.TryParse(text.AsSpan(_place, end - _place), NumberStyles.Float, CultureInfo.InvariantCulture, out number);
        if (isNumber)
            _place = end;
        return isNumber;
    }

    private string ReadWord()
    {
        _ = Peek();
        int start = _place;
        while (_place < text.Length && (char.IsAsciiLetterOrDigit(text[_place]) || text[_place] is '_' or '%'))
            _place++;
        return _place > start ? text[start.._place] : throw Malformed("expected a feature");
    }

    private char Peek()
    {
        while (_place < text.Length && text[_place] == ' ')
            _place++;
        return _place < text.Length ? text[_place] : '\0';
    }

    private bool Take(char sign)
    {
        if (Peek() != sign)
            return false;
        _place++;
        return true;
    }

    private void Require(char sign)
    {
        if (!Take(sign))
            throw Malformed($"expected '{sign}'");
    }

    private FormatException Malformed(string problem, int? place = null) => new(FormattableString.Invariant(
        $"'{text}' is no list of features: {problem} at place {(place ?? _place) + 1}. A feature is written as return(60), atr(14)/close, zscore(volume,240), 1h:ema(20) or MACD(12,26,9).signal."));
}
