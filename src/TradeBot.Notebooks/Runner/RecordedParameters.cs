using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>With which parameters the recorded outputs were made, kept in the notebook's metadata: a test runs it with these and no others.</summary>
/// <remarks>Of a parameter whose name is that of a secret only the name is kept, so that a test must be given its value.</remarks>
internal static class RecordedParameters
{
    private const string Field = "parameters";

    /// <summary>Writes down what the run was given; removes what an earlier one was.</summary>
    public static void Stamp(NotebookDocument document, IReadOnlyDictionary<string, string> parameters)
    {
        Set(document, parameters.Count == 0 ? null : new JsonObject(parameters.OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => KeyValuePair.Create(entry.Key, SecretNames.IsSecret(entry.Key) ? null : (JsonNode?)entry.Value))));
    }

    /// <summary>Says of one document what is said of another.</summary>
    public static void Copy(NotebookDocument from, NotebookDocument to) => Set(to, Read(from)?.DeepClone());

    /// <summary>The parameters of a test: the recorded ones, with the values given for those that are not written down.</summary>
    /// <param name="document">The recorded notebook.</param>
    /// <param name="given">Must not say otherwise.</param>
    /// <exception cref="NotebookParameterException">The outputs were recorded with other values.</exception>
    public static IReadOnlyDictionary<string, string> OfTest(NotebookDocument document, IReadOnlyDictionary<string, string> given)
    {
        JsonObject recorded = Read(document) ?? [];
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string name, JsonNode? value) in recorded)
        {
            parameters[name] = value?.ToString() ?? given.GetValueOrDefault(name)
                ?? throw new NotebookParameterException($"The outputs were recorded with a value of \"{name}\" that is not recorded: give it with -p {name}=….");
        }

        foreach ((string name, string value) in given)
        {
            if (!parameters.TryGetValue(name, out string? before))
                throw new NotebookParameterException($"The outputs were recorded without the parameter \"{name}\", and those of another run cannot be compared: test a copy that \"notebook run -p\" wrote, or record the outputs again with --update.");
            if (before != value)
                throw new NotebookParameterException($"The outputs were recorded with {name}={before}, and those of {name}={value} cannot be compared: test a copy that \"notebook run -p\" wrote, or record the outputs again with --update.");
        }

        return parameters;
    }

    private static JsonObject? Read(NotebookDocument document) => (document.Metadata?[NotebookDocument.OwnField] as JsonObject)?[Field] as JsonObject;

    private static void Set(NotebookDocument document, JsonNode? parameters)
    {
        JsonObject own = document.Metadata?[NotebookDocument.OwnField] is JsonObject present ? present.DeepClone().AsObject() : [];
        own.Remove(Field);
        if (parameters is not null)
            own[Field] = parameters;
        document.SetMetadata(NotebookDocument.OwnField, own);
    }
}
