using System.Collections;

namespace TradeBot.Notebooks;

/// <summary>Any value on one line: what a table's cell shows.</summary>
internal static class InlineText
{
    private const int MaxItems = 10;
    private const int MaxLength = 200;

    public static string Of(object? value) => OneLine(Compose(value, depth: 0));

    private static string Compose(object? value, int depth)
    {
        if (ScalarText.TryFormat(value, out string text))
            return text;
        if (value is IEnumerable items && !OverridesToString(value.GetType()))
            return depth < 2 ? List(items, depth) : "[…]";
        return OverridesToString(value!.GetType()) ? value.ToString() ?? ScalarText.Null : TypeText.Of(value.GetType());
    }

    /// <summary>True when the type says what it is better than by its name.</summary>
    public static bool OverridesToString(Type type) =>
        type.GetMethod(nameof(ToString), Type.EmptyTypes)?.DeclaringType is { } owner && owner != typeof(object) && owner != typeof(ValueType);

    private static string List(IEnumerable items, int depth)
    {
        var shown = new List<string>();
        foreach (object? item in items)
        {
            if (shown.Count == MaxItems)
            {
                shown.Add("…");
                break;
            }

            shown.Add(Compose(item, depth + 1));
        }

        return $"[{string.Join(", ", shown)}]";
    }

    private static string OneLine(string text)
    {
        string line = text.ReplaceLineEndings(" ");
        return line.Length <= MaxLength ? line : string.Concat(line.AsSpan(0, MaxLength - 1), "…");
    }
}
