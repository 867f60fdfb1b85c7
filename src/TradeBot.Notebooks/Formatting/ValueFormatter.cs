using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>Turns any value into the forms a notebook shows.</summary>
/// <remarks>
/// A type that names its formatters by convention (an attribute named <c>TypeFormatterSourceAttribute</c>) is shown by them.
/// Otherwise: single values as invariant text, sequences of values with members as a table with columns,
/// sequences of single values as a list, a data frame as a table, everything else by its <c>ToString</c> or its members.
/// </remarks>
public static class ValueFormatter
{
    private const int MaxListItems = 100;
    private const int MaxTableRows = 500;

    /// <summary>The value in all its forms.</summary>
    /// <param name="value">Anything; null is <c>&lt;null&gt;</c>.</param>
    public static MimeBundle Format(object? value)
    {
        if (value is MimeBundle bundle)
            return bundle;
        if (value is HtmlFragment html)
            return new MimeBundle(html.Content).With(MimeBundle.Html, html.Content);
        if (value is not null && ConventionFormatters.Format(value) is { } conventional)
            return conventional;
        if (Json(value) is { } json)
            return new MimeBundle(NotebookJson.Pretty(json)).With(MimeBundle.Json, json.ToJsonString());
        if (ScalarText.TryFormat(value, out string text))
            return new MimeBundle(text);
        return Composite(value!);
    }

    /// <summary>The value as plain text alone.</summary>
    internal static string PlainText(object value) =>
        ScalarText.TryFormat(value, out string text) ? text : Composite(value).Text;

    private static MimeBundle Composite(object value) => value switch
    {
        Array { Rank: 2 } matrix => Table(ValueTable.OfMatrix(matrix)),
        _ when FrameRows.Of(value) is { } frame => frame.Count == 0 ? Table(new ValueTable(frame.Names, [])) : Rows(SequenceHead.Of(frame, MaxTableRows)),
        ITuple => Members(value, InlineText.Whole(value)),
        IEnumerable items when !ValueMembers.IsPlainData(value.GetType()) => Sequence(items),
        _ => Object(value),
    };

    private static MimeBundle Sequence(IEnumerable items)
    {
        SequenceHead head = SequenceHead.Of(items, MaxTableRows);
        return head.Items.All(IsListItem) ? List(head) : Rows(head);
    }

    private static MimeBundle List(SequenceHead head)
    {
        string list = string.Join(", ", head.Items.Take(MaxListItems).Select(InlineText.Of));
        string? more = head.After(MaxListItems);
        return new MimeBundle(more is null ? $"[{list}]" : $"[{list}, {more}]");
    }

    private static MimeBundle Rows(SequenceHead head)
    {
        ValueTable all = ValueTable.OfSequence(head.Items);
        string? more = head.After(ValueTable.PageRows);
        ValueTable page = all with { Rows = [.. all.Rows.Take(ValueTable.PageRows)], Note = more };
        return new MimeBundle(TableText.Plain(page)).With(MimeBundle.Html, TableText.PagedHtml(all, more, head.After(head.Items.Count)));
    }

    private static bool IsListItem(object? item) => ScalarText.IsScalar(item) || item is IEnumerable;

    private static MimeBundle Object(object value)
    {
        Type type = value.GetType();
        bool speaks = InlineText.OverridesToString(type);
        if (speaks && !ValueMembers.IsPlainData(type))
            return new MimeBundle(value.ToString() ?? ScalarText.Null);
        if (TypeText.IsMadeByCompiler(type) || ValueMembers.Of(type).Names.Count == 0)
            return new MimeBundle(speaks ? InlineText.Whole(value) : TypeText.Of(type));
        return Members(value, speaks ? InlineText.Whole(value) : null);
    }

    private static MimeBundle Members(object value, string? plain)
    {
        ValueTable table = ValueTable.OfMembers(value);
        return new MimeBundle(plain ?? $"{TypeText.Of(value.GetType())}\n{TableText.Plain(table)}").With(MimeBundle.Html, TableText.Html(table));
    }

    private static MimeBundle Table(ValueTable table) => new MimeBundle(TableText.Plain(table)).With(MimeBundle.Html, TableText.Html(table));

    private static JsonNode? Json(object? value) => value switch
    {
        JsonNode node => node.DeepClone(),
        JsonElement { ValueKind: JsonValueKind.Object or JsonValueKind.Array } element => JsonNode.Parse(element.GetRawText()),
        JsonDocument document => Json(document.RootElement),
        _ => null,
    };
}
