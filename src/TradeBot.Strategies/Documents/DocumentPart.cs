using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace TradeBot.Strategies;

/// <summary>A mapping in a document: its keys, and the faults found while reading it.</summary>
internal sealed class DocumentPart(YamlMappingNode mapping, string place, List<StrategyFault> faults, Dictionary<string, YamlNode> values)
{
    private readonly Dictionary<string, (YamlNode Key, YamlNode Value)> _entries = mapping.Children
        .Where(c => c.Key is YamlScalarNode)
        .ToDictionary(c => ((YamlScalarNode)c.Key).Value ?? "", c => (c.Key, c.Value));

    public IEnumerable<string> Keys => _entries.Keys;

    public bool Has(string key) => _entries.ContainsKey(key);

    public YamlNode? Node(string key) => _entries.TryGetValue(key, out (YamlNode, YamlNode Value) entry) ? entry.Value : null;

    /// <summary>Reports every unknown key.</summary>
    public void Allow(string[] keys)
    {
        foreach (YamlNode key in mapping.Children.Keys.Where(k => k is not YamlScalarNode))
            Fault(key, PlaceOf(""), "a key must be a word");
        foreach ((string key, (YamlNode node, _)) in _entries)
        {
            if (!keys.Contains(key))
                Fault(node, PlaceOf(key), $"is not a known key here; the nearest is '{NearestName.Of(key, keys)}', and the accepted keys are {string.Join(", ", keys)}");
        }
    }

    /// <summary>A value as text; null when it is absent.</summary>
    public string? Text(string key)
    {
        switch (Node(key))
        {
            case null:
                return null;
            case YamlScalarNode { Value: { Length: > 0 } text } node:
                values.TryAdd(PlaceOf(key), node);
                return text;
            default:
                Fault(key, "must be text on one line");
                return null;
        }
    }

    /// <summary>A value as a number; null when it is absent.</summary>
    public double? Number(string key)
    {
        if (Text(key) is not { } text)
            return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
            return value;
        Fault(key, $"must be a number, got '{text}'");
        return null;
    }

    /// <summary>One or several texts; none when the value is absent.</summary>
    public IReadOnlyList<string> List(string key)
    {
        if (Node(key) is not YamlSequenceNode list)
            return Text(key) is { } one ? [one] : [];
        if (list.Children.Any(c => c is not YamlScalarNode) || list.Children.Count == 0)
            Fault(key, "must be one name, or a list of names");
        values.TryAdd("on", list);
        return [.. list.Children.OfType<YamlScalarNode>().Select(c => c.Value ?? "")];
    }

    /// <summary>A value as a mapping; null when it is absent.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="keys">Allowed keys; null for any.</param>
    public DocumentPart? Mapping(string key, string[]? keys)
    {
        if (Node(key) is not { } node)
            return null;
        if (node is not YamlMappingNode inner)
        {
            Fault(key, keys is null ? "must be a mapping of names to values" : $"must be a mapping with {string.Join(", ", keys)}");
            return null;
        }

        values.TryAdd(PlaceOf(key), node);
        var part = new DocumentPart(inner, PlaceOf(key), faults, values);
        if (keys is not null)
            part.Allow(keys);
        return part;
    }

    public void Fault(string key, string message) =>
        Fault(_entries.TryGetValue(key, out (YamlNode, YamlNode Value) entry) ? entry.Value : mapping, PlaceOf(key), message);

    private void Fault(YamlNode node, string where, string message) =>
        faults.Add(new StrategyFault(where, message, (int)node.Start.Line, (int)node.Start.Column));

    private string PlaceOf(string key) => place.Length == 0 ? key : $"{place} {key}".TrimEnd();
}
