using System.Collections;
using System.Reflection;
using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>Searches objects for values of candles that they should not have.</summary>
/// <remarks>
/// Follows the fields of the strategy's and its session's objects, variables captured by lambdas, elements of
/// collections, and static fields of their types. Numbers are recognised as candles when several in a row match those
/// of a column.
/// </remarks>
internal sealed class HeldCandles(IReadOnlyList<CandleSeries> forbidden)
{
    private const int MostObjects = 20_000;
    private const int RunLength = 4;
    private const int Runs = 16;

    private const BindingFlags Fields =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Type> _types = [];
    private readonly List<string> _found = [];
    private readonly Queue<(object Value, string Path)> _open = new();

    /// <summary>What was found, with the path to it, such as <c>closes of TEST 1m in Cheat._table</c>.</summary>
    public IReadOnlyList<string> Find(params object[] roots)
    {
        foreach (object root in roots)
            Follow(root, root.GetType().Name);
        while (_open.TryDequeue(out (object Value, string Path) next) && _seen.Count < MostObjects)
            Visit(next.Value, next.Path);
        return [.. _found.Distinct()];
    }

    private void Follow(object? value, string path)
    {
        if (value is null or string or Type or MemberInfo or Assembly || value.GetType().IsPrimitive || value.GetType().IsEnum)
            return;
        if (_seen.Add(value))
            _open.Enqueue((value, path));
    }

    private void Visit(object value, string path)
    {
        switch (value)
        {
            case CandleSeries series:
                Report(series, path);
                break;
            case IEnumerable<Candle> candles:
                Report([.. candles.Select(c => c.Close)], path);
                break;
            case IEnumerable<double> numbers:
                Report([.. numbers], path);
                break;
            case IEnumerable<float> numbers:
                Report([.. numbers.Select(n => (double)n)], path);
                break;
            case IEnumerable<decimal> numbers:
                Report([.. numbers.Select(n => (double)n)], path);
                break;
            case ReadOnlyMemory<double> numbers:
                Report(numbers.ToArray(), path);
                break;
            case Memory<double> numbers:
                Report(numbers.ToArray(), path);
                break;
            case IDictionary table:
                Follow(table.Values.Cast<object?>().OfType<object>().ToArray() is { Length: > 0 } values ? Unboxed(values) : null, path);
                break;
            case Delegate function:
                Follow(function.Target, path);
                break;
            case IEnumerable items when IsForeign(value.GetType()):
                foreach (object? item in items)
                    Follow(item, path);
                break;
            default:
                VisitFields(value, path);
                break;
        }
    }

    /// <summary>Values of a table as a typed array, so that numbers and candles are recognised.</summary>
    private static Array Unboxed(object[] values)
    {
        var typed = Array.CreateInstance(values[0].GetType(), values.Length);
        for (int i = 0; i < values.Length && values[i].GetType() == values[0].GetType(); i++)
            typed.SetValue(values[i], i);
        return typed;
    }

    private void VisitFields(object value, string path)
    {
        for (Type? type = value.GetType(); type is not null && !IsForeign(type); type = type.BaseType)
        {
            bool isNew = _types.Add(type);
            foreach (FieldInfo field in type.GetFields(Fields))
            {
                if (!field.IsStatic || (isNew && !field.IsLiteral && !type.ContainsGenericParameters))
                    Follow(field.GetValue(field.IsStatic ? null : value), $"{path}.{field.Name}");
            }
        }
    }

    /// <summary>Runtime types, which are not inspected.</summary>
    private static bool IsForeign(Type type) => type.Namespace is { } name && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal));

    private void Report(CandleSeries held, string path)
    {
        foreach (CandleSeries series in forbidden)
        {
            if (held.Count > 0 && series.Count > 0 && held.Symbol == series.Symbol && held.CloseTimeAt(held.Count - 1) > series.OpenTimeAt(0))
            {
                _found.Add(FormattableString.Invariant(
                    $"{held.Symbol} {held.Timeframe} up to {held.CloseTimeAt(held.Count - 1):yyyy-MM-dd HH:mm} in {path}"));
                return;
            }
        }
    }

    private void Report(double[] held, string path)
    {
        foreach (CandleSeries series in forbidden)
        {
            if (Contains(held, series.Close))
                _found.Add($"closes of {series.Symbol} {series.Timeframe} in {path}");
            else if (Contains(held, series.Open) || Contains(held, series.High) || Contains(held, series.Low))
                _found.Add($"prices of {series.Symbol} {series.Timeframe} in {path}");
        }
    }

    /// <summary>Whether a few consecutive values, taken from several places of the column, are among those held.</summary>
    private static bool Contains(ReadOnlySpan<double> held, ReadOnlySpan<double> column)
    {
        for (int run = 0; run < Runs && column.Length >= RunLength; run++)
        {
            int start = (int)((long)run * (column.Length - RunLength) / Math.Max(Runs - 1, 1));
            ReadOnlySpan<double> values = column.Slice(start, RunLength);
            if (values.IndexOfAnyExcept(values[0]) >= 0 && held.IndexOf(values) >= 0)
                return true;
        }

        return false;
    }
}
