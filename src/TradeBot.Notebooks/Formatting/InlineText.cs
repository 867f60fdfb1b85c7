using System.Collections;

namespace TradeBot.Notebooks;

/// <summary>Any value on one line: what a table's cell shows.</summary>
internal static class InlineText
{
    private const int MaxItems = 10;
    private const int MaxLength = 200;
    private const int MaxOwners = 4;

    public static string Of(object? value) => OneLine(Whole(value));

    /// <summary>As <see cref="Of"/>, however long.</summary>
    public static string Whole(object? value) => Compose(value, lists: 0, owners: 0);

    /// <param name="value">The value.</param>
    /// <param name="lists">In how many lists it is, within the same owner.</param>
    /// <param name="owners">In how many values it is a member.</param>
    private static string Compose(object? value, int lists, int owners)
    {
        if (ScalarText.TryFormat(value, out string text))
            return text;
        if (DataText.TryFormat(value!, item => Compose(item, lists: 0, owners + 1), isDeep: owners >= MaxOwners, out text))
            return text;
        if (value is IEnumerable items && !OverridesToString(value.GetType()))
            return lists < 2 ? List(items, lists, owners) : "[…]";
        return OverridesToString(value!.GetType()) ? value.ToString() ?? ScalarText.Null : TypeText.Of(value.GetType());
    }

    /// <summary>True when the type says what it is better than by its name.</summary>
    public static bool OverridesToString(Type type) =>
        type.GetMethod(nameof(ToString), Type.EmptyTypes)?.DeclaringType is { } owner && owner != typeof(object) && owner != typeof(ValueType);

    private static string List(IEnumerable items, int lists, int owners)
    {
        var shown = new List<string>();
        foreach (object? item in items)
        {
            if (shown.Count == MaxItems)
            {
                shown.Add("…");
                break;
            }

            shown.Add(Compose(item, lists + 1, owners));
        }

        return $"[{string.Join(", ", shown)}]";
    }

    private static string OneLine(string text)
    {
        string line = text.ReplaceLineEndings(" ");
        return line.Length <= MaxLength ? line : string.Concat(line.AsSpan(0, MaxLength - 1), "…");
    }
}
