using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace TradeBot.Notebooks;

/// <summary>Reads a notebook's parameters from a YAML file: one <c>name: value</c> per line.</summary>
public static class ParameterFile
{
    /// <summary>Reads names and values; values stay text, which the notebook's own variables give its type.</summary>
    /// <param name="path">A YAML file that holds one mapping of names to single values.</param>
    /// <exception cref="NotebookParameterException">The file is not such a mapping; the message names file and line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyDictionary<string, string> Load(string path)
    {
        var stream = new YamlStream();
        using var reader = new StreamReader(path);
        try
        {
            stream.Load(reader);
        }
        catch (YamlException mistake)
        {
            throw Mistake(path, mistake.Start, mistake.InnerException?.Message ?? mistake.Message);
        }

        if (stream.Documents.Count == 0)
            return new Dictionary<string, string>();
        if (stream.Documents is not [{ RootNode: YamlMappingNode mapping }])
            throw Mistake(path, stream.Documents[0].RootNode.Start, "expected one mapping of names to values");
        return mapping.Children.ToDictionary(entry => Scalar(path, entry.Key, "a name"), entry => Scalar(path, entry.Value, "a single value"));
    }

    private static string Scalar(string path, YamlNode node, string what) =>
        node is YamlScalarNode { Value: { } value } ? value : throw Mistake(path, node.Start, $"expected {what}");

    private static NotebookParameterException Mistake(string path, Mark place, string reason) =>
        new(FormattableString.Invariant($"{path}, line {place.Line}: {reason}."));
}
